import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import { plantWithMessages } from '../plant/with-messages.ts';
import { renamingGroupOf } from './alike/renaming-group.ts';
import { columnConditions } from './column-conditions.ts';
import type { Explored } from './explored.ts';
import { narrowed } from './narrowed.ts';
import type { Property } from './property.ts';
import { questionsOf, type Questions } from './questions.ts';
import { exploredWays, resultOf, type SearchOptions } from './search.ts';
import type { SearchLimits, SearchResult } from './search-result.ts';
import type { SearchWatch } from './search-watch.ts';

/** What one search saw of a plant with a message bound, and so of the same plant with each smaller one. */
export interface SearchedBounds {
  /** Exactly what a search of the plant with so many messages in a channel says, but for the bytes: they are those of this one. */
  within(messages: number, properties: readonly Property[], options?: Pick<SearchOptions, 'together'>): SearchResult;
}

/**
 * Searches the plant with its own message bound, once for all smaller ones: what is reachable there with fewer messages is
 * what is reachable without ever passing a state in which more of them wait. Nothing where it saw not everything, where one
 * step sends several messages into one channel, so that what a smaller bound refuses was not taken here either, where
 * records are alike, so that fewer states have to be visited, and where records can run out, which no message bound changes.
 */
export function searchBounds(
  plant: ComposedPlant,
  limits: SearchLimits,
  watch: SearchWatch = {},
): SearchedBounds | undefined {
  if (plant.channels.some(({ runsOutOf }) => runsOutOf !== undefined)) return undefined;
  if (plant.steps.some(sendsTwice) || renamingGroupOf(plant) !== undefined) return undefined;
  const explored = exploredWays(plant, limits, watch);
  if (explored.stopped !== undefined || explored.ways === undefined) return undefined;
  // What is asked with one bound is mostly asked with the others, too.
  const satisfying = columnConditions(explored);
  const whole: Explored = { ...explored, satisfying, ways: { ...explored.ways, satisfying } };
  return {
    within: (messages, properties, options = {}) => {
      const smaller = plantWithMessages(plant, messages);
      const seen = narrowed(whole, plant, messages);
      const asked = { ...seen, ...answeredIn(seen, questionsOf(smaller, properties)) };
      return resultOf(smaller, properties, asked, options.together);
    },
  };
}

/** The first state, or step, that answers each question. */
function answeredIn(explored: Explored, questions: Questions): Pick<Explored, 'hits' | 'hitSteps'> {
  const hits = new Int32Array(questions.count).fill(-1);
  const hitSteps = new Int32Array(questions.count).fill(-1);
  for (const { property, wanted } of questions.ofStates) hits[property] = explored.satisfying(wanted).indexOf(1);
  const { ways, expanded } = explored;
  if (ways === undefined || questions.ofSteps.length === 0) return { hits, hitSteps };
  const asked: (readonly { readonly property: number; readonly states: Uint8Array }[])[] = [];
  for (const { property, step, wanted } of questions.ofSteps)
    if (wanted.kind !== 'false') asked[step] = [...(asked[step] ?? []), { property, states: ways.satisfying(wanted) }];
  for (let state = 0; state < expanded; state++)
    for (let edge = ways.starts[state]!; edge < ways.starts[state + 1]!; edge++) {
      const step = ways.steps[edge]!;
      for (const { property, states } of asked[step] ?? []) {
        if (hits[property] !== -1 || states[state] !== 1) continue;
        hits[property] = state;
        hitSteps[property] = step;
      }
    }
  return { hits, hitSteps };
}

function sendsTwice({ actions }: Step): boolean {
  const channels = actions.flatMap((action) =>
    action.kind === 'send' || action.kind === 'sendContent' ? [action.channel] : [],
  );
  return new Set(channels).size < channels.length;
}
