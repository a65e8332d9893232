import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another factor, offset, bridging quantity or unit of a conversion, or another conversion in its place. */
export const unitConversionFactorChanged = defineChangeRule({
  id: 'unit-conversion-factor-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports another factor, offset, bridging quantity or unit of a conversion, or another conversion in its place.',
  why: 'Every converted value moves.',
  fix: 'Give the source of the new factor in `rationale`, and recompute the examples.',
  mirror: { self: true },
  core: true,
  claims: [
    {
      kinds: ['conversion'],
      paths: ['factor', 'factor.multiplyBy', 'factor.divideBy', 'offset', 'from', 'to'],
    },
    { kinds: ['mapping', 'reply'], paths: ['conversion'] },
  ],
  check({ after, path, from, to }, { changesOf }) {
    const attribute = path.join('.');
    const what = shift(`${named(after)}, ${attribute}`, from, to);
    if (after.kind !== 'conversion') return from === undefined || to === undefined ? [] : [{ what }];
    // A factor that fits other units changes with them: one edit, and the factor stands for it.
    const byFactor = changesOf(after).some(({ path: [name] }) => name === 'factor');
    const echoes = path[0] === 'factor' ? ['examples', 'from', 'to'] : byFactor ? [] : ['examples'];
    return [{ what, claims: echoes.map((echo) => ({ element: after.key, path: echo })) }];
  },
  examples: [
    {
      name: 'another factor',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0245}}`,
      expect: ['breaking H conversion:UC factor'],
    },
    {
      name: 'offset added',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0254, offset: 1}}`,
      expect: ['breaking H conversion:UC offset'],
    },
    {
      name: 'the same factor for another unit',
      before: `conversions: {UC: {from: g, to: kg, factor: 0.001}}`,
      after: `conversions: {UC: {from: mg, to: kg, factor: 0.001}}`,
      expect: ['breaking H conversion:UC from'],
    },
    {
      name: 'a mapped field uses another conversion',
      before: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 0.002}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UC}}}}`,
      after: `systems: {A: {}, B: {}}
conversions: {UC: {from: g, to: kg, factor: 0.001}, UD: {from: g, to: kg, factor: 0.002}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, conversion: UD}}}}`,
      expect: ['breaking H mapping:IF-1.quantity conversion'],
    },
    {
      name: 'the same factor as a fraction',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 127/5000}}`,
      expect: [],
    },
  ],
});
