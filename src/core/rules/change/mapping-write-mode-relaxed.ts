import { defineChangeRule } from '../change-rule.ts';
import { assuranceVerdict } from '../judging/assurance-order.ts';
import { WRITING } from '../judging/mapped-writing.ts';

/** Reports that the receiver lets more be done to a value that is there, or that nothing is said of it any more. */
export const mappingWriteModeRelaxed = defineChangeRule({
  id: 'mapping-write-mode-relaxed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-AUD', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports that the receiver lets more be done to a value that is there, or that nothing is said of it any more.',
  why: 'An interface gains the power to change an existing regulated value.',
  fix: 'Keep the mode; where it must change, show who may do so at the receiver and that the audit trail tells.',
  mirror: { rule: 'mapping-write-mode-tightened' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['write'] }],
  check: (change) => assuranceVerdict(change, WRITING, 'weaker'),
  examples: [
    {
      name: 'overwrites what is there',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: insert}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: overwrite}}}}`,
      expect: ['risky H mapping:IF-1.nr write'],
    },
    {
      name: 'not said any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: insert}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: ['risky H mapping:IF-1.nr write'],
    },
    {
      name: 'declared that it deletes',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: delete}}}}`,
      expect: ['risky H mapping:IF-1.nr write'],
    },
    {
      name: 'only new values',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: upsert}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: insert}}}}`,
      expect: [],
    },
  ],
});
