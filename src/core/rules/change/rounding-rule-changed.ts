import { isObject } from '../../diff/comparable.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other digits, another mode or another point of rounding, or another way to compare with a limit. */
export const roundingRuleChanged = defineChangeRule({
  id: 'rounding-rule-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-UOM', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports other digits, another mode or another point of rounding, or another way to compare with a limit.',
  why: 'Borderline results flip between pass and fail, and totals stop reconciling.',
  fix: 'Keep the rounding, or show for every limit that it feeds which results change their verdict.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['conversion'], paths: ['decimals', 'digits', 'rounding', 'point', 'compare'] },
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

/** The same steps in the same order, but for the step that rounds. */
function onlyRoundingDiffers(from: Json | undefined, to: Json | undefined): boolean {
  return identical(withoutRounding(from), withoutRounding(to));
}

function withoutRounding(steps: Json | undefined): Json {
  if (!Array.isArray(steps)) return [];
  return steps
    .map((step: Json) => {
      if (!isObject(step)) return step;
      const { round: _, ...rest } = step;
      return rest;
    })
    .filter((step) => !isObject(step) || Object.keys(step).length > 0);
}
