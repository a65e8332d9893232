import type { Action, ComposedPlant } from '../../plant/composed-plant.ts';
import type { Expression } from '../../plant/expression.ts';
import { not, withoutAtoms } from '../../plant/simplify.ts';

/** True whatever is chosen for what the search cannot know. */
export function plainly(expression: Expression): Expression {
  return not(withoutAtoms(not(expression)));
}

/** Steps that write something which the expression reads: by no other can its truth change. Sorted. */
export function changersOf(plant: ComposedPlant, expression: Expression): readonly number[] {
  const variables = new Set<number>();
  const channels = new Set<number>();
  const read = (part: Expression): void => {
    if (part.kind === 'in') variables.add(part.variable);
    else if (part.kind === 'at' || part.kind === 'waiting') channels.add(part.channel);
    else if (part.kind === 'not') read(part.of);
    else if (part.kind === 'all' || part.kind === 'any') part.of.forEach(read);
  };
  read(expression);
  const writes = (action: Action): boolean =>
    'variable' in action ? variables.has(action.variable) : channels.has(action.channel);
  return plant.steps.filter(({ actions }) => actions.some(writes)).map(({ id }) => id);
}
