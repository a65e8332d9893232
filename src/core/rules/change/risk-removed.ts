import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a risk that is gone. */
export const riskRemoved = defineChangeRule({
  id: 'risk-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a risk that is gone.',
  why: 'That is justified only if its cause is gone in the same change; its controls lose their reason.',
  fix: 'Keep the risk with its new rating, or name what removed its cause.',
  mirror: { rule: 'risk-added' },
  core: false,
  claims: [{ kinds: ['risk'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}, ERP: {}}`,
      expect: ['risky H risk:R-1'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-2: {element: [MES], failure: Hold is late, severity: high, formerIds: [R-1]}}`,
      expect: [],
    },
  ],
});
