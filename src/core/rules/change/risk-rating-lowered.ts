import { defineChangeRule } from '../change-rule.ts';
import { RATING_CLAIMS, ratingVerdict } from '../judging/risk-rating.ts';

/** Reports a risk that is rated better, or a rating that is withdrawn or cannot be compared. */
export const riskRatingLowered = defineChangeRule({
  id: 'risk-rating-lowered',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a risk that is rated better, or a rating that is withdrawn or cannot be compared.',
  why: 'The rating is what testing, controls and approvals are chosen by.',
  fix: 'Name the control that makes it better, or keep the rating.',
  mirror: { rule: 'risk-rating-raised' },
  core: true,
  claims: RATING_CLAIMS,
  check: (change, context) => ratingVerdict(change, context, 'lowered'),
  examples: [
    {
      name: 'less severe',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: medium}}`,
      expect: ['risky H risk:R-1 severity'],
    },
    {
      name: 'noticed more easily, and one factor fewer',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, detectability: low, factors: [custom_code, crosses_border]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, detectability: high, factors: [custom_code]}}`,
      expect: ['risky H risk:R-1 detectability', 'risky H risk:R-1 factors'],
    },
    {
      name: 'rating withdrawn, and one effect fewer',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, processRisk: high, effects: {safety: Cracks, data: Gaps}}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, effects: {data: Gaps}}}`,
      expect: ['risky H risk:R-1 effects.safety', 'risky H risk:R-1 processRisk'],
    },
    {
      name: 'the rest of the risk is rated better',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, residual: {factors: [custom_code, crosses_border], detectability: low}}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, residual: {factors: [custom_code], detectability: low}}}`,
      expect: ['risky H risk:R-1 residual.factors'],
    },
    {
      name: 'another method',
      before: `risk: {scale: 5}`,
      after: `risk: {scale: 3}`,
      expect: ['risky H project:project risk'],
    },
    {
      name: 'worse',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low, detectability: high, factors: [custom_code]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high, detectability: low, factors: [custom_code, crosses_border]}}`,
      expect: [],
    },
  ],
});
