import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that lets through all it let through, and more. */
export const guardWeakened = defineChangeRule({
  id: 'guard-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a condition that lets through all it let through, and more.',
  why: 'The same as a condition removed, and harder to see in a line diff.',
  fix: 'Put back what was dropped, or show what else prevents the new cases.',
  mirror: { rule: 'guard-tightened' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['when', 'procedure'] }],
  check: (change, context) => guardVerdict(change, context, 'weakened'),
  examples: [
    {
      name: 'one of two instead of both',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {any: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 when'],
    },
    {
      name: 'both instead of one of two',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {any: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
