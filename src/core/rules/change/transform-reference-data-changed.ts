import { defineChangeRule } from '../change-rule.ts';
import { transformVerdict } from '../judging/transform-steps.ts';

/** Reports that the same step looks values up in another table. */
export const transformReferenceDataChanged = defineChangeRule({
  id: 'transform-reference-data-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-COD'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports that the same step looks values up in another table.',
  why: 'The text of the mapping is equal, its answers are not.',
  fix: 'Compare both tables for every value that occurs.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['transform'] }],
  check: (change) => transformVerdict(change, 'reference'),
  examples: [
    {
      name: 'another table',
      before: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [lookup: VM]}}}}`,
      after: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [lookup: VN]}}}}`,
      expect: ['risky M mapping:IF-1.nr transform'],
    },
    {
      name: 'looked up for the first time',
      before: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [case: upper]}}}}`,
      after: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {lookup: VM}]}}}}`,
      expect: [],
    },
  ],
});
