import { defineChangeRule } from '../change-rule.ts';
import { RATING_CLAIMS, ratingVerdict } from '../judging/risk-rating.ts';

/** Reports a risk that is rated worse. */
export const riskRatingRaised = defineChangeRule({
  id: 'risk-rating-raised',
  family: 'trace',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a risk that is rated worse.',
  why: 'It may ask for more controls and more testing than there are.',
  fix: 'Check controls, tests and acceptance against the new rating.',
  mirror: { rule: 'risk-rating-lowered' },
  core: false,
  claims: RATING_CLAIMS,
  check: (change, context) => ratingVerdict(change, context, 'raised'),
  examples: [
    {
      name: 'more severe, and one factor more',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low, factors: [custom_code]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high, factors: [custom_code, crosses_border]}}`,
      expect: ['compatible M risk:R-1 factors', 'compatible M risk:R-1 severity'],
    },
    {
      name: 'better',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low}}`,
      expect: [],
    },
  ],
});
