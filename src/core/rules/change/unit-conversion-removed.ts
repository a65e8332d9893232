import { defineChangeRule } from '../change-rule.ts';
import { named, shown } from '../judging/wording.ts';

/** Reports a mapped field that is no longer converted. */
export const unitConversionRemoved = defineChangeRule({
  id: 'unit-conversion-removed',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is no longer converted.',
  why: 'Raw numbers now arrive in the wrong unit.',
  fix: 'Keep the conversion, or change the unit at one end in the same change and show it on real values.',
  mirror: { rule: 'unit-conversion-added' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['conversion'] }],
  check: ({ after, from, to }) =>
    to === undefined ? [{ what: `${named(after)} is no longer converted with ${shown(from)}.` }] : [],
  examples: [
    {
      name: 'conversion dropped',
      before: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UC}}}}`,
      after: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 1/1000}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg}}}}`,
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
