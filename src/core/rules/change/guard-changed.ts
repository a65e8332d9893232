import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that lets through other cases, neither more nor less. */
export const guardChanged = defineChangeRule({
  id: 'guard-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a condition that lets through other cases, neither more nor less.',
  why: 'It has to be tested as if the old one were removed and a new one added.',
  fix: 'Change it in two steps, so that each can be judged.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['when', 'procedure'] }],
  check: (change, context) => guardVerdict(change, context, 'incomparable'),
  examples: [
    {
      name: 'another fact',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: counted}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 when'],
    },
    {
      name: 'the same in another order',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: counted}, {fact: verified}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
