import { describe, expect, it } from 'vitest';
import { explored, noticed, verdictLines } from './explored.ts';

/** Two lots have to be made before the machine gets to where it must never be. */
const MAKER = (spare: number): string => `
explore: {instances: {lot: 1}, spare: {lot: ${spare}}}
roles: {OP: {}}
systems: {A: {}}
objects: {lot: {}}
lifecycles:
  S:
    object: lot
    system: A
    initial: S0
    states: {S0: active, S1: active, S2: active, S3: closed}
    transitions:
      T1: {from: S0, to: S1, by: OP, creates: {lot: {S: S0}}}
      T2: {from: S1, to: S2, by: OP, creates: {lot: {S: S0}}}
      T3: {from: S2, to: S3, by: OP}
invariants: {A: {never: {S: S3}}}
`;

describe('Records that steps may make', () => {
  it('that are too few make the search incomplete, and nothing that only their number causes is noticed', () => {
    const exploration = explored(MAKER(1));
    expect(verdictLines(exploration)).toEqual(['A incomplete']);
    expect([exploration.complete, exploration.gaps]).toEqual([
      false,
      [
        'With room for 1 more record of lot (`explore.spare`) and no fault, a step would have made one more: what happens then was not seen.',
      ],
    ]);
    expect(noticed(exploration)).toEqual([]);
    expect(exploration.runs.map(({ messages, complete }) => [messages, complete])).toEqual([[1, false]]);
  });

  it('that are enough for the story let it happen', () => {
    expect(verdictLines(explored(MAKER(2)))).toEqual(['A broken, 0 faults: S.T1 S.T2 S.T3']);
  });

  it('of which there is none leave the step out, and nothing that only this causes is noticed', () => {
    const exploration = explored(MAKER(0));
    expect(verdictLines(exploration)).toEqual(['A holds']);
    expect(exploration.leftOut).toContain(
      'S.T1 makes a new lot and cannot happen here, since the bounds leave no room for one (`explore.spare`).',
    );
    expect(noticed(exploration)).toEqual([]);
  });
});
