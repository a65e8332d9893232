import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { Property } from '../search/property.ts';

/** Channels of which some guard, step or question looks behind the next message: what overtakes does. */
export function channelsSeenBehindTheFirst(plant: ComposedPlant, properties: readonly Property[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const look = (expression: Expression): void => {
    if (expression.kind === 'at' && expression.position > 0) seen.add(expression.channel);
    if (expression.kind === 'not') look(expression.of);
    if (expression.kind === 'all' || expression.kind === 'any') expression.of.forEach(look);
  };
  for (const { guard, actions } of plant.steps) {
    look(guard);
    for (const action of actions) if (action.kind === 'take' && action.position > 0) seen.add(action.channel);
  }
  look(plant.settled);
  look(plant.resting);
  for (const property of properties) {
    if (property.kind === 'never') look(property.bad);
    if (property.kind === 'atStep') property.at.forEach(({ bad }) => look(bad));
    if (property.kind === 'reachable') look(property.goal);
  }
  for (const channel of seen)
    if (plant.channels[channel]?.order === 'bag')
      throw new RangeError(`channel ${channel} has no order, so nothing in it has a position`);
  return seen;
}
