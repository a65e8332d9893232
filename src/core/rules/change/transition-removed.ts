import { defineChangeRule } from '../change-rule.ts';
import { wayOf } from '../judging/way.ts';
import { named } from '../judging/wording.ts';

/** Reports a transition that is gone. */
export const transitionRemoved = defineChangeRule({
  id: 'transition-removed',
  family: 'lifecycles',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-NEG', 'REG-DEP', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a transition that is gone.',
  why: 'The process, or a message, has nowhere to go; evidence that rests on the step loses its ground.',
  fix: 'Name the step that takes its place, and what happens to records that wait for it.',
  mirror: { rule: 'transition-added' },
  core: true,
  claims: [{ kinds: ['transition'], action: 'removed' }],
  check: (element) => [{ what: `${named(element)} was removed: ${wayOf(element)}.` }],
  examples: [
    {
      name: 'way deleted',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}, T2: {from: Review, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking H transition:NCR.T2'],
    },
    {
      name: 'renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {CLOSE: {from: Open, to: Closed, by: QA, formerIds: [T1]}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
