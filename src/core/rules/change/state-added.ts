import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/** Reports a new state. */
export const stateAdded = defineChangeRule({
  id: 'state-added',
  family: 'lifecycles',
  judges: 'element',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new state.',
  why: 'Whoever lists states by name does not know it yet: no list, map or guard says what it means there.',
  fix: 'Decide for every set and value map over this lifecycle what the state counts as.',
  mirror: { rule: 'state-removed' },
  core: true,
  claims: [{ kinds: ['state'], action: 'added' }],
  check(element) {
    const { class: meaning } = (element as Element<'state'>).attributes;
    return [{ what: `${named(element)} (class ${meaning ?? 'not declared'}) was added.` }];
  },
  examples: [
    {
      name: 'new state',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Verify: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky M state:NCR.Verify'],
    },
    {
      name: 'same states in another order',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Closed: closed, Open: open, Review: open}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
