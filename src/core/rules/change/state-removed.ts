import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a state that is gone. */
export const stateRemoved = defineChangeRule({
  id: 'state-removed',
  family: 'lifecycles',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['MIG', 'OQ-TRN', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a state that is gone.',
  why: 'Records that are in it are stranded, and their history names a state that nothing defines.',
  fix: 'Say in `inFlight` of the change record what happens to records in that state.',
  mirror: { rule: 'state-added' },
  core: true,
  claims: [{ kinds: ['state'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'state deleted',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking H state:NCR.Review'],
    },
    {
      name: 'renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Check: {class: open, formerIds: [Review]}, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
