import { defineChangeRule } from '../change-rule.ts';
import { newKind, otherAccounts } from '../judging/role-kind.ts';
import { gainedRights } from '../judging/role-permissions.ts';

/** Reports a service role that may do more, in which a step is now done, or that people held. */
export const serviceAccountScopeWidened = defineChangeRule({
  id: 'service-account-scope-widened',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-NEG'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a service role that may do more, in which a step is now done, or that people held.',
  why: 'A machine gains authority, and its acts lead back to no person.',
  fix: 'Give each interface a service role of its own with only the rights that it needs.',
  mirror: {
    elsewhere:
      'The loss of such a right is reported as permission-revoked; a step that runs in yet another service role, as service-account-scope-widened again.',
  },
  core: false,
  claims: [
    { kinds: ['role'], paths: ['may.view', 'may.create', 'may.edit', 'systems', 'kind'] },
    { kinds: ['transition'], paths: ['as'] },
  ],
  check: (context) => [
    ...gainedRights(context, 'of machines'),
    ...newKind(context, 'service'),
    ...otherAccounts(context),
  ],
  examples: [
    {
      name: 'may write more',
      before: `objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service, may: {edit: [lot]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service, may: {edit: [lot, ncr]}}}`,
      expect: ['risky H role:BUS may.edit'],
    },
    {
      name: 'a step runs in another service role',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, auto: true, as: BUS}}}}
objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service}, MES: {kind: service}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, auto: true, as: MES}}}}
objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service}, MES: {kind: service}}`,
      expect: ['risky H transition:LOT.T1 as'],
    },
    {
      name: 'people may do more',
      before: `objects: {lot: {}, ncr: {}}
roles: {QA: {}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {QA: {may: {edit: [lot]}}}`,
      expect: [],
    },
    {
      name: 'it may do less',
      before: `objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service, may: {edit: [lot, ncr]}}}`,
      after: `objects: {lot: {}, ncr: {}}
roles: {BUS: {kind: service, may: {edit: [lot]}}}`,
      expect: [],
    },
  ],
});
