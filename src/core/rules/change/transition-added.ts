import { defineChangeRule } from '../change-rule.ts';
import { wayOf } from '../judging/way.ts';
import { named } from '../judging/wording.ts';

/** Reports a new transition. */
export const transitionAdded = defineChangeRule({
  id: 'transition-added',
  family: 'lifecycles',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new transition.',
  why: 'It is a new way around the steps that exist.',
  fix: 'Give it the same conditions and signatures as the way that it shortens.',
  mirror: { rule: 'transition-removed' },
  core: true,
  claims: [{ kinds: ['transition'], action: 'added' }],
  check: (element) => [{ what: `${named(element)} was added: ${wayOf(element)}.` }],
  examples: [
    {
      name: 'new way',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}, T2: {from: Review, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T2'],
    },
    {
      name: 'another title',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {title: Close, from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
