import { identical } from '../../diff/compare-attributes.ts';
import { defineChangeRule } from '../change-rule.ts';
import { roundingSteps, withoutRounding } from '../judging/rounding-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that the same rounding happens elsewhere: before or after another step, of each value or of their total. */
export const roundingPointMoved = defineChangeRule({
  id: 'rounding-point-moved',
  family: 'quantities',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-UOM', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports that the same rounding happens elsewhere: before or after another step, of each value or of their total.',
  why: 'Small errors add up that no test of a single field shows.',
  fix: 'Round once, as late as possible, and show totals with many values at the limit.',
  mirror: { self: true },
  core: false,
  claims: [
    { kinds: ['conversion'], paths: ['point'] },
    { kinds: ['mapping', 'reply'], paths: ['transform'] },
  ],
  check({ after, path, from, to }) {
    if (path[0] === 'transform') {
      const moved =
        identical(withoutRounding(from), withoutRounding(to)) && identical(roundingSteps(from), roundingSteps(to));
      return moved ? [{ what: shift(`${named(after)}, steps`, from, to) }] : [];
    }
    const what = shift(`${named(after)}, what is rounded`, from ?? 'each', to ?? 'each');
    return [{ what, claims: [{ element: after.key, path: 'examples' }] }];
  },
  examples: [
    {
      name: 'the total instead of each value',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up, point: total}}`,
      expect: ['risky H conversion:UC point'],
    },
    {
      name: 'rounded before instead of after the sum',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {sum: {from: part, source: {many: true}, transform: [{aggregate: sum}, {round: {decimals: 2, mode: half-up}}]}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {sum: {from: part, source: {many: true}, transform: [{round: {decimals: 2, mode: half-up}}, {aggregate: sum}]}}}}`,
      expect: ['risky H mapping:IF-1.sum transform'],
    },
    {
      name: 'other digits at the same point',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 2, rounding: half-up}}`,
      expect: [],
    },
  ],
});
