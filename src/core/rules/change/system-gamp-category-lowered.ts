import { defineChangeRule } from '../change-rule.ts';
import { isGampRaised } from '../judging/gamp-category.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a lower GAMP category of a system, or one that is not certainly as high as before. */
export const systemGampCategoryLowered = defineChangeRule({
  id: 'system-gamp-category-lowered',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a lower GAMP category of a system, or one that is not certainly as high as before.',
  why: 'Configured or written software is validated as if it were bought as it is: less is specified, reviewed and tested.',
  fix: 'Keep the category, or give the reason in the risk assessment.',
  mirror: { rule: 'system-gamp-category-raised' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['gamp'] }],
  check: (change) => (isGampRaised(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'configured, and no longer custom',
      before: `systems: {MES: {gamp: 5}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {gamp: 4}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES gamp'],
    },
    {
      name: 'no longer declared',
      before: `systems: {MES: {gamp: 4}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES gamp'],
    },
    {
      name: 'first declared, and not the highest',
      before: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {gamp: 3}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES gamp'],
    },
    {
      name: 'custom software',
      before: `systems: {MES: {gamp: 4}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {gamp: 5}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
