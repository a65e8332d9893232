import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another backup of a system, or none any more. */
export const systemBackupChanged = defineChangeRule({
  id: 'system-backup-changed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-REC', 'OQ-DWN'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another backup of a system, or none any more.',
  why: 'Records survive a failure only as far as they were saved and restoring was shown.',
  fix: 'Show that a restore from the new backup gives complete records.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['backup'] }],
  check(change) {
    if (change.from === undefined) return [];
    const raise = { risk: 'H', reason: 'no backup is declared any more' } as const;
    return [change.to === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'none any more',
      before: `systems: {MES: {backup: Daily}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES backup'],
    },
    {
      name: 'less often',
      before: `systems: {MES: {backup: Daily}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {backup: Weekly}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES backup'],
    },
    {
      name: 'a first one',
      before: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {backup: Daily}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
