import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another assessment of the supplier on which a system relies, or none any more. */
export const systemSupplierAssessmentChanged = defineChangeRule({
  id: 'system-supplier-assessment-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'DOC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another assessment of the supplier on which a system relies, or none any more.',
  why: 'What was not tested because the supplier tested it rests on that assessment.',
  fix: 'Name the assessment that holds for this version of the product.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['system'], paths: ['supplier'] }],
  check(change) {
    if (change.from === undefined) return [];
    const raise = { risk: 'H', reason: 'no assessment is relied on any more' } as const;
    return [change.to === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'none any more',
      before: `systems: {MES: {supplier: SA-1}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky H system:MES supplier'],
    },
    {
      name: 'another assessment',
      before: `systems: {MES: {supplier: SA-1}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {supplier: SA-2}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: ['risky M system:MES supplier'],
    },
    {
      name: 'a first one',
      before: `systems: {MES: {}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      after: `systems: {MES: {supplier: SA-1}, AD: {}, ERP: {}}
documents: {SA-1: {kind: supplier}, SA-2: {kind: supplier}}`,
      expect: [],
    },
  ],
});
