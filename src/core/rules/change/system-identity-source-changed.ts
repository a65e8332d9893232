import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another system in which accounts and passwords are managed. */
export const systemIdentitySourceChanged = defineChangeRule({
  id: 'system-identity-source-changed',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-SIG', 'OQ-NEG'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another system in which accounts and passwords are managed.',
  why: 'Who a person is, who may log in, and whose signature it is follow from another source.',
  fix: 'Compare accounts and rights of both sources, and repeat the tests of log-in and signing.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['system'], paths: ['identity'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another directory',
      before: `systems: {MES: {identity: AD}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {identity: ERP}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES identity'],
    },
    {
      name: 'the same directory',
      before: `systems: {MES: {identity: AD, version: "1"}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {identity: AD, version: "2"}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
