import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new role. */
export const roleAdded = defineChangeRule({
  id: 'role-added',
  family: 'roles',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['IQ-SEC'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports a new role.',
  why: 'It changes nothing until it is granted something; the grants carry the risk.',
  fix: 'Say in which systems it is set up and who may hold it.',
  mirror: { rule: 'role-removed' },
  core: false,
  claims: [{ kinds: ['role'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new role',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {}, LEAD: {}}`,
      expect: ['compatible L role:LEAD'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QUAL: {formerIds: [QA]}}`,
      expect: [],
    },
  ],
});
