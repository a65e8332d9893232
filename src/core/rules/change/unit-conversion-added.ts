import { defineChangeRule } from '../change-rule.ts';
import { named, shown } from '../judging/wording.ts';

/** Reports a mapped field that is newly converted. */
export const unitConversionAdded = defineChangeRule({
  id: 'unit-conversion-added',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is newly converted.',
  why: 'If the sender converted already, values are now converted twice.',
  fix: 'Show on real values which unit the sender hands over, and declare it in `source`.',
  mirror: { rule: 'unit-conversion-removed' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['conversion'] }],
  check: ({ after, from, to }) =>
    from === undefined ? [{ what: `${named(after)} is now converted with ${shown(to)}.` }] : [],
  examples: [
    {
      name: 'newly converted',
      before: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg}}}}`,
      after: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UC}}}}`,
      expect: ['breaking H mapping:IF-1.quantity conversion'],
    },
    {
      name: 'another conversion',
      before: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UC}}}}`,
      after: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UD}}}}`,
      expect: [],
    },
  ],
});
