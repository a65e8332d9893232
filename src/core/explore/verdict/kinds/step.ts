import type { Condition } from '../../../language/condition.ts';
import type { Composition } from '../../compose/composition.ts';
import type { ComposedPlant } from '../../plant/composed-plant.ts';
import type { Expression } from '../../plant/expression.ts';
import { all, any, FALSE, not, TRUE, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { bindingsWith, happenings, leftOutNote, leftOutOf, systemOf } from './records-of-steps.ts';
import type { Happening } from './records-of-steps.ts';

/** The transition is never taken where what it requires is not plainly true; unknown counts as violated. */
export const step: InvariantKind = {
  kind: 'step',
  compile: ({ composition, plant, invariant: { id, attributes } }) => {
    const { step: steps = [], requires } = attributes;
    if (requires === undefined) return { notExplored: 'It does not say what the step requires.' };
    const leftOut = leftOutOf(plant.bounds, steps);
    if (leftOut.length === steps.length) return { notExplored: leftOutNote(leftOut).join(' ') };
    return {
      properties: [
        {
          kind: 'atStep',
          id,
          at: happenings(plant, steps).map((happening) => ({
            step: happening.step.id,
            bad: notRequired(composition, plant, happening, requires),
          })),
        },
      ],
      notes: leftOutNote(leftOut),
    };
  },
};

/** Where the step can be taken, for some choice of what the search cannot know, though the condition is not plainly true. */
function notRequired(
  composition: Composition,
  plant: ComposedPlant,
  { step: taken, transition, record }: Happening,
  requires: Condition,
): Expression {
  const at = systemOf(plant, transition);
  const lacking = bindingsWith(composition, composition.objectsOf(requires), record).map(({ binding, exists }) =>
    all(exists, not(composition.condition(requires, binding, at, taken).yes)),
  );
  return withoutAtoms(all(taken.guardWithAtoms ?? taken.guard, any(...lacking)));
}

/** The expression where these variables have these values. */
export function substituted(expression: Expression, values: ReadonlyMap<number, number>): Expression {
  switch (expression.kind) {
    case 'all':
      return all(...expression.of.map((part) => substituted(part, values)));
    case 'any':
      return any(...expression.of.map((part) => substituted(part, values)));
    case 'not':
      return not(substituted(expression.of, values));
    case 'in': {
      const value = values.get(expression.variable);
      return value === undefined ? expression : expression.values.includes(value) ? TRUE : FALSE;
    }
    default:
      return expression;
  }
}
