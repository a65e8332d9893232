import type { ComposedPlant } from '../plant/composed-plant.ts';
import { renamingGroupOf } from './alike/renaming-group.ts';
import { answersOf } from './answers.ts';
import type { Explored } from './explored.ts';
import { generatedSearch } from './generated-search.ts';
import { interpretedSearch } from './interpreted-search.ts';
import { metTogether } from './met-together.ts';
import type { ToldTogether } from './met-together.ts';
import { newFunction, type Compile } from './new-function.ts';
import type { Property } from './property.ts';
import { questionsOf } from './questions.ts';
import type { SearchLimits, SearchResult } from './search-result.ts';
import type { SearchWatch } from './search-watch.ts';
import { wayTo } from './way.ts';

export type { SearchWatch } from './search-watch.ts';

/** How a search is run. */
export interface SearchOptions {
  /** End as soon as every property is decided: then nothing is said of steps, values or states that come later. */
  readonly stopWhenDecided?: boolean;
  /**
   * With a limit of depth: channels that are empty wherever a property is violated. Each step has to take at most one message
   * out of them, so that states with more messages than steps are left need not be gone on from. Not for questions about ways.
   */
  readonly endsEmpty?: readonly number[];
  /** Tell which values were met in one state. */
  readonly together?: ToldTogether;
  /**
   * States that differ only in which of several alike records is which are searched `once`, unless it is said that `each` is;
   * the answers are the same.
   */
  readonly alike?: 'once' | 'each';
}

/**
 * Visits every state that the plant can reach, nearest first, and answers the properties: each trace is a shortest one, and
 * the first by step ids and initial states among those of its length that lead through the states as they were found.
 *
 * The plant is compiled to JavaScript over packed states. Only integers of the plant enter the generated code, never a name
 * or another text of the user. Where the JavaScript engine does not allow code generation, the plant is interpreted: the same
 * answers, slowly.
 *
 * Nothing is claimed beyond what was seen: `stopped` and `full` say what was not.
 */
export function search(
  plant: ComposedPlant,
  properties: readonly Property[],
  limits: SearchLimits,
  watch: SearchWatch = {},
  options: SearchOptions = {},
): SearchResult {
  return searchWith(newFunction, plant, properties, limits, watch, options);
}

/** As `search`, with another way to turn generated code into a function: for tests that plant an error. */
export function searchWith(
  compile: Compile,
  plant: ComposedPlant,
  properties: readonly Property[],
  limits: SearchLimits,
  watch: SearchWatch = {},
  options: SearchOptions = {},
): SearchResult {
  const names = options.alike === 'each' ? undefined : renamingGroupOf(plant);
  const endsEmpty = options.endsEmpty ?? [];
  const questions = { ...questionsOf(plant, properties, names?.renamings), endsEmpty };
  const stopWhenDecided = options.stopWhenDecided === true && properties.length > 0;
  const explore = (): Explored => {
    try {
      return generatedSearch(plant, questions, limits, watch, stopWhenDecided, compile, names);
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      const plain = { ...questionsOf(plant, properties), endsEmpty };
      return interpretedSearch(plant, plain, limits, watch, stopWhenDecided);
    }
  };
  return resultOf(plant, properties, ended(explore(), watch), options.together);
}

/**
 * Visits every state, each record for itself, and records every step between them, for whoever asks about them afterwards.
 */
export function exploredWays(plant: ComposedPlant, limits: SearchLimits, watch: SearchWatch = {}): Explored {
  const questions = { ofStates: [], ofSteps: [], ofWays: true, count: 0 };
  try {
    return ended(generatedSearch(plant, questions, limits, watch, false, newFunction), watch);
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    return ended(interpretedSearch(plant, questions, limits, watch, false), watch);
  }
}

function ended(explored: Explored, watch: SearchWatch): Explored {
  const { states, steps, levels, bytes } = explored;
  watch.ended?.({ states, steps, depth: levels.length - 1, bytes });
  return explored;
}

/** What an exploration says of the properties. */
export function resultOf(
  plant: ComposedPlant,
  properties: readonly Property[],
  explored: Explored,
  asked: ToldTogether | undefined,
): SearchResult {
  const together = asked && metTogether(plant, explored, asked);
  return {
    states: explored.states,
    standFor: explored.alike?.standFor ?? explored.states,
    steps: explored.steps,
    depth: explored.levels.length - 1,
    bytes: explored.bytes,
    ...(explored.stopped === undefined ? {} : { stopped: explored.stopped }),
    full: [...explored.full.keys()].filter((channel) => explored.full[channel] === 1),
    answers: answersOf(plant, properties, explored),
    taken: explored.taken,
    reached: explored.reached,
    ...(together === undefined ? {} : { together }),
    ...(explored.stuck < 0 ? {} : { stuck: explored.told(wayTo(explored, explored.stuck)).trace }),
  };
}
