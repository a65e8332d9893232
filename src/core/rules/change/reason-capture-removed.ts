import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/** Reports a step for which no reason has to be given any more. */
export const reasonCaptureRemoved = defineChangeRule({
  id: 'reason-capture-removed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-AUD', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a step for which no reason has to be given any more.',
  why: 'Why the status of a regulated record changed is lost.',
  fix: 'Keep the reason, or show which record says why.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['reason'] }],
  check: ({ after, from, to }) =>
    from === true && to !== true ? [{ what: `${named(after)} no longer asks for a reason.` }] : [],
  examples: [
    {
      name: 'no reason any more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA, reason: true}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking H transition:INV.T1 reason'],
    },
    {
      name: 'a reason is asked for',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA, reason: true}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
