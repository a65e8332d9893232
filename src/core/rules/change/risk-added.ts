import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new risk. */
export const riskAdded = defineChangeRule({
  id: 'risk-added',
  family: 'trace',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new risk.',
  why: 'A new failure mode needs a rating, a control and a test.',
  fix: 'Rate it, name its controls and what tests them.',
  mirror: { rule: 'risk-removed' },
  core: false,
  claims: [{ kinds: ['risk'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new risk',
      before: `systems: {MES: {}, ERP: {}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      expect: ['compatible M risk:R-1'],
    },
    {
      name: 'rated otherwise',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: high}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, severity: low}}`,
      expect: [],
    },
  ],
});
