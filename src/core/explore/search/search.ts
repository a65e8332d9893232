import type { ComposedPlant } from '../plant/composed-plant.ts';
import { answersOf } from './answers.ts';
import type { Explored } from './explored.ts';
import { generatedSearch } from './generated-search.ts';
import { interpretedSearch } from './interpreted-search.ts';
import { metTogether } from './met-together.ts';
import type { ToldTogether } from './met-together.ts';
import { newFunction, type Compile } from './new-function.ts';
import type { Property } from './property.ts';
import { questionsOf, type Questions } from './questions.ts';
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
  const questions = { ...questionsOf(plant, properties), endsEmpty: options.endsEmpty ?? [] };
  const stopWhenDecided = options.stopWhenDecided === true && properties.length > 0;
  const explored = exploredBy(compile, plant, questions, limits, watch, stopWhenDecided);
  return resultOf(plant, properties, explored, options.together);
}

/** Visits every state and records every step between them, for whoever asks about them afterwards. */
export function exploredWays(plant: ComposedPlant, limits: SearchLimits, watch: SearchWatch = {}): Explored {
  return exploredBy(newFunction, plant, { ofStates: [], ofSteps: [], ofWays: true, count: 0 }, limits, watch, false);
}

function exploredBy(
  compile: Compile,
  plant: ComposedPlant,
  questions: Questions,
  limits: SearchLimits,
  watch: SearchWatch,
  stopWhenDecided: boolean,
): Explored {
  const explored = exploredAnyhow(compile, plant, questions, limits, watch, stopWhenDecided);
  const { states, steps, levels, bytes } = explored;
  watch.ended?.({ states, steps, depth: levels.length - 1, bytes });
  return explored;
}

function exploredAnyhow(...[compile, ...asked]: Parameters<typeof exploredBy>): Explored {
  const [plant, questions, limits, watch, stopWhenDecided] = asked;
  try {
    return generatedSearch(plant, questions, limits, watch, stopWhenDecided, compile);
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    return interpretedSearch(plant, questions, limits, watch, stopWhenDecided);
  }
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
    steps: explored.steps,
    depth: explored.levels.length - 1,
    bytes: explored.bytes,
    ...(explored.stopped === undefined ? {} : { stopped: explored.stopped }),
    full: [...explored.full.keys()].filter((channel) => explored.full[channel] === 1),
    answers: answersOf(plant, properties, explored),
    taken: explored.taken,
    reached: explored.reached,
    ...(together === undefined ? {} : { together }),
    ...(explored.stuck < 0 ? {} : { stuck: wayTo(explored, explored.stuck) }),
  };
}
