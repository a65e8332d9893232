import { describe, expect, it } from 'vitest';
import { exploreModel } from '../../../../src/core/explore/verdict/explore-model.ts';
import type { Exploration } from '../../../../src/core/explore/verdict/exploration.ts';
import { northmoor } from '../../rules/northmoor-model.ts';

const exploredState = (state: string): Exploration => exploreModel(northmoor(state).model);

/** `INV-01a broken in 9`: the verdict with the steps of its story. */
const verdictsOf = ({ invariants }: Exploration): readonly string[] =>
  invariants.map(
    ({ invariant, verdict, story }) =>
      `${invariant} ${verdict}${story === undefined ? '' : ` in ${story.steps.length}`}`,
  );

const stepsOf = ({ invariants }: Exploration, id: string): readonly string[] =>
  (invariants.find(({ invariant }) => invariant === id)?.story?.steps ?? []).map(({ transitions, kind }) =>
    transitions.length > 0 ? transitions.join('+') : kind,
  );

/** Nothing is broken; quantities and persons are not explored, and that is said. */
const CLEAN = [
  'INV-01a holds',
  'INV-01b holds',
  'INV-01c holds',
  'INV-02 holds',
  'INV-03 holds',
  'INV-04 holds',
  'INV-05 not-explored',
  'INV-06 holds',
  'INV-07 holds',
  'INV-08 holds',
  'INV-09 not-explored',
  'INV-10 holds',
];

/** What northmoor's own design leaves open in every revision, whatever the change. */
const KNOWN = [
  // The batch record of a scrapped lot can no longer be reviewed, and a released one is not declared as resting.
  'record-stuck BRR.Compiling',
  'record-stuck BRR.Released',
  // Declared as ignored: a hold that arrives before the receipt, a status that changes nothing.
  'unexpected-message IF-001',
  'unexpected-message IF-002.HOLD',
  'unexpected-message IF-002.UNHOLD',
];

describe('Northmoor, explored', () => {
  it('1.0.0: nothing is broken', () => {
    const exploration = exploredState('v1.0.0');
    expect(verdictsOf(exploration)).toEqual(CLEAN);
    expect(exploration.complete).toBe(true);
    expect(exploration.observations.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(KNOWN);
  });

  it('CR-2041: stock is released, and a hold is lifted, while the report is open', () => {
    const exploration = exploredState('cr-2041');
    expect(verdictsOf(exploration)).toEqual([
      'INV-01a broken in 9',
      'INV-01b broken in 16',
      'INV-01c holds',
      'INV-02 broken in 9',
      'INV-03 broken in 7',
      'INV-04 holds',
      'INV-05 not-explored',
      'INV-06 holds',
      'INV-07 holds',
      'INV-08 holds',
      'INV-09 not-explored',
      'INV-10 broken in 11',
    ]);
    // Each of these steps is unremarkable; the new, unsigned NCR.T08 is among them.
    expect(stepsOf(exploration, 'INV-01a').toSorted()).toEqual(
      ['BRR.T01', 'BRR.T02', 'INV.T00', 'INV.T03', 'LOT.T06', 'NCR.T01', 'NCR.T02', 'NCR.T03', 'NCR.T08'].toSorted(),
    );
    expect(stepsOf(exploration, 'INV-01a').at(-1)).toBe('INV.T03');
    expect(stepsOf(exploration, 'INV-02').at(-1)).toBe('LOT.T04');
    expect(exploration.invariants.map(({ faults }) => faults).filter((faults) => faults !== undefined)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it('2.0.1: the approved outcome is clean', () => {
    expect(verdictsOf(exploredState('v2.0.1'))).toEqual(CLEAN);
  });

  it('CR-2057: stock is released on an old answer, which the settled state no longer shows', () => {
    const exploration = exploredState('cr-2057');
    expect(verdictsOf(exploration)).toEqual(CLEAN.with(0, 'INV-01a broken in 7'));
    // Six steps, and the moment in which the answer was given that is then too old.
    expect(stepsOf(exploration, 'INV-01a').toSorted()).toEqual(
      ['BRR.T01', 'BRR.T02', 'INV.T00', 'INV.T03', 'LOT.T06', 'NCR.T01', 'outside'].toSorted(),
    );
  });
});
