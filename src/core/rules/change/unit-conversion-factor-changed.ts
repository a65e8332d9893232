import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another factor, offset or bridging quantity of a conversion. */
export const unitConversionFactorChanged = defineChangeRule({
  id: 'unit-conversion-factor-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another factor, offset or bridging quantity of a conversion.',
  why: 'Every converted value moves.',
  fix: 'Give the source of the new factor in `rationale`, and recompute the examples.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['conversion'], paths: ['factor', 'factor.multiplyBy', 'factor.divideBy', 'offset'] }],
  check: ({ after, path, from, to }) => [
    { what: shift(`${named(after)}, ${path.join('.')}`, from, to), claims: [{ element: after.key, path: 'examples' }] },
  ],
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
      name: 'the same factor as a fraction',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 127/5000}}`,
      expect: [],
    },
  ],
});
