import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { composePlant } from '../../../../src/core/explore/compose/compose-plant.ts';
import { modelOf } from '../verdict/explored.ts';

const said = (delivery: string): readonly string[] => {
  const model = modelOf(`
roles: {OP: {}}
systems: {A: {}, B: {}}
objects: {lot: {}}
interfaces: {IF-1: {from: A, to: B, pattern: event, faults: [duplicate], delivery: {${delivery}}}}
lifecycles:
  S: {object: lot, system: A, initial: S0, states: {S0: active, S1: closed}, transitions: {T1: {from: S0, to: S1, by: OP, emits: IF-1}}}
  R: {object: lot, system: B, initial: R0, states: {R0: active, R1: closed}, transitions: {U1: {from: R0, to: R1, receives: IF-1}}}
explore: {faults: 1}
`);
  return composePlant(model, boundsOf(model)).plant.leftOut.filter((sentence) => sentence.includes('repeated message'));
};

describe('A message that is delivered twice', () => {
  it('comes again at once where order is kept, and that is said', () => {
    expect(said('order: fifo')).toEqual([
      'A repeated message of IF-1 arrives again at once: one that comes again later, behind others, is not explored.',
    ]);
  });

  it('may come again at any moment where no order is kept', () => {
    expect(said('order: none')).toEqual([]);
  });
});
