import { describe, expect, it } from 'vitest';
import type { DocumentContext } from '../../../src/core/documents/document-context.ts';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { impactAssessment } from '../../../src/core/documents/impact-assessment.ts';
import type { ImpactAssessmentFacts } from '../../../src/core/documents/impact-assessment.ts';
import { numberFindings } from '../../../src/core/documents/impact/numbered-findings.ts';
import { controlsOf } from '../../../src/core/documents/impact/controls.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { EMERGENCY, boardContext } from './board-plant.ts';
import { plantContext } from './small-plant.ts';

const factsOf = (context: DocumentContext): ImpactAssessmentFacts =>
  impactAssessment.compose(context, composeFront(impactAssessment, context));
const board = factsOf(boardContext());
const plain = factsOf(plantContext());
const row = (ref: string) => board.inventory.find((one) => one.ref === ref);

describe('values before and after', () => {
  it('come worst first, each with what was changed on its way and how many vectors differ', () => {
    expect(
      board.effects.map(({ ref, element, verdict, by, vectors, touchedBy }) => [
        `${ref} ${element.kind}:${element.id}`,
        `${verdict}${by === null ? '' : ` by ${by}`}`,
        vectors,
        touchedBy.map((place) => `${place.element.id} ${place.attribute}: ${place.findings.join(' ')}`),
      ]),
    ).toEqual([
      [
        'W-01 mapping:IF-1.again',
        'different by counterexample',
        { different: 1, same: 3, unknown: 0 },
        ['VM map.B: F-05 F-07'],
      ],
      [
        'W-01 mapping:IF-1.kind',
        'different by counterexample',
        { different: 1, same: 3, unknown: 0 },
        ['VM map.B: F-05 F-07'],
      ],
      [
        'W-02 mapping:IF-1.pieces',
        'different by counterexample',
        { different: 7, same: 3, unknown: 0 },
        ['UP from: F-03', 'lot.quantity unit: F-04'],
      ],
      [
        'W-03 mapping:IF-1.family',
        'no-difference-observed',
        { different: 0, same: 10, unknown: 0 },
        ['VF map.B: F-11'],
      ],
      [
        'W-04 mapping:IF-1.quantity',
        'equal by algebra',
        { different: 0, same: 10, unknown: 0 },
        ['UC factor: F-01', 'UC from: F-01.1', 'lot.quantity unit: F-04'],
      ],
    ]);
  });

  it('hold the inputs that arrive otherwise, and none of those that do not', () => {
    expect(board.effects.map(({ rows }) => rows.length)).toEqual([1, 1, 7, 0, 0]);
    expect(board.effects[0]?.rows).toEqual([{ input: 'B', base: 'Z', head: 'X', same: false }]);
  });

  it('say what makes up for what only where it is proved (A9)', () => {
    const byConversion =
      'compensated by lot.quantity (unit): every value of IF-1.quantity is proved to arrive as before';
    expect(board.effects.map(({ compensations }) => compensations)).toEqual([
      [],
      [],
      [],
      [],
      [
        { ref: 'F-01', reason: byConversion },
        { ref: 'F-01.1', reason: byConversion },
        {
          ref: 'F-04',
          reason:
            'compensated by UC (factor) and UC (from): every value of IF-1.quantity is proved to arrive as before; not so for IF-1.pieces',
        },
      ],
    ]);
  });

  it('are none where no way of a mapped field is touched', () => {
    expect(plain.effects).toEqual([]);
  });
});

describe('previous decisions', () => {
  const approved = [{ function: 'QA', name: 'A. Bell', date: '2026-01-20', reference: 'Minutes 3' }];
  const earlier = { change: 'CR-1', title: 'First amounts', date: '2026-01-10', approved };

  it('are told once for all changes that they concern', () => {
    expect(board.previousDecisions).toEqual([
      { ...earlier, ref: 'P-01', namedAs: 'VM', findings: ['F-05', 'F-07'], disposition: null, inFlight: null },
      {
        ...earlier,
        ref: 'P-02',
        namedAs: 'lot',
        findings: ['F-09', 'F-09.1', 'F-09.2'],
        disposition: null,
        inFlight: null,
      },
      {
        ...earlier,
        ref: 'P-03',
        namedAs: 'lot.quantity',
        findings: ['F-04'],
        disposition: 'Accepted with the scale of the line.',
        inFlight: 'Open lots keep theirs',
      },
    ]);
  });

  it('are none where base holds no record, and the record of now is none', () => {
    expect(plain.previousDecisions).toEqual([]);
  });
});

describe('an emergency change', () => {
  const recordWith = (from: string, to: string) =>
    factsOf(boardContext(EMERGENCY.replace(from, to))).changes.map(({ emergency, approveBy, approval }) => ({
      emergency,
      approveBy,
      ...approval,
    }));
  const wanted = ['QA', 'OPS', 'IT'];
  const asOf = '2026-03-02';

  it('has a day by which it is approved, and is not approved while a function has not decided', () => {
    expect(recordWith('', '')).toEqual([
      { emergency: true, approveBy: '2026-02-28', asOf, wanted, missing: ['OPS', 'IT'], whole: false, overdue: true },
    ]);
    expect(board.openQuestions[0]?.question).toBe(
      'Who approves the emergency change CR-2 after the fact for OPS, IT, and when? The record says: by 2026-02-28.',
    );
  });

  it('is approved by every function, each by a person of its own other than the requester', () => {
    const all = (operations: string): string =>
      `[{function: QA, name: Q. Unit, date: 2026-03-01}, {function: OPS, name: ${operations}, date: 2026-03-01}, {function: IT, name: I. Nett, date: 2026-03-01}]`;
    const approvals = '[{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-1}]';
    const told = { emergency: true, approveBy: '2026-02-28', asOf, wanted };
    expect([
      ...recordWith(approvals, all('O. Other')),
      ...recordWith(approvals, all('Q. Unit')),
      ...recordWith(approvals, all('O. Floor')),
    ]).toEqual([
      { ...told, missing: [], whole: true, overdue: false },
      { ...told, missing: [], whole: false, overdue: true },
      { ...told, missing: ['OPS'], whole: false, overdue: true },
    ]);
  });

  it('is not approved by what base holds already: that was decided of another change', () => {
    const all =
      '[{function: QA, name: Q. Unit, date: 2026-03-01}, {function: OPS, name: O. Other, date: 2026-03-01}, {function: IT, name: I. Nett, date: 2026-03-01}]';
    const context = boardContext(
      EMERGENCY.replace('[{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-1}]', all),
    );
    const approvalIn = (base: typeof context.base) =>
      factsOf({ ...context, base }).changes.map(({ approval }) => [approval.whole, approval.missing]);
    expect(approvalIn(context.base)).toEqual([[true, []]]);
    expect(approvalIn({ ...context.base, model: context.head.model })).toEqual([[false, ['QA', 'OPS', 'IT']]]);
  });

  it('without a day is not overdue, and asks for one', () => {
    const facts = factsOf(boardContext(EMERGENCY.replace('    approveBy: 2026-02-28\n', '')));
    expect(facts.changes.map(({ approveBy, approval }) => [approveBy, approval.overdue])).toEqual([[null, false]]);
    expect(facts.openQuestions[0]?.question).toBe(
      'Who approves the emergency change CR-2 after the fact for OPS, IT, and when? The record declares no day for it (approveBy).',
    );
  });

  it('asks nothing of a change that is none', () => {
    expect(plain.changes.map(({ emergency, approveBy, approval }) => [emergency, approveBy, approval.overdue])).toEqual(
      [[false, null, false]],
    );
    expect(plain.openQuestions.filter(({ question }) => question.includes('emergency'))).toEqual([]);
  });
});

describe('edits that no change record names', () => {
  it('are listed with the findings of each', () => {
    expect(board.notRecorded).toEqual([
      {
        ref: 'F-06',
        record: 'CR-2',
        statement:
          'Change record CR-2 does not name all that changed: VF and VM change without being announced. Nobody asked for it in writing, so that nobody has assessed it or decided about it.',
        elements: [
          { id: 'VF', findings: ['F-11', 'F-13'] },
          { id: 'VM', findings: ['F-05', 'F-07'] },
        ],
      },
    ]);
  });
});

describe('waivers that came with the change', () => {
  it('are accepted or not, with the reason', () => {
    expect([row('F-05'), row('F-11')].map((one) => [one?.waiver, one?.waiverRequest])).toEqual([
      [
        null,
        {
          id: 'W-2',
          accepted: false,
          why: 'Not valid: the finding asks for OPS, QA, IT, and nobody has approved it for OPS, IT.',
        },
      ],
      [
        null,
        {
          id: 'W-1',
          accepted: true,
          why: 'New in this change. Approved by I. Nett (IT, 2026-03-01), O. Other (OPS, 2026-03-01), Q. Unit (QA, 2026-03-01, CC-2) until 2026-05-01: The codes are not in use.',
        },
      ],
    ]);
    expect(
      board.waivers.map(({ id, covers, acceptedFor, notAcceptedFor }) => ({ id, covers, acceptedFor, notAcceptedFor })),
    ).toEqual([
      { id: 'W-1', covers: [], acceptedFor: ['F-11'], notAcceptedFor: [] },
      {
        id: 'W-2',
        covers: [],
        acceptedFor: [],
        notAcceptedFor: [
          {
            ref: 'F-05',
            why: 'Not valid: the finding asks for OPS, QA, IT, and nobody has approved it for OPS, IT.',
          },
        ],
      },
    ]);
    expect([board.counts.waived, board.counts.acceptedRequests]).toEqual([0, 1]);
  });

  it('leave the question open where they are not accepted', () => {
    expect(board.openQuestions.map(({ question }) => question)).toContain(
      'How are the changes of high risk disposed of (F-01, F-02, F-03, F-05, F-06, F-07, F-08)?',
    );
  });
});

describe('findings that another explains', () => {
  it('are below it; the same edit in another place is marked as that', () => {
    expect(
      board.inventory
        .filter(({ explains, explainedBy }) => explains.length > 0 || explainedBy !== null)
        .map(({ ref, ruleId, element, explains, explainedBy, sameEdit }) => ({
          ref: `${ref} ${ruleId} ${element.id}`,
          explains,
          explainedBy,
          sameEdit,
        })),
    ).toEqual([
      { ref: 'F-01 unit-conversion-factor-changed UC', explains: ['F-01.1'], explainedBy: null, sameEdit: false },
      { ref: 'F-01.1 unit-conversion-factor-changed UC', explains: [], explainedBy: 'F-01', sameEdit: false },
      { ref: 'F-09 field-pattern-changed lot.box', explains: ['F-09.1', 'F-09.2'], explainedBy: null, sameEdit: false },
      { ref: 'F-09.1 field-pattern-changed lot.nr', explains: [], explainedBy: 'F-09', sameEdit: true },
      { ref: 'F-09.2 field-pattern-changed lot.pallet', explains: [], explainedBy: 'F-09', sameEdit: true },
    ]);
  });

  const finding = (fingerprint: string, claimedBy?: string): Finding => ({
    ruleId: `rule-${fingerprint}`,
    class: 'risky',
    risk: 'M',
    raisedBy: [],
    element: { kind: 'field', id: fingerprint },
    attribute: '',
    reason: '',
    fingerprint,
    claims: [],
    ...(claimedBy === undefined ? {} : { claimedBy }),
    evidence: [],
    approvers: { approve: [], inform: [] },
  });
  const numbered = (...findings: readonly Finding[]) =>
    numberFindings(findings).map(({ ref, finding: one }) => `${ref} ${one.fingerprint}`);

  it('stand below the one that explains them in the end', () => {
    expect(numbered(finding('c', 'b'), finding('a'), finding('b', 'a'), finding('d'))).toEqual([
      'F-01 a',
      'F-01.1 b',
      'F-01.2 c',
      'F-02 d',
    ]);
  });

  it('are never lost: not where their lead is missing, nor where they explain each other', () => {
    expect(numbered(finding('a', 'gone'), finding('b', 'c'), finding('c', 'b'))).toEqual([
      'F-01 a',
      'F-02 b',
      'F-02.1 c',
    ]);
  });
});

describe('controls', () => {
  const [one] = plain.inventory;
  if (one === undefined) throw new Error('the plant has a change');
  const sides = CHANGE_RULES.map(({ id, class: verdict }) => {
    const { weakened, strengthened } = controlsOf([{ ...one, ruleId: id, class: verdict }]);
    return { id, weaker: weakened.length > 0, stronger: strengthened.length > 0 };
  });

  it('are weakened by every rule whose opposite is assurance-strengthened', () => {
    const wanted = CHANGE_RULES.filter(
      ({ mirror, class: verdict }) =>
        'rule' in mirror && mirror.rule === 'assurance-strengthened' && (verdict === 'breaking' || verdict === 'risky'),
    ).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((id) => sides.some((side) => side.id === id && !side.weaker))).toEqual([]);
  });

  it('are never weakened and strengthened by one rule', () => {
    expect(sides.filter(({ weaker, stronger }) => weaker && stronger)).toEqual([]);
  });

  it('name rights, signatures, segregation and what removes them', () => {
    const weaker = sides.filter((side) => side.weaker).map(({ id }) => id);
    const stronger = sides.filter((side) => side.stronger).map(({ id }) => id);
    expect(weaker).toEqual(
      expect.arrayContaining(['permission-granted', 'signature-removed', 'sod-constraint-removed', 'test-removed']),
    );
    expect(stronger).toEqual(
      expect.arrayContaining(['permission-revoked', 'signature-added', 'sod-constraint-added', 'test-added']),
    );
    expect(weaker).not.toContain('requirement-removed');
  });
});
