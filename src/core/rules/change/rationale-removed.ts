import { defineChangeRule } from '../change-rule.ts';
import { excused, RATIONALE_CLAIMS } from '../judging/common-attributes.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a reason why something is as it is that is no longer given. */
export const rationaleRemoved = defineChangeRule({
  id: 'rationale-removed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a reason why something is as it is that is no longer given.',
  why: 'What was accepted for that reason is accepted without any; nobody can check it any more.',
  fix: 'Put the reason back, or change what it justified.',
  mirror: { rule: 'rationale-changed' },
  core: false,
  claims: RATIONALE_CLAIMS,
  check(change, context) {
    if (change.to !== undefined) return [];
    const reason = excused(change.before, change.after, context);
    return [
      reason === undefined ? { what: plainShift(change) } : { what: plainShift(change), raise: { risk: 'H', reason } },
    ];
  },
  examples: [
    {
      name: 'of a lossy map',
      before: `codes: {A: {values: {"1": One}}, B: {values: {X: Ex}}}
valueMaps: {M: {from: A, to: B, map: {"1": X}, lossy: {reason: The receiver needs no more}}}`,
      after: `codes: {A: {values: {"1": One}}, B: {values: {X: Ex}}}
valueMaps: {M: {from: A, to: B, map: {"1": X}}}`,
      expect: ['risky M value-map:M lossy.reason'],
    },
    {
      name: 'of a release that no person starts',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true, rationale: The release is signed in QMS}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true}}}}
roles: {QA: {}}`,
      expect: ['risky H transition:INV.T1 rationale'],
    },
    {
      name: 'in other words',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, rationale: A}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, rationale: B}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
