import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a control that no longer reduces a risk. */
export const riskControlRemoved = defineChangeRule({
  id: 'risk-control-removed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a control that no longer reduces a risk.',
  why: 'What is left of the risk was accepted on its strength.',
  fix: 'Name what controls the risk instead, and have what is left accepted again.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [{ kinds: ['risk'], paths: ['controls'] }],
  check({ after, from, to }) {
    const lost = without(items(from), items(to));
    return lost.length === 0 ? [] : [{ what: `${named(after)} is no longer controlled by ${listed(lost)}.` }];
  },
  examples: [
    {
      name: 'one control fewer',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES]}}`,
      expect: ['risky H risk:R-1 controls'],
    },
    {
      name: 'another control instead',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [ERP]}}`,
      expect: ['risky H risk:R-1 controls'],
    },
    {
      name: 'one control more',
      before: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
risks: {R-1: {element: [MES], failure: Hold is late, controls: [MES, ERP]}}`,
      expect: [],
    },
  ],
});
