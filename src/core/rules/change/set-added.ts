import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new list of states or codes. */
export const setAdded = defineChangeRule({
  id: 'set-added',
  family: 'codes',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-COD', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new list of states or codes.',
  why: 'It decides nothing until a condition counts by it; what the list says of unknown states decides then.',
  fix: 'Say what it blocks or permits, what counts for an unknown state, and where it is configured.',
  mirror: { rule: 'set-removed' },
  core: false,
  claims: [{ kinds: ['set'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new list',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open]}}`,
      expect: ['compatible M set:S'],
    },
    {
      name: 'renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S2: {formerIds: [S], of: NCR, members: [Open]}}`,
      expect: [],
    },
  ],
});
