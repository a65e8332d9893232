import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a technical account that is no longer expected. */
export const technicalAccountRemoved = defineChangeRule({
  id: 'technical-account-removed',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-SEC', 'IQ-CFG'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a technical account that is no longer expected.',
  why: 'What runs with it stops; or the account stays where nobody looks for it.',
  fix: 'Disable the account, and show that nothing runs with it.',
  mirror: { rule: 'technical-account-widened' },
  core: false,
  claims: [{ kinds: ['environment'], paths: ['accounts.*'] }],
  check: (change) => (change.to === undefined ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky M environment:MES.PROD accounts.svc'],
    },
    {
      name: 'another role',
      before: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: ADMIN}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [],
    },
  ],
});
