import { defineChangeRule } from '../change-rule.ts';
import { isLongerSupport } from '../judging/system-promises.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports support by the vendor that ends earlier or without a declared day, or another marking as legacy. */
export const systemSupportChanged = defineChangeRule({
  id: 'system-support-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'IQ-SEC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports support by the vendor that ends earlier or without a declared day, or another marking as legacy.',
  why: 'Without corrections of the vendor, faults and holes stay; and how freely the system can be stopped or replaced shapes every plan.',
  fix: 'Plan the replacement, or the measures that stand in for corrections.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['supportUntil', 'legacy'] }],
  check: (change) => (isLongerSupport(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'support ends earlier',
      before: `systems: {MES: {supportUntil: 2031-12-31}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {supportUntil: 2028-12-31}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES supportUntil'],
    },
    {
      name: 'marked as legacy',
      before: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {legacy: true}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES legacy'],
    },
    {
      name: 'support ends later',
      before: `systems: {MES: {supportUntil: 2028-12-31}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {supportUntil: 2031-12-31}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
