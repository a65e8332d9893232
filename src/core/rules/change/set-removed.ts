import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a list of states or codes that is gone. */
export const setRemoved = defineChangeRule({
  id: 'set-removed',
  family: 'codes',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-COD', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a list of states or codes that is gone.',
  why: 'Conditions that counted by it count by nothing: what it blocked is blocked by nothing.',
  fix: 'Name the list that takes its place in every condition, or keep it.',
  mirror: { rule: 'set-added' },
  core: false,
  claims: [{ kinds: ['set'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open]}, S2: {of: NCR, members: [Closed]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S2: {of: NCR, members: [Closed]}}`,
      expect: ['breaking H set:S'],
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
