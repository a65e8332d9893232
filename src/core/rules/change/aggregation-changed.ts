import { defineChangeRule } from '../change-rule.ts';
import { transformVerdict } from '../judging/transform-steps.ts';

/** Reports another way in which one value is made of many. */
export const aggregationChanged = defineChangeRule({
  id: 'aggregation-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another way in which one value is made of many.',
  why: 'Yields, consumption and counts change, and every message is clean.',
  fix: 'Attach values before and after with many, one and no values.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['transform'] }],
  check: (change) => transformVerdict(change, 'aggregation'),
  examples: [
    {
      name: 'the last instead of the sum',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [aggregate: sum]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [aggregate: last]}}}}`,
      expect: ['breaking H mapping:IF-1.nr transform'],
    },
    {
      name: 'a sum where there was none',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [case: upper]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [aggregate: sum]}}}}`,
      expect: ['breaking H mapping:IF-1.nr transform'],
    },
    {
      name: 'another prefix',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [{aggregate: last}, {prefix: A}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}, transform: [{aggregate: last}, {prefix: B}]}}}}`,
      expect: [],
    },
  ],
});
