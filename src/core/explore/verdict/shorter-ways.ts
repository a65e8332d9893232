import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { isSeenAtOnce, shortestViolation } from './answers.ts';
import { searchViolations, worldWithMessages } from './world.ts';
import type { SearchedWorld } from './world.ts';

/**
 * Where channels were full, a shorter way to what is broken may need more messages on their way. With room for as many as fewer
 * steps can send, none is missed; and no way is followed that would become longer than the one that is known.
 */
export function shorterWays(
  last: SearchedWorld,
  most: number,
  limits: SearchLimits,
  watch: SearchWatch,
): readonly SearchedWorld[] {
  if (last.result.full.length === 0 || last.result.stopped !== undefined) return [];
  const broken = last.invariants.flatMap((_, index) => {
    const trace = isSeenAtOnce(last, index) ? shortestViolation(last, index) : undefined;
    return trace === undefined ? [] : [{ index, length: trace.steps.length }];
  });
  const emptied = takesOneByOne(last.plant) ? channelsEmptyWhenSettled(last.plant.settled) : [];
  const isAtRest = ({ index }: { readonly index: number }): boolean =>
    last.invariants[index]?.properties.every((property) => property.kind === 'never' && property.onceSettled) === true;
  const atRest = broken.filter((one) => emptied.length === last.plant.channels.length && isAtRest(one));
  const others = broken.filter((one) => !atRest.includes(one));
  const sent = mostSent(last.plant);
  const search = (some: typeof broken, endsEmpty: readonly number[]): readonly SearchedWorld[] => {
    const steps = Math.max(0, ...some.map(({ length }) => length)) - 1;
    // Where all of them have to arrive again, each takes one more step.
    const fitting = endsEmpty.length === 0 ? steps * sent : Math.floor((steps * sent) / (sent + 1));
    const messages = Math.min(most, fitting);
    if (messages <= last.plant.bounds.messages) return [];
    const indices = some.map(({ index }) => index);
    const within = { ...limits, depth: steps };
    return [searchViolations(worldWithMessages(last, messages), indices, within, watch, { endsEmpty })];
  };
  return [...search(others, []), ...search(atRest, emptied)];
}

/** The most messages that one step sends into one channel. */
function mostSent({ steps }: ComposedPlant): number {
  const counts = steps.flatMap(({ actions }) => {
    const channels = actions.flatMap((action) =>
      action.kind === 'send' || action.kind === 'sendContent' ? [action.channel] : [],
    );
    return channels.map((channel) => channels.filter((other) => other === channel).length);
  });
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** Whether no step takes more than one message, whichever channels it takes them from. */
function takesOneByOne({ steps }: ComposedPlant): boolean {
  return steps.every(({ actions }) => actions.filter(({ kind }) => kind === 'take' || kind === 'withdraw').length <= 1);
}

/** Channels in which nothing can wait where this is true. */
function channelsEmptyWhenSettled(settled: Expression): readonly number[] {
  if (settled.kind === 'all') return [...new Set(settled.of.flatMap(channelsEmptyWhenSettled))].sort((a, b) => a - b);
  const { kind } = settled;
  return kind === 'not' && settled.of.kind === 'waiting' && settled.of.messages === undefined
    ? [settled.of.channel]
    : [];
}
