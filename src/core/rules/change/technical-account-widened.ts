import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a technical account that is new, acts in another role, or with which people can now log in. */
export const technicalAccountWidened = defineChangeRule({
  id: 'technical-account-widened',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-NEG'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a technical account that is new, acts in another role, or with which people can now log in.',
  why: 'A machine gains authority, or people act under a name that leads back to none of them.',
  fix: 'Give the account the one service role that it needs, and say `interactive: false`.',
  mirror: { rule: 'technical-account-removed' },
  core: false,
  claims: [{ kinds: ['environment'], paths: ['accounts.*', 'accounts.*.role', 'accounts.*.interactive'] }],
  check(change) {
    const { path, from, to } = change;
    // Only a promise that nobody can log in is one; what is no longer said is not kept.
    const isWider = path.length === 2 ? from === undefined : path[2] === 'role' || to !== false;
    return isWider ? [{ what: plainShift(change) }] : [];
  },
  examples: [
    {
      name: 'a new account',
      before: `systems: {MES: {environments: {PROD: {}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS, interactive: false}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: ['risky H environment:MES.PROD accounts.svc'],
    },
    {
      name: 'people can log in, in another role',
      before: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS, interactive: false}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: ADMIN, interactive: true}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [
        'risky H environment:MES.PROD accounts.svc.interactive',
        'risky H environment:MES.PROD accounts.svc.role',
      ],
    },
    {
      name: 'nobody can log in any more',
      before: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS, interactive: true}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      after: `systems: {MES: {environments: {PROD: {accounts: {svc: {role: BUS, interactive: false}}}}}}
roles: {BUS: {kind: service}, ADMIN: {kind: administrator}}
interfaces: {IF-1: {from: MES, to: MES}}`,
      expect: [],
    },
  ],
});
