import type { Change } from '../../diff/delta.ts';
import { isObject, jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { named } from './wording.ts';

interface TestStep {
  readonly do: string;
  readonly expect: string | undefined;
}

/**
 * What differs about the steps of an authored test: what is done, or what must be observed. A step that keeps its expected
 * result and only stands elsewhere is another procedure; a result that now belongs to another action is another criterion.
 */
export function testStepsVerdict({ after, from, to }: Change, aspect: 'criteria' | 'procedure'): readonly Verdict[] {
  const [was, is] = [stepsOf(from), stepsOf(to)];
  const [actionsBefore, actionsAfter] = [was, is].map((steps) => steps.map((step) => step.do)) as [string[], string[]];
  const [resultsBefore, resultsAfter] = [was, is].map(results) as [string[], string[]];
  const sameActions = jsonText(actionsBefore) === jsonText(actionsAfter);
  if (aspect === 'procedure') {
    return sameActions ? [] : [{ what: `${named(after)}: its steps are done differently, or in another order.` }];
  }
  const attachedAnew = sameActions && jsonText(pairs(was)) !== jsonText(pairs(is));
  const others =
    jsonText(resultsBefore) !== jsonText(resultsAfter) &&
    jsonText(pairs(was).toSorted()) !== jsonText(pairs(is).toSorted());
  if (!attachedAnew && !others) return [];
  const lost = resultsBefore.filter((result) => !resultsAfter.includes(result));
  const come = resultsAfter.filter((result) => !resultsBefore.includes(result));
  const parts = [
    ...(lost.length === 0 ? [] : [`no longer expected: “${lost.join('”, “')}”`]),
    ...(come.length === 0 ? [] : [`now expected: “${come.join('”, “')}”`]),
    ...(lost.length + come.length === 0 ? ['expected results belong to other steps, or are fewer'] : []),
  ];
  return [{ what: `${named(after)}: ${parts.join('; ')}.` }];
}

function stepsOf(value: Json | undefined): readonly TestStep[] {
  return Array.isArray(value)
    ? value.map((step: Json) => ({
        do: isObject(step) && typeof step['do'] === 'string' ? step['do'] : '',
        expect: isObject(step) && typeof step['expect'] === 'string' ? step['expect'] : undefined,
      }))
    : [];
}

function results(steps: readonly TestStep[]): readonly string[] {
  return steps.flatMap(({ expect }) => (expect === undefined ? [] : [expect]));
}

function pairs(steps: readonly TestStep[]): readonly string[] {
  return steps.map((step) => jsonText([step.do, step.expect ?? null]));
}
