import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { roundingSteps, withoutRounding } from '../judging/rounding-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other digits or another mode of rounding, or another way to compare with a limit. */
export const roundingRuleChanged = defineChangeRule({
  id: 'rounding-rule-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-UOM', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports other digits or another mode of rounding, or another way to compare with a limit.',
  why: 'Borderline results flip between pass and fail, and totals stop reconciling.',
  fix: 'Keep the rounding, or show for every limit that it feeds which results change their verdict.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['conversion'], paths: ['decimals', 'digits', 'rounding', 'compare'] },
    { kinds: ['mapping', 'reply'], paths: ['transform'] },
  ],
  check({ after, path, from, to }) {
    if (path[0] === 'transform' && !onlyRoundingDiffers(from, to)) return [];
    return [
      {
        what: shift(`${named(after)}, ${path.join('.')}`, from, to),
        claims: [{ element: after.key, path: 'examples' }],
      },
    ];
  },
  examples: [
    {
      name: 'fewer decimals',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 2, rounding: half-up}}`,
      expect: ['risky H conversion:UC decimals'],
    },
    {
      name: 'declared as it was anyway',
      before: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3}}`,
      after: `conversions: {UC: {from: uin, to: um, factor: 0.0254, decimals: 3, point: each}}`,
      expect: [],
    },
  ],
});

/** The same steps in the same order, but for the steps that round, which round otherwise. */
function onlyRoundingDiffers(from: Json | undefined, to: Json | undefined): boolean {
  return identical(withoutRounding(from), withoutRounding(to)) && !identical(roundingSteps(from), roundingSteps(to));
}
