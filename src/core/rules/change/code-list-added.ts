import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new code list. */
export const codeListAdded = defineChangeRule({
  id: 'code-list-added',
  family: 'codes',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['TRC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a new code list.',
  why: 'Nothing reads it until a field, a value map or a set names it; that is where it weighs.',
  fix: 'Say who owns it, and what each code means.',
  mirror: { rule: 'code-list-removed' },
  core: false,
  claims: [{ kinds: ['code-list'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First}}, CM: {values: {B: Second}}}`,
      expect: ['compatible L code-list:CM'],
    },
    {
      name: 'a code of a list that is there',
      before: `codes: {CL: {values: {A: First}}}`,
      after: `codes: {CL: {values: {A: First, B: Second}}}`,
      expect: [],
    },
  ],
});
