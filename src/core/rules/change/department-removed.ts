import { defineChangeRule } from '../change-rule.ts';
import type { Element } from '../../model/element.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a department that is gone. */
export const departmentRemoved = defineChangeRule({
  id: 'department-removed',
  family: 'roles',
  judges: 'element',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-SEC', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a department that is gone.',
  why: 'Its roles bring nobody’s view any more, and what it answered for is answered for by nobody.',
  fix: 'Name the department that takes over its roles and duties.',
  mirror: { rule: 'department-added' },
  core: false,
  claims: [{ kinds: ['department'], action: 'removed' }],
  check(element) {
    const isQuality = (element as Element<'department'>).attributes.function === 'quality';
    const raise = { risk: 'H', reason: 'it is a department of quality' } as const;
    return [isQuality ? { ...removedElement(element), raise } : removedElement(element)];
  },
  examples: [
    {
      name: 'gone',
      before: `departments: {Q: {function: quality}, L: {function: laboratory}}`,
      after: `departments: {Q: {function: quality}}`,
      expect: ['risky M department:L'],
    },
    {
      name: 'one of quality',
      before: `departments: {Q: {function: quality}, L: {function: laboratory}}`,
      after: `departments: {L: {function: laboratory}}`,
      expect: ['risky H department:Q'],
    },
    {
      name: 'renamed as declared',
      before: `departments: {Q: {function: quality}}`,
      after: `departments: {QA: {formerIds: [Q], function: quality}}`,
      expect: [],
    },
  ],
});
