import { defineChangeRule } from '../change-rule.ts';
import { rightsInWords } from '../judging/role-rights.ts';

/** Reports a declared rename of a role. */
export const roleRenamed = defineChangeRule({
  id: 'role-renamed',
  family: 'roles',
  judges: 'identity',
  class: 'compatible',
  risk: 'L',
  evidence: ['IQ-SEC', 'TRC'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports a declared rename of a role.',
  why: 'Accounts, work instructions and test cases carry the old name.',
  fix: 'Rename the accounts and the procedures with it; re-run the cases that name the role.',
  mirror: { self: true },
  core: true,
  check(identity, context) {
    const { before, after, renamed } = identity;
    if (after.kind !== 'role' || !renamed) return [];
    return [
      {
        what: `Role ${before.id} is now called ${after.id}. ${rightsInWords(identity, context)}`,
        values: { from: before.id, to: after.id },
      },
    ];
  },
  examples: [
    {
      name: 'renamed as declared',
      before: `roles: {QA_INSP: {}}`,
      after: `roles: {QUAL_INSPECTOR: {formerIds: [QA_INSP]}}`,
      expect: ['compatible L role:QUAL_INSPECTOR'],
    },
    {
      name: 'a system renamed',
      before: `systems: {MES: {}}`,
      after: `systems: {MES2: {formerIds: [MES]}}`,
      expect: [],
    },
  ],
});
