import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';

/** The steps of a transform without those that round. */
export function withoutRounding(steps: Json | undefined): readonly Json[] {
  if (!Array.isArray(steps)) return [];
  return steps
    .map((step: Json) => {
      if (!isObject(step)) return step;
      const { round: _, ...rest } = step;
      return rest;
    })
    .filter((step) => !isObject(step) || Object.keys(step).length > 0);
}

/** How the steps of a transform round, in their order. */
export function roundingSteps(steps: Json | undefined): readonly Json[] {
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: Json) => {
    const round = isObject(step) ? step['round'] : undefined;
    return round === undefined ? [] : [round];
  });
}
