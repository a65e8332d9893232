import type { ComposedPlant } from '../plant/composed-plant.ts';
import { isTrue, type PlantState } from '../search/interpreter.ts';
import type { Property } from '../search/property.ts';
import type { Trace } from '../search/search-result.ts';
import { replayStory } from '../story/replay-story.ts';
import type { Story } from '../story/story.ts';

/**
 * The way through a plant that a story of another revision takes there, where it ends in a violation: then nothing has to be
 * searched. Nothing says nothing: another way may lead there.
 */
export function violationByStory(
  plant: ComposedPlant,
  properties: readonly Property[],
  { start, replay }: Story,
): Trace | undefined {
  const { trace, states, refused } = replayStory(plant, { start, replay });
  if (refused !== undefined) return undefined;
  return properties.some((property) => isViolatedAtEnd(plant, property, states, trace.steps)) ? trace : undefined;
}

function isViolatedAtEnd(
  { settled }: ComposedPlant,
  property: Property,
  states: readonly PlantState[],
  steps: readonly number[],
): boolean {
  const [before, last] = [states.at(-2), states.at(-1)];
  if (property.kind === 'never' && last !== undefined)
    return isTrue(property.bad, last) && (!property.onceSettled || isTrue(settled, last));
  if (property.kind === 'atStep' && before !== undefined)
    return property.at.some(({ step, bad }) => step === steps.at(-1) && isTrue(bad, before));
  // From where a goal is lost cannot be seen along one story.
  return false;
}
