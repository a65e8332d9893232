import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a code list that is gone. */
export const codeListRemoved = defineChangeRule({
  id: 'code-list-removed',
  family: 'codes',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'MIG', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a code list that is gone.',
  why: 'Records hold codes that nothing explains any more, and whoever named the list takes any value.',
  fix: 'Deprecate its codes instead, and keep the list as long as records hold them.',
  mirror: { rule: 'code-list-added' },
  core: false,
  claims: [{ kinds: ['code-list'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `codes: {CL: {values: {A: First}}, CM: {values: {B: Second}}}`,
      after: `codes: {CL: {values: {A: First}}}`,
      expect: ['breaking H code-list:CM'],
    },
    {
      name: 'a code of a list that stays',
      before: `codes: {CL: {values: {A: First, B: Second}}}`,
      after: `codes: {CL: {values: {A: First}}}`,
      expect: [],
    },
  ],
});
