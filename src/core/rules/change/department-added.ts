import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new department. */
export const departmentAdded = defineChangeRule({
  id: 'department-added',
  family: 'roles',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['IQ-SEC', 'DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a new department.',
  why: 'It changes nothing until a role belongs to it or it answers for something; these carry the risk.',
  fix: 'Say which roles belong to it and what it answers for.',
  mirror: { rule: 'department-removed' },
  core: false,
  claims: [{ kinds: ['department'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new one',
      before: `departments: {Q: {function: quality}}`,
      after: `departments: {Q: {function: quality}, L: {function: laboratory}}`,
      expect: ['compatible L department:L'],
    },
    {
      name: 'renamed as declared',
      before: `departments: {Q: {function: quality}}`,
      after: `departments: {QA: {formerIds: [Q], function: quality}}`,
      expect: [],
    },
  ],
});
