import { describe, expect, it } from 'vitest';
import { explored, verdictLines } from './explored.ts';

/** Lots are reviewed and released; a report belongs to one lot and blocks its release while it is open. */
const LOTS = `
roles: {OP: {}, QA: {}}
systems: {SYS: {}}
objects: {lot: {}, ncr: {of: lot}}
lifecycles:
  REV:
    object: lot
    system: SYS
    initial: Due
    states: {Due: pre, Done: closed}
    transitions: {review: {from: Due, to: Done, by: QA}, reset: {from: Done, to: Due, by: QA}}
  INV:
    object: lot
    system: SYS
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions:
      release:
        from: QI
        to: Released
        by: QA
        when: {all: [{REV: Done}, {none: ncr, NCR: Open}]}
  NCR:
    object: ncr
    system: SYS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed}
    transitions:
      raise: {from: Draft, to: Open, by: OP, when: {INV: QI}}
      close: {from: Open, to: Closed, by: QA}
explore: {instances: {lot: 2, ncr: 1}}
`;

function verdicts(invariants: string): readonly string[] {
  return verdictLines(explored(`${LOTS}invariants:\n${invariants}`, { observations: false }));
}

describe('An invariant', () => {
  it('holds for every record of the objects that it names outside quantifiers', () => {
    expect(
      verdicts(`
  A: {never: {all: [{INV: Released}, {some: ncr, NCR: Open}]}}
  B: {never: {INV: Released, REV: Due}}
  C: {never: {all: [{some: lot, INV: Released}, {NCR: Open}]}}`),
    ).toEqual(['A holds', 'B broken, 0 faults: REV.review INV.release REV.reset', 'C holds']);
  });

  it('is about the record of the step, not about its neighbours', () => {
    expect(
      verdicts(`
  A: {step: INV.release, requires: {REV: Done}}
  B: {step: INV.release, requires: {none: ncr, NCR: Open}}
  C: {step: NCR.raise, requires: {INV: QI}}
  D: {step: NCR.close, requires: {INV: QI}}`),
    ).toEqual(['A holds', 'B holds', 'C holds', 'D holds']);
  });

  it('counts only what came on records that belong together', () => {
    expect(
      verdicts(`
  A: {before: INV.release, must: REV.review}
  B: {before: INV.release, must: REV.review, since: NCR.raise}
  C: {before: NCR.close, must: REV.review}
  D: {before: {INV: Released}, must: REV.review, since: REV.reset}`),
    ).toEqual([
      'A holds',
      'B broken, 0 faults: REV.review NCR.raise NCR.close INV.release',
      'C broken, 0 faults: NCR.raise NCR.close',
      'D broken, 0 faults: REV.review INV.release REV.reset',
    ]);
  });

  it('follows on records that belong together', () => {
    expect(
      verdicts(`
  A: {after: NCR.raise, must: NCR.close}
  B: {after: NCR.raise, must: INV.release}
  C: {after: INV.release, must: REV.review}
  D: {after: NCR.raise, must: {NCR: Closed, INV: Released}}`),
    ).toEqual(['A holds', 'B holds', 'C holds', 'D holds']);
  });

  it('is not explored where the world has no record of what it is about', () => {
    const { invariants } = explored(
      `${LOTS.replace('ncr: 1}', 'ncr: 0}')}invariants: {A: {never: {NCR: Open}}, B: {never: {INV: Released, REV: Due}}}`,
      { observations: false },
    );
    expect(invariants.map(({ verdict, reason }) => [verdict, reason.slice(0, 55)])).toEqual([
      ['not-explored', 'There is no record of ncr in the world that is explored'],
      ['broken', 'It breaks without any fault, in 3 steps.'],
    ]);
  });
});
