import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a role that is gone. */
export const roleRemoved = defineChangeRule({
  id: 'role-removed',
  family: 'roles',
  judges: 'element',
  class: 'breaking',
  risk: 'M',
  evidence: ['IQ-SEC', 'OQ-NEG', 'DOC'],
  approvers: { approve: ['OPS', 'IT'], inform: ['QA'] },
  purpose: 'Reports a role that is gone.',
  why: 'Its holders lose access, and steps may be left without anybody who can start them.',
  fix: 'Say which role its holders get, and who does its steps.',
  mirror: { rule: 'role-added' },
  core: false,
  claims: [{ kinds: ['role'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'a role is gone',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}, LEAD: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      expect: ['breaking M role:LEAD'],
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
