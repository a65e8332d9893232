import type { SearchedBounds } from '../search/search-bounds.ts';
import { searchBounds } from '../search/search-bounds.ts';
import type { SearchOptions } from '../search/search.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import type { SearchedWorld, World } from './world.ts';
import { answeredWorld, searchWorld, worldWithMessages } from './world.ts';

/** Answers what is asked of a world, which is the swept one with as many messages in a channel as it says. */
export type SearchSize = (world: World, options?: Pick<SearchOptions, 'together'>) => SearchedWorld;

/** Message bounds beyond the next one that are searched together with it … */
const SIZES_AHEAD = 3;
/** … as long as no more states than these are seen, … */
const STATES_AHEAD = 60_000;
/** … which are hardly more than twice as many for each further message. */
const GROWTH = 2;

/**
 * Searches one world with more and more messages in a channel. Small worlds are searched with the largest bound first, which
 * tells of the smaller ones, too: to go through the same states again and again would cost most of the time.
 */
export function messageSweep(
  world: World,
  sizes: readonly number[],
  limits: SearchLimits,
  watch: SearchWatch,
): SearchSize {
  let ahead: { readonly most: number; readonly searched: SearchedBounds } | undefined;
  let seen = 0;
  let tooLarge = false;
  const lookAhead = (messages: number): typeof ahead => {
    const most = sizes.filter((size) => size > messages)[SIZES_AHEAD - 1] ?? sizes.at(-1) ?? messages;
    if (tooLarge || most === messages || seen * GROWTH ** SIZES_AHEAD > STATES_AHEAD) return undefined;
    const within = { ...limits, states: Math.min(limits.states, STATES_AHEAD) };
    const searched = searchBounds(worldWithMessages(world, most).plant, within, watch);
    tooLarge = searched === undefined;
    return searched && { most, searched };
  };
  return (asked, options = {}) => {
    const { messages } = asked.plant.bounds;
    if (ahead === undefined || ahead.most < messages) ahead = lookAhead(messages);
    const known = ahead?.searched;
    const found =
      known === undefined
        ? searchWorld(asked, limits, watch, options)
        : answeredWorld(asked, (properties) => known.within(messages, properties, options));
    seen = found.result.states;
    return found;
  };
}
