import { describe, expect, it } from 'vitest';
import { ruleStrength } from '../../../../src/core/explore/strength/rule-strength.ts';
import type { RuleStrength } from '../../../../src/core/explore/strength/rule-strength.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';

/** A nonconformity blocks the stock of its lot; release looks at both. */
const PLANT = `
roles: {OPERATOR: {}, QA: {}}
systems: {QMS: {}, ERP: {}}
objects: {lot: {}, ncr: {of: lot}}
sets: {OPEN: {of: NCR, effect: blocks, members: [Open]}}
interfaces: {IF-1: {from: QMS, to: ERP, unexpected: ignore, delivery: {order: fifo}, fields: {ncr_status: {from: NCR}}}}
segregation: {S-1: {acts: [NCR.T1, INV.T3]}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Draft
    states: {Draft: pre, Open: open, Closed: closed}
    transitions:
      T1: {from: Draft, to: Open, by: OPERATOR, emits: IF-1}
      T2: {from: Open, to: Closed, by: QA, emits: IF-1, when: {fact: it is resolved}}
  INV:
    object: lot
    system: ERP
    initial: QI
    states: {QI: quarantine, Blocked: held, Released: {class: released, resting: true}}
    transitions:
      T1: {from: QI, to: Blocked, receives: {message: IF-1, NCR: {in: OPEN}}}
      T2: {from: Blocked, to: QI, receives: {message: IF-1, NCR: {not: {in: OPEN}}}}
      T3: {from: QI, to: Released, by: QA, sign: {meaning: Released}, when: {all: [{none: ncr, NCR: {in: OPEN}}, {settled: IF-1}]}}
`;
const INVARIANTS = `invariants:
  I-1: {title: Nothing is released with an open NCR, step: INV.T3, requires: {none: ncr, NCR: Open}}
  I-2: {title: Only the signed step releases, gate: {INV: Released}, only: [INV.T3], signed: true}
  I-3: {title: Duties are segregated, separate: [S-1]}
`;

function strengthOf(
  spec: string,
  ...request: Parameters<typeof ruleStrength> extends [unknown, ...infer R] ? R : never
): RuleStrength {
  const model = load('base', [sourceFile('base', 'countersign.yaml', projectText(spec))]);
  return ruleStrength(model, ...request);
}

/** `NCR.T1 no longer sent IF-1: nothing`, with the invariant and its steps, or what is observed. */
function inWords({ weakenings }: RuleStrength): readonly string[] {
  return weakenings.map(({ element, what, noticed, invariant, steps, observation }) => {
    const by = invariant === undefined ? '' : ` ${invariant} in ${steps}`;
    return `${element} ${what}: ${noticed}${by}${observation === undefined ? '' : ` (${observation})`}`;
  });
}

describe('rule strength', () => {
  const strength = strengthOf(PLANT + INVARIANTS);

  it('says of each weakening who notices it', () => {
    expect(inWords(strength)).toEqual([
      'INV.T3 no longer required that nothing of IF-1 is on its way: nothing',
      'INV.T3 no longer required that no NCR of the lot is in a status of OPEN: nothing',
      'INV.T3 required none of its 2 conditions: invariant I-1 in 2',
      'INV.T1 were started whatever its message carries, and not only where the message IF-1 says that the NCR is in a status of OPEN: nothing',
      'INV.T2 were started whatever its message carries, and not only where the message IF-1 says that the NCR is in a status outside OPEN: nothing',
      'NCR.T1 no longer sent IF-1: observation (INV.T1 never happens within these bounds.)',
      'NCR.T2 no longer sent IF-1: observation (Nothing can happen any more, though INV of lot 1 is in INV.Blocked, where nothing may stay for good.)',
      'OPEN did not name Open: invariant I-1 in 3',
      'INV.T1 were also possible in Released: nothing',
      'INV.T3 were also possible in Blocked: nothing',
      'NCR.T2 were also possible in Draft: nothing',
      'INV.T1 led to QI instead of Blocked: observation (INV.T2 never happens within these bounds.)',
      'INV.T1 led to Released instead of Blocked: invariant I-2 in 0',
      'INV.T2 led to Blocked instead of QI: observation (Nothing can happen any more, though INV of lot 1 is in INV.Blocked, where nothing may stay for good.)',
      'INV.T2 led to Released instead of QI: invariant I-2 in 0',
      'INV.T3 led to Blocked instead of Released: observation (Nothing can happen any more, though INV of lot 1 is in INV.Blocked, where nothing may stay for good.)',
      'INV.T3 led to QI instead of Released: observation (No record comes into INV.Released within these bounds.)',
      'NCR.T1 led to Closed instead of Open: observation (INV.T1 never happens within these bounds.)',
      'NCR.T1 led to Draft instead of Open: observation (INV.T1 never happens within these bounds.)',
      'NCR.T2 led to Draft instead of Closed: observation (No record comes into NCR.Closed within these bounds.)',
      'NCR.T2 led to Open instead of Closed: observation (INV.T2 never happens within these bounds.)',
      'IF-1 did not keep its messages in order: observation (Nothing can happen any more, though INV of lot 1 is in INV.Blocked, where nothing may stay for good.)',
      'INV.T3 were no longer signed: invariant I-2 in 0',
      'INV.T3 could also be done by OPERATOR: invariant I-3 in 0',
      'NCR.T1 could also be done by QA: invariant I-3 in 0',
    ]);
    const { noticed, onlyObserved, unnoticed, undecided, share, gaps } = strength;
    expect({ noticed, onlyObserved, unnoticed, undecided, share, gaps }).toEqual({
      noticed: 7,
      onlyObserved: 11,
      unnoticed: 7,
      undecided: 0,
      share: 28,
      gaps: [],
    });
  });

  it('asks the process owner one question for each, at the place where it is written', () => {
    const [first] = strength.weakenings;
    expect(first?.question).toBe(
      'If INV.T3 no longer required that nothing of IF-1 is on its way, no invariant would notice: is the condition superfluous, or is an invariant missing?',
    );
    expect(first?.at).toMatchObject({ file: 'countersign.yaml', span: { start: { line: 28, column: 124 } } });
  });

  it('asks nothing about what only people know: no search can tell', () => {
    expect(strength.notTold.map(({ element, what }) => `${element} ${what}`)).toEqual([
      'NCR.T2 no longer required that it is resolved',
    ]);
  });

  it('falls when an invariant goes, and an invariant that is broken today notices nothing', () => {
    const weaker = strengthOf(PLANT + INVARIANTS.replace(/ {2}I-1.*\n/u, ''));
    expect(
      weaker.weakenings.filter(({ noticed }) => noticed === 'invariant').map(({ invariant }) => invariant),
    ).toEqual(['I-2', 'I-2', 'I-2', 'I-3', 'I-3']);
    const always = strengthOf(`${PLANT}invariants: {I-1: {never: {INV: QI}}}`);
    expect(always.noticed).toBe(0);
  });

  it('is not decided where a search reaches its limit, and ends where it is cancelled', () => {
    const few = strengthOf(PLANT + INVARIANTS, { limits: { states: 3, bytes: 1e9 } });
    expect(few.undecided).toBeGreaterThan(0);
    expect(few.gaps.length).toBeGreaterThan(0);
    const cancelled = strengthOf(PLANT + INVARIANTS, {}, { cancelled: () => true });
    expect([cancelled.weakenings.length, cancelled.gaps]).toEqual([
      0,
      ['The run was cancelled: what comes after was not weakened.'],
    ]);
  });

  it('has nothing to weaken where there is nothing', () => {
    const { weakenings, share, notTold } = strengthOf('systems: {A: {}}');
    expect({ weakenings, share, notTold }).toEqual({ weakenings: [], share: undefined, notTold: [] });
  });
});
