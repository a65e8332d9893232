import { defineChangeRule } from '../change-rule.ts';
import { linkVerdict } from '../judging/trace-links.ts';

/** Reports a link between requirement, element and test that is gone from both its sides. */
export const traceLinkRemoved = defineChangeRule({
  id: 'trace-link-removed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a link between requirement, element and test that is gone from both its sides.',
  why: 'The trace matrix has a hole.',
  fix: 'Link what realises or tests it now.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [
    { paths: ['satisfies'] },
    { kinds: ['requirement'], paths: ['satisfiedBy'] },
    { kinds: ['test'], paths: ['verifies'] },
  ],
  check: (change, context) => linkVerdict(change, context, 'lost'),
  examples: [
    {
      name: 'one of two links',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      expect: ['risky M requirement:URS-1 satisfiedBy'],
    },
    {
      name: 'the last link',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: ['risky H requirement:URS-1 satisfiedBy'],
    },
    {
      name: 'written on the other side',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {satisfies: [URS-1]}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: [],
    },
  ],
});
