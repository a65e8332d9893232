import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a step whose condition is gone. */
export const guardRemoved = defineChangeRule({
  id: 'guard-removed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-TRN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a step whose condition is gone.',
  why: 'A precondition of the decision disappears.',
  fix: 'Keep the condition, or show what else prevents the case.',
  mirror: { rule: 'guard-added' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['when', 'procedure'] }],
  check: (change, context) => guardVerdict(change, context, 'removed'),
  examples: [
    {
      name: 'condition dropped',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 when'],
    },
    {
      name: 'condition added',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
