import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import type { Exploration } from '../verdict/exploration.ts';
import { answerWord } from '../verdict/answers.ts';
import { searchWorld, worldOf, worldWithMessages } from '../verdict/world.ts';
import type { SearchedWorld, World } from '../verdict/world.ts';
import { noticedBesides } from './noticed-besides.ts';

/** What the specification itself does, with which every weakened one is compared. */
export interface Unweakened {
  readonly model: SpecModel;
  readonly invariants: readonly Element<'invariant'>[];
  /** The smallest world in which every invariant gets the same answer as in the largest, and in which order can matter. */
  readonly bounds: PlantBounds;
  /** Messages in a channel with which a weakening that nothing notices is searched once more, where that is cheap. */
  readonly mostMessages: number;
  /** Places of the invariants that are broken today: they can notice nothing. */
  readonly broken: ReadonlySet<number>;
  /** What is noticed without being asked today, in that world. */
  readonly observed: ReadonlySet<string>;
  /** All that a search is told, as one text. */
  readonly input: string;
  /** Searches that it took to know this. */
  readonly searches: number;
}

/** A search of so many states may be made once more for each weakening that nothing notices. */
const CHEAP_STATES = 20_000;

/** Searches the specification as it is, and finds out how large a world has to be. */
export function unweakened(
  model: SpecModel,
  exploration: Exploration,
  only: readonly string[] | undefined,
  messagesAtMost: number,
  limits: SearchLimits,
  watch: SearchWatch | undefined,
): Unweakened {
  const all = model.ofKind('invariant');
  const invariants = only === undefined ? all : all.filter(({ id }) => only.includes(id));
  const largest = searchWorld(worldOf(model, exploration.bounds, invariants, true), limits, watch);
  const sizes = [...new Set(exploration.runs.map(({ messages }) => messages))].sort((a, b) => a - b);
  let world = largest;
  let searches = 1;
  // Where one message at most can wait, order means nothing.
  for (const messages of sizes.slice(0, -1).filter((size) => size > 1)) {
    searches += 1;
    const smaller = searchWorld(worldWithMessages(largest, messages), limits, watch);
    if (answers(smaller) !== answers(largest)) continue;
    world = smaller;
    break;
  }
  const broken = invariants.flatMap((_, index) =>
    answerWord(largest, index) === 'violated' || world.invariants[index]?.declared?.verdict === 'broken' ? [index] : [],
  );
  const observed = new Set(noticedBesides(model, world).map(({ key }) => key));
  const { bounds } = world.plant;
  // A weakened specification may send more than the specification itself.
  const wider = Math.min(messagesAtMost, Math.max(largest.plant.bounds.messages, bounds.messages + 2));
  const mostMessages = largest.result.states > CHEAP_STATES ? bounds.messages : wider;
  return {
    model,
    invariants,
    bounds,
    mostMessages,
    broken: new Set(broken),
    observed,
    input: searchInput(world),
    searches,
  };
}

/** Everything that a search is told about a world, as one text: equal texts, equal answers. */
export function searchInput({ plant, invariants, observations }: World): string {
  const { variables, channels, initial, settled, resting } = plant;
  return JSON.stringify([
    variables.map(({ values }) => values.length),
    channels.map(({ order, messages }) => [order, messages.length]),
    plant.steps.map(({ kind, guard, actions, correction }) => [kind, guard, actions, correction]),
    initial,
    settled,
    resting,
    invariants.map(({ properties, probes, declared }) => [
      properties,
      probes.map(({ property }) => property),
      declared,
    ]),
    observations.map(({ property }) => property),
  ]);
}

function answers(world: SearchedWorld): string {
  return world.invariants.map((_, index) => answerWord(world, index)).join(' ');
}
