import { defineChangeRule } from '../change-rule.ts';
import { assuranceVerdict } from '../judging/assurance-order.ts';
import { WRITING } from '../judging/mapped-writing.ts';

/** Reports that the receiver lets less be done to a value that is there. */
export const mappingWriteModeTightened = defineChangeRule({
  id: 'mapping-write-mode-tightened',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-ERR'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that the receiver lets less be done to a value that is there.',
  why: 'Corrections stop arriving.',
  fix: 'Say how a wrong value is corrected from now on.',
  mirror: { rule: 'mapping-write-mode-relaxed' },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['write'] }],
  check: (change) => assuranceVerdict(change, WRITING, 'stronger'),
  examples: [
    {
      name: 'only new values',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: upsert}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: insert}}}}`,
      expect: ['breaking M mapping:IF-1.nr write'],
    },
    {
      name: 'overwrites what is there',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: insert}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, write: overwrite}}}}`,
      expect: [],
    },
  ],
});
