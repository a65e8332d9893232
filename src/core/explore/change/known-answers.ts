import type { SpecModel } from '../../model/spec-model.ts';
import type { Composition } from '../compose/composition.ts';
import type { ComposedPlant, PlantBounds } from '../plant/composed-plant.ts';
import type { Answer } from '../search/search-result.ts';
import { compileInvariants } from '../verdict/compile-invariant.ts';
import type { SearchedWorld } from '../verdict/world.ts';
import { essenceOf, type Essence } from './essence.ts';

/** What was answered in another world, about which the same can be said. */
export interface KnownAnswer {
  /** The plant of that world, whose steps the traces name. */
  readonly plant: ComposedPlant;
  readonly answers: readonly Answer[];
}

/** What is known of a composition by the invariant's id; nothing where no world is like it. */
export type KnownAnswers = (
  model: SpecModel,
  composition: Composition,
  bounds: PlantBounds,
) => ((invariant: string) => KnownAnswer | undefined) | undefined;

/** A world that was searched, with the ids that its invariants have in head, and the bounds within which it was. */
export interface KnownWorld {
  readonly world: SearchedWorld;
  readonly ids: readonly string[];
}

/**
 * Answers of worlds that were searched to the end, for every composition of which nothing that can come about differs from
 * them: an edit of something that is never reached breaks and mends nothing.
 */
export function knownAnswers(worlds: readonly KnownWorld[]): KnownAnswers {
  const whole = worlds.filter(({ world }) => world.result.stopped === undefined);
  const essences = new Map<SearchedWorld, Essence | undefined>();
  const essence = (world: SearchedWorld): Essence | undefined => {
    if (!essences.has(world)) essences.set(world, essenceOf(world.plant));
    return essences.get(world);
  };
  return (model, composition, { messages, faults }) => {
    const alike = whole.filter(
      ({ world: { plant } }) => plant.bounds.messages === messages && plant.bounds.faults === faults,
    );
    for (const { world, ids } of alike) {
      const invariants = ids.flatMap((id) => model.get('invariant', id) ?? []);
      if (invariants.length < ids.length) continue;
      const mixed = compileInvariants(model, composition, invariants);
      const [there, here] = [essence(world), essenceOf(mixed.plant)];
      if (there === undefined || here === undefined || there.text !== here.text) continue;
      return (id) => {
        const index = ids.indexOf(id);
        const [one, other] = [world.invariants[index], mixed.invariants[index]];
        const answers = world.answers[index]?.properties;
        const asked = other?.properties.map((property) => here.ofProperty(property)).join();
        if (answers === undefined || one?.properties.map((property) => there.ofProperty(property)).join() !== asked)
          return undefined;
        return { plant: world.plant, answers };
      };
    }
    return undefined;
  };
}
