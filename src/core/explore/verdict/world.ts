import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { composePlant } from '../compose/compose-plant.ts';
import type { ComposeOptions } from '../compose/compose-plant.ts';
import type { Composition } from '../compose/composition.ts';
import { compositionWithMessages } from '../compose/with-messages.ts';
import { plantWithMessages } from '../plant/with-messages.ts';
import type { ComposedPlant, PlantBounds } from '../plant/composed-plant.ts';
import type { Property } from '../search/property.ts';
import { search } from '../search/search.ts';
import type { SearchOptions } from '../search/search.ts';
import type { Answer, SearchLimits, SearchResult } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { compileInvariants } from './compile-invariant.ts';
import type { CompiledInvariant } from './compiled-invariant.ts';
import { askedObservations } from './observations/index.ts';
import type { AskedObservation } from './observations/observation-kind.ts';

/** A bounded world with everything that is asked of it. */
export interface World {
  readonly composition: Composition;
  /** With whatever the invariants have to remember. */
  readonly plant: ComposedPlant;
  readonly invariants: readonly CompiledInvariant[];
  /** What is noticed there without being asked, where that is wanted. */
  readonly observations: readonly AskedObservation[];
}

/** A world that was searched, with its answers told apart again. */
export interface SearchedWorld extends World {
  readonly result: SearchResult;
  /** Parallel to the invariants. */
  readonly answers: readonly { readonly properties: readonly Answer[]; readonly probes: readonly Answer[] }[];
  /** Parallel to the observations. */
  readonly noticed: readonly Answer[];
}

/** Composes the world of these bounds and says what the invariants, and if wanted the observations, ask of it. */
export function worldOf(
  model: SpecModel,
  bounds: PlantBounds,
  invariants: readonly Element<'invariant'>[],
  observed = false,
  compose: ComposeOptions = {},
): World {
  const composition = composePlant(model, bounds, compose);
  const compiled = compileInvariants(model, composition, invariants);
  return {
    composition,
    ...compiled,
    observations: observed ? askedObservations({ model, composition, plant: compiled.plant }) : [],
  };
}

/** The same world with room for so many messages in each channel. */
export function worldWithMessages(world: World, messages: number): World {
  return {
    ...world,
    composition: compositionWithMessages(world.composition, messages),
    plant: plantWithMessages(world.plant, messages),
  };
}

/** The same world with the questions that nobody wrote. */
export function observedWorld(model: SpecModel, { composition, plant, invariants }: World): World {
  return { composition, plant, invariants, observations: askedObservations({ model, composition, plant }) };
}

/** Answers all that is asked of a world in one search. */
export function searchWorld(
  world: World,
  limits: SearchLimits,
  watch?: SearchWatch,
  options: SearchOptions = {},
): SearchedWorld {
  return answered(world, world.invariants, ({ plant }, properties) =>
    search(plant, properties, limits, watch, options),
  );
}

/** Asks everything of a world of a search that was made already. */
export function answeredWorld(world: World, ask: (properties: readonly Property[]) => SearchResult): SearchedWorld {
  return answered(world, world.invariants, (_, properties) => ask(properties));
}

/**
 * Looks only for the shortest ways to violate some of the invariants (by their indices), and ends with the last of them; the
 * others stay undecided.
 */
export function searchViolations(
  world: World,
  wanted: readonly number[],
  limits: SearchLimits,
  watch?: SearchWatch,
  options: Pick<SearchOptions, 'endsEmpty'> = {},
): SearchedWorld {
  const asked = world.invariants.map((invariant, index) =>
    wanted.includes(index) ? { ...invariant, probes: [] } : { ...invariant, probes: [], properties: [] },
  );
  return answered({ ...world, observations: [] }, asked, ({ plant }, properties) =>
    search(plant, properties, limits, watch, { ...options, stopWhenDecided: true }),
  );
}

function answered(
  world: World,
  asked: readonly CompiledInvariant[],
  ask: (world: World, properties: readonly Property[]) => SearchResult,
): SearchedWorld {
  const properties: Property[] = [];
  const place = (some: readonly Property[]): readonly number[] => some.map((property) => properties.push(property) - 1);
  const places = asked.map((invariant) => ({
    properties: place(invariant.properties),
    probes: place(invariant.probes.map(({ property }) => property)),
  }));
  const noticed = place(world.observations.map(({ property }) => property));
  const result = ask(world, properties);
  const at = (indices: readonly number[]): readonly Answer[] =>
    indices.map((index) => result.answers[index] ?? { outcome: 'undecided' });
  return {
    ...world,
    result,
    answers: places.map((one) => ({ properties: at(one.properties), probes: at(one.probes) })),
    noticed: at(noticed),
  };
}
