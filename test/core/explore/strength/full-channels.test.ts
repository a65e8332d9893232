import { describe, expect, it } from 'vitest';
import { ruleStrength } from '../../../../src/core/explore/strength/rule-strength.ts';
import { modelOf } from '../verdict/explored.ts';

/** The sender reports each move and may only end once the receiver has begun to follow. */
const PLANT = (explore: string, more = ''): string => `
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, delivery: {order: fifo}}}
lifecycles:
  S:
    object: lot
    system: A
    initial: S0
    states: {S0: active, S1: active, S2: active, S3: closed}
    transitions:${more}
      T1: {from: S0, to: S1, by: OP, emits: IF-1}
      T2: {from: S1, to: S2, by: OP, emits: IF-1}
      T3: {from: S2, to: S3, by: OP, emits: IF-1, when: {R: R1}}
  R:
    object: lot
    system: B
    initial: R0
    states: {R0: active, R1: active, R2: active, R3: closed}
    transitions:
      U1: {from: R0, to: R1, receives: IF-1}
      U2: {from: R1, to: R2, receives: IF-1}
      U3: {from: R2, to: R3, receives: IF-1}
explore: ${explore}
invariants: {A: {never: {S: S3, R: R0}}}
`;

const ofCondition = (explore: string, more?: string) =>
  ruleStrength(modelOf(PLANT(explore, more))).weakenings.find(
    ({ element, kind }) => element === 'S.T3' && kind.includes('condition'),
  );

describe('A weakening that breaks an invariant only with more messages than the specification sends', () => {
  it('is searched once more where channels were full', () => {
    expect(ofCondition('{}')).toMatchObject({ noticed: 'invariant', invariant: 'A', steps: 3 });
  });

  it('that nothing notices says so where nobody looked at more', () => {
    expect(ofCondition('{messages: 2}', '\n      T0: {from: S0, to: same, by: OP, emits: IF-1}')).toMatchObject({
      noticed: 'nothing',
      fullWith: 2,
      question: expect.stringContaining(
        'no invariant would notice (looked for with at most 2 messages in a channel, and channels were full: with more, one might)',
      ) as string,
    });
  });
});
