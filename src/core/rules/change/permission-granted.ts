import { defineChangeRule } from '../change-rule.ts';
import { gainedRights } from '../judging/role-permissions.ts';

/** Reports rights to read, create or change, or systems, that a role has now and had not, inherited ones included. */
export const permissionGranted = defineChangeRule({
  id: 'permission-granted',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-SEC', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports rights to read, create or change, or systems, that a role has now and had not, inherited ones included.',
  why: 'People can do what they could not; no old user notices.',
  fix: 'Grant the right only where the work needs it, and list it in the matrix of roles.',
  mirror: { rule: 'permission-revoked' },
  core: true,
  claims: [{ kinds: ['role'], paths: ['may.view', 'may.create', 'may.edit', 'systems'] }],
  check: (context) => gainedRights(context, 'of people'),
  examples: [
    {
      name: 'may read more',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot, ncr]}}}`,
      expect: ['risky M role:QA may.view'],
    },
    {
      name: 'may change something',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot], edit: [lot]}}}`,
      expect: ['risky H role:QA may.edit'],
    },
    {
      name: 'several rights, and an heir',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}, LEAD: {inherits: [QA]}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot], create: [ncr]}}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H role:QA may'],
    },
    {
      name: 'one right less',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot, ncr]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      expect: [],
    },
    {
      name: 'the object is renamed',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      after: `objects: {batch: {formerIds: [lot]}, ncr: {}}
roles: {QA: {may: {view: [batch]}}}`,
      expect: [],
    },
    {
      name: 'a right that can undo controls',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {delete: [lot]}}}`,
      expect: [],
    },
  ],
});
