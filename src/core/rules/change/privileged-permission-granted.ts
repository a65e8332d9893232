import { defineChangeRule } from '../change-rule.ts';
import { newKind } from '../judging/role-kind.ts';
import { gainedRights } from '../judging/role-permissions.ts';

/** Reports a role that may now remove, configure, pass controls or act as another, or that administrators hold now. */
export const privilegedPermissionGranted = defineChangeRule({
  id: 'privileged-permission-granted',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'C',
  evidence: ['IQ-SEC', 'OQ-NEG', 'OQ-AUD', 'RSK'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose:
    'Reports a role that may now remove, configure, pass controls or act as another, or that administrators hold now.',
  why: 'These rights can undo the controls on which the other rules rely.',
  fix: 'Keep them with administrators who take no part in the process, and log each use.',
  mirror: {
    elsewhere:
      'The loss of such a right is reported as permission-revoked; that people hold a role of administrators, as role-made-human.',
  },
  core: true,
  claims: [{ kinds: ['role'], paths: ['may.delete', 'may.configure', 'may.override', 'may.impersonate', 'kind'] }],
  check: (context) => [...gainedRights(context, 'privileged'), ...newKind(context, 'administrator')],
  examples: [
    {
      name: 'may remove records',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot], delete: [lot]}}}`,
      expect: ['risky C role:QA may.delete'],
    },
    {
      name: 'by inheritance',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}, ADM: {may: {override: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {inherits: [ADM]}, ADM: {may: {override: [lot]}}}`,
      expect: ['risky C role:QA inherits'],
    },
    {
      name: 'administrators hold it now',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {kind: administrator}}`,
      expect: ['risky C role:QA kind'],
    },
    {
      name: 'may remove no more',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {delete: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'may read more',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {view: [lot]}}}`,
      expect: [],
    },
  ],
});
