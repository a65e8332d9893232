import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a step that has a condition for the first time. */
export const guardAdded = defineChangeRule({
  id: 'guard-added',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-NEG', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a step that has a condition for the first time.',
  why: 'Records that could move may now be stuck; the data it reads must really arrive.',
  fix: 'Check that what the condition reads is filled for records in flight.',
  mirror: { rule: 'guard-removed' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['when', 'procedure'] }],
  check: (change, context) => guardVerdict(change, context, 'added'),
  examples: [
    {
      name: 'condition added',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking M transition:NCR.T1 when'],
    },
    {
      name: 'condition dropped',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
