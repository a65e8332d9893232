import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Explored } from './explored.ts';
import { answerPossible, answerResponse } from './liveness.ts';
import type { Property } from './property.ts';
import type { Answer } from './search-result.ts';
import { wayTo } from './way.ts';

/** What an exploration says of each property; never more than it has seen. */
export function answersOf(plant: ComposedPlant, properties: readonly Property[], explored: Explored): Answer[] {
  return properties.map((property, index) => answerOf(plant, property, index, explored));
}

function answerOf(plant: ComposedPlant, property: Property, index: number, explored: Explored): Answer {
  const state = explored.hits[index] ?? -1;
  const step = explored.hitSteps[index] ?? -1;
  const stopped = explored.stopped !== undefined;
  switch (property.kind) {
    case 'never':
    case 'atStep': {
      if (state >= 0) return { outcome: 'violated', trace: wayTo(explored, state, ...(step < 0 ? [] : [step])) };
      if (stopped) return { outcome: 'undecided' };
      const asked = property.kind === 'never' || property.at.some((at) => (explored.taken[at.step] ?? 0) > 0);
      return { outcome: 'satisfied', vacuous: !asked };
    }
    case 'reachable': {
      if (state >= 0) return { outcome: 'satisfied', vacuous: false, trace: wayTo(explored, state) };
      // Beyond a full channel it may be reachable after all.
      if (stopped || explored.full.includes(1)) return { outcome: 'undecided' };
      return { outcome: 'violated', trace: { initial: 0, steps: [] } };
    }
    case 'possible':
    case 'response': {
      if (explored.ways === undefined) throw new RangeError('ways were not recorded');
      return property.kind === 'possible'
        ? answerPossible(explored, explored.ways, plant.steps, property)
        : answerResponse(explored, explored.ways, plant.steps, property);
    }
  }
}
