import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Explored } from './explored.ts';
import { propertyText } from './alike/plant-text.ts';
import { renamedProperty, renamedTrace, type Renaming } from './alike/renaming.ts';
import { traceOfHit } from './alike/trace-of-hit.ts';
import { asAsked } from './alike/as-asked.ts';
import { answerPossible, answerResponse } from './liveness.ts';
import type { Property } from './property.ts';
import type { Answer } from './search-result.ts';

/** What an exploration says of each property; never more than it has seen. */
export function answersOf(plant: ComposedPlant, properties: readonly Property[], explored: Explored): Answer[] {
  const { alike } = explored;
  const answer = (property: Property, index: number) => answerOf(plant, property, index, explored);
  if (alike === undefined) return properties.map(answer);
  const known = new Map<string, Answer>();
  return properties.map((property, index) => {
    if (property.kind !== 'possible' && property.kind !== 'response') return answer(property, index);
    const text = propertyText(property);
    const found = known.get(text) ?? answer(property, index);
    // What is asked of one record need not be looked for again when it is asked of another one.
    for (const renaming of alike.names.renamings) {
      const other = propertyText(renamedProperty(renaming, property));
      if (!known.has(other)) known.set(other, renamedAnswer(renaming, found));
    }
    return found;
  });
}

function renamedAnswer(renaming: Renaming, answer: Answer): Answer {
  if (answer.outcome === 'undecided' || answer.trace === undefined) return answer;
  return { ...answer, trace: renamedTrace(renaming, answer.trace) };
}

function answerOf(plant: ComposedPlant, property: Property, index: number, explored: Explored): Answer {
  const state = explored.hits[index] ?? -1;
  const step = explored.hitSteps[index] ?? -1;
  const stopped = explored.stopped !== undefined;
  switch (property.kind) {
    case 'never':
    case 'atStep': {
      if (state >= 0) return { outcome: 'violated', trace: traceOfHit(property, explored, state, step) };
      if (stopped) return { outcome: 'undecided' };
      const asked = property.kind === 'never' || property.at.some((at) => (explored.taken[at.step] ?? 0) > 0);
      return { outcome: 'satisfied', vacuous: !asked };
    }
    case 'reachable': {
      if (state >= 0) return { outcome: 'satisfied', vacuous: false, trace: traceOfHit(property, explored, state, -1) };
      // Beyond a full channel it may be reachable after all.
      if (stopped || explored.full.includes(1)) return { outcome: 'undecided' };
      return { outcome: 'violated', trace: { initial: 0, steps: [] } };
    }
    case 'possible':
    case 'response': {
      if (explored.ways === undefined) throw new RangeError('ways were not recorded');
      const { seen, ways } = asAsked(explored, explored.ways, property);
      return property.kind === 'possible'
        ? answerPossible(seen, ways, plant.steps, property)
        : answerResponse(seen, ways, plant.steps, property);
    }
  }
}
