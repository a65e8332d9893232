import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a transition that starts in other states or leads to another one. */
export const transitionRetargeted = defineChangeRule({
  id: 'transition-retargeted',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a transition that starts in other states or leads to another one.',
  why: 'The same button or the same message leads elsewhere.',
  fix: 'Add a new transition for the new way, and retire the old one.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['from', 'to', 'to.last'] }],
  check: ({ after, path, from, to }) => [
    { what: shift(`${named(after)}, ${path[0] === 'from' ? 'starts in' : 'leads to'}`, from, to) },
  ],
  examples: [
    {
      name: 'leads elsewhere',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking H transition:NCR.T1 to'],
    },
    {
      name: 'starts in more states',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: [Open, Review], to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking H transition:NCR.T1 from'],
    },
    {
      name: 'the same start as a list of one',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: [Open], to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
