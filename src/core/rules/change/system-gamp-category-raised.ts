import { defineChangeRule } from '../change-rule.ts';
import { isGampRaised } from '../judging/gamp-category.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a higher GAMP category of a system. */
export const systemGampCategoryRaised = defineChangeRule({
  id: 'system-gamp-category-raised',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC', 'IQ-CFG'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports a higher GAMP category of a system.',
  why: 'It is validated more deeply from now on, and the evidence that there is is too shallow.',
  fix: 'List the evidence that the new category asks for.',
  mirror: { rule: 'system-gamp-category-lowered' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['gamp'] }],
  check: (change) => (isGampRaised(change) ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'custom software',
      before: `systems: {MES: {gamp: 4}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {gamp: 5}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['compatible M system:MES gamp'],
    },
    {
      name: 'configured, and no longer custom',
      before: `systems: {MES: {gamp: 5}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {gamp: 4}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
