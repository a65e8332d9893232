import { defineChangeRule } from '../change-rule.ts';
import { linkVerdict } from '../judging/trace-links.ts';

/** Reports a link between requirement, risk, element and test that is gone from both its sides. */
export const traceLinkRemoved = defineChangeRule({
  id: 'trace-link-removed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a link between requirement, risk, element and test that is gone from both its sides.',
  why: 'The trace matrix has a hole.',
  fix: 'Link what realises or tests it now.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [
    { paths: ['satisfies'] },
    { kinds: ['requirement'], paths: ['satisfiedBy', 'parents'] },
    { kinds: ['test'], paths: ['verifies'] },
    { kinds: ['risk'], paths: ['element'] },
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
      name: 'a link that moved in two requirements is one edit',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [MES]}, URS-2: {text: Blocked stock is seen., satisfiedBy: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked., satisfiedBy: [ERP]}, URS-2: {text: Blocked stock is seen., satisfiedBy: [ERP]}}`,
      expect: ['risky M requirement:URS-1 satisfiedBy', 'risky M requirement:URS-2 satisfiedBy'],
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
      name: 'a risk of one element fewer, and a requirement that refines nothing',
      before: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}, FS-1: {text: ERP blocks., parents: [URS-1]}}
risks: {R-1: {element: [MES, ERP], failure: Hold is late}}`,
      after: `systems: {MES: {}, ERP: {}}
requirements: {URS-1: {text: Held stock stays blocked.}, FS-1: {text: ERP blocks.}}
risks: {R-1: {element: [MES], failure: Hold is late}}`,
      expect: ['risky H requirement:FS-1 parents', 'risky M risk:R-1 element'],
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
