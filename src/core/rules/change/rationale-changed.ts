import { defineChangeRule } from '../change-rule.ts';
import { excused, RATIONALE_CLAIMS } from '../judging/common-attributes.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a reason why something is as it is that is given for the first time, or in other words. */
export const rationaleChanged = defineChangeRule({
  id: 'rationale-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['DOC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a reason why something is as it is that is given for the first time, or in other words.',
  why: 'Nothing of the plant differs; whether the reason holds is for people to say.',
  fix: 'Read it once with those who decided.',
  mirror: { self: true },
  core: false,
  claims: RATIONALE_CLAIMS,
  check(change, context) {
    const { before, after, from, to } = change;
    if (to === undefined) return [];
    const reason = excused(before, after, context);
    if (reason === undefined) return [{ what: plainShift(change) }];
    // A first reason is what lets it pass; another one was not judged yet.
    return [{ what: plainShift(change), raise: { class: 'risky', risk: from === undefined ? 'H' : 'M', reason } }];
  },
  examples: [
    {
      name: 'in other words',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, rationale: A}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, rationale: B}}}}
roles: {QA: {}}`,
      expect: ['compatible L transition:INV.T1 rationale'],
    },
    {
      name: 'a first reason for a release that no person starts',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true, rationale: Because}}}}
roles: {QA: {}}`,
      expect: ['risky H transition:INV.T1 rationale'],
    },
    {
      name: 'another one',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true, rationale: The release is signed in QMS}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, auto: true, rationale: Because}}}}
roles: {QA: {}}`,
      expect: ['risky M transition:INV.T1 rationale'],
    },
    {
      name: 'no longer given',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, rationale: A}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
