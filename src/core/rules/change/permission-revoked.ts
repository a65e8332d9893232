import { defineChangeRule } from '../change-rule.ts';
import { lostRights } from '../judging/role-permissions.ts';

/** Reports rights, systems or an inherited role that a role has no more. */
export const permissionRevoked = defineChangeRule({
  id: 'permission-revoked',
  family: 'roles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'L',
  evidence: ['IQ-SEC', 'DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports rights, systems or an inherited role that a role has no more.',
  why: 'Safe for control, but somebody can no longer do the work.',
  fix: 'Check who does the work from now on, and tell those who lose the right.',
  mirror: { rule: 'permission-granted' },
  core: true,
  claims: [{ kinds: ['role'], paths: ['may.*', 'systems', 'inherits'] }],
  check: lostRights,
  examples: [
    {
      name: 'one right less',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot, ncr]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      expect: ['breaking L role:QA may.view'],
    },
    {
      name: 'includes a role no more',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {inherits: [OP]}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {}}`,
      expect: ['breaking L role:SUP inherits'],
    },
    {
      name: 'one right more',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot, ncr]}}}`,
      expect: [],
    },
  ],
});
