import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a role of a service or of administrators that people hold now. */
export const roleMadeHuman = defineChangeRule({
  id: 'role-made-human',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-SEC', 'OQ-NEG', 'OQ-AUD'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a role of a service or of administrators that people hold now.',
  why: 'Rights that were cut for a machine or an administrator are used by people, who may hold other roles beside it.',
  fix: 'Give people a role of their own with the rights that they need.',
  mirror: {
    elsewhere: 'Held by machines it is service-account-scope-widened, by administrators privileged-permission-granted.',
  },
  core: false,
  claims: [{ kinds: ['role'], paths: ['kind'] }],
  check(change) {
    const { from, to } = change;
    if (from === undefined || from === 'human' || (to !== undefined && to !== 'human')) return [];
    const raise = { risk: 'H', reason: 'people act in the role of a machine' } as const;
    return [from === 'service' ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'of administrators',
      before: `roles: {SYS: {kind: administrator}}`,
      after: `roles: {SYS: {}}`,
      expect: ['risky M role:SYS kind'],
    },
    {
      name: 'of a service',
      before: `roles: {BUS: {kind: service}}`,
      after: `roles: {BUS: {kind: human}}`,
      expect: ['risky H role:BUS kind'],
    },
    {
      name: 'of administrators instead of people',
      before: `roles: {SYS: {}}`,
      after: `roles: {SYS: {kind: administrator}}`,
      expect: [],
    },
  ],
});
