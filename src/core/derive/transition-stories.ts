import type { Condition } from '../language/condition.ts';
import type { DerivationContext } from './derivation-context.ts';
import { accepts, type TransitionView } from './lifecycle-view.ts';
import { evaluate } from './settled/evaluate.ts';
import type { Firing, Outcome, Way } from './settled/settled-plant.ts';
import type { Situation, Story } from './settled/stories.ts';
import type { World } from './settled/world.ts';

/** So many situations, nearest first, are looked at for one that shows more than the nearest. */
const SITUATIONS_COMPARED = 250;

/** The transition's own firing within a story: as the tester's step, or as a consequence of it. */
export interface TransitionStory extends Story {
  readonly firing: Firing;
}

/**
 * A situation in which the transition fires in this way from this state: one in which its result stays, and in which most
 * consequences follow in other lifecycles, for that is where follower systems are seen to react; among these the nearest.
 * Undefined = there is none.
 */
export function storyOf(
  transition: TransitionView,
  from: string,
  way: Way,
  context: DerivationContext,
): TransitionStory | undefined {
  return context.once(`story ${transition.id}|${from}|${way}`, () => findStory(transition, from, way, context));
}

function findStory(
  transition: TransitionView,
  from: string,
  way: Way,
  context: DerivationContext,
): TransitionStory | undefined {
  let best: (TransitionStory & { readonly worth: number }) | undefined;
  for (const situation of context.stories.in(transition.lifecycle, from).slice(0, SITUATIONS_COMPARED)) {
    const outcome = context.plant.fire(transition, situation.world, way);
    if (outcome === undefined) continue;
    const worth = worthOf(outcome);
    if (best === undefined || worth > best.worth) best = { situation, outcome, firing: outcome.step, worth };
  }
  return best;
}

/** Consequences that are seen elsewhere; a machine that undoes the step at once makes a poor test of it. */
function worthOf({ step, consequences }: Outcome): number {
  const own = consequences.some(({ transition }) => transition.lifecycle === step.transition.lifecycle);
  return own ? -1 : consequences.length;
}

/** A situation in which a step elsewhere starts the transition: by a message that it sends, or because a machine then may act. */
export function storyWithConsequence(
  transition: TransitionView,
  from: string,
  way: 'automatic' | { readonly message: string },
  context: DerivationContext,
): TransitionStory | undefined {
  const key = way === 'automatic' ? way : `message ${way.message}`;
  return context.once(`consequence ${transition.id}|${from}|${key}`, () =>
    findConsequence(transition, from, way, context),
  );
}

function findConsequence(
  transition: TransitionView,
  from: string,
  way: 'automatic' | { readonly message: string },
  context: DerivationContext,
): TransitionStory | undefined {
  const starts = (fired: Firing): boolean =>
    way === 'automatic' ? fired.way === way : fired.message !== undefined && accepts(way.message, fired.message);
  const drivers = context.stories
    .related(transition.lifecycle)
    .flatMap(({ transitions }) => transitions)
    .filter((driver) => driver.id !== transition.id);
  for (const situation of context.stories.in(transition.lifecycle, from).slice(0, SITUATIONS_COMPARED)) {
    for (const driver of drivers) {
      for (const driverWay of context.plant.ways(driver)) {
        const outcome = context.plant.fire(driver, situation.world, driverWay);
        const firing = outcome?.consequences.find(
          (consequence) =>
            consequence.transition.id === transition.id && consequence.from === from && starts(consequence),
        );
        if (outcome !== undefined && firing !== undefined) return { situation, outcome, firing };
      }
    }
  }
  return undefined;
}

/** The nearest situation in which the lifecycle is in this state, whatever the others are in. */
export function nearestSituation(lifecycle: string, state: string, context: DerivationContext): Situation | undefined {
  return context.stories.in(lifecycle, state)[0];
}

/** An atomic condition and whether it is to hold. */
export interface AskedAtom {
  readonly condition: Condition;
  readonly holds: boolean;
}

/** How the conditions of a guard come about: a situation, and what has to be done and held back in it before the step. */
export interface GuardScene {
  readonly situation: Situation | undefined;
  /** A step elsewhere whose messages are held back, so that the guard meets what has not arrived yet. */
  readonly heldBack: TransitionView | undefined;
  /** Interfaces of which one message has to be on its way. */
  readonly waiting: readonly string[];
  /** Whether the conditions are as asked once this is done; false = more than one record or more than the model is needed. */
  readonly complete: boolean;
}

/**
 * The nearest situation in which every atom is as asked. A guard that protects against messages on their way is not met by a
 * settled plant: then one step of a person elsewhere, whose messages are held back, or a message of an interface that is kept
 * waiting.
 */
export function sceneWhere(
  transition: TransitionView,
  from: string,
  asked: readonly AskedAtom[],
  context: DerivationContext,
): GuardScene {
  const waiting = asked.flatMap(({ condition, holds }) => interfacesOnTheirWay(condition, holds));
  const others = asked.filter(({ condition, holds }) => interfacesOnTheirWay(condition, holds).length === 0);
  const situations = context.stories.in(transition.lifecycle, from);
  const settled = situations.find(({ world }) => allAsAsked(others, world, context));
  if (settled !== undefined) return { situation: settled, heldBack: undefined, waiting, complete: true };
  const steps = context.stories
    .related(transition.lifecycle)
    .filter(({ id }) => id !== transition.lifecycle)
    .flatMap(({ transitions }) => transitions)
    .filter(({ by, emits }) => by.length > 0 && emits.length > 0);
  for (const situation of situations.slice(0, SITUATIONS_COMPARED)) {
    for (const step of steps) {
      const outcome = context.plant.fire(step, situation.world, 'person');
      if (outcome === undefined) continue;
      const states = { ...situation.world.states, [step.lifecycle]: outcome.step.to };
      if (allAsAsked(others, { ...situation.world, states }, context))
        return { situation, heldBack: step, waiting, complete: true };
    }
  }
  return { situation: nearestByAtoms(situations, others, context), heldBack: undefined, waiting, complete: false };
}

function allAsAsked(asked: readonly AskedAtom[], world: World, context: DerivationContext): boolean {
  return asked.every((atom) => isAsAsked(atom, world, context));
}

function isAsAsked({ condition, holds }: AskedAtom, world: World, context: DerivationContext): boolean {
  const truth = evaluate(condition, world, context.plant.lookup);
  return truth === 'free' || (truth === 'true') === holds;
}

/** The situation that meets the most atoms, the nearest of several. */
function nearestByAtoms(
  situations: readonly Situation[],
  asked: readonly AskedAtom[],
  context: DerivationContext,
): Situation | undefined {
  let best: { readonly situation: Situation; readonly met: number } | undefined;
  for (const situation of situations.slice(0, SITUATIONS_COMPARED)) {
    const met = asked.filter((atom) => isAsAsked(atom, situation.world, context)).length;
    if (best === undefined || met > best.met) best = { situation, met };
  }
  return best?.situation;
}

/** Interfaces of which a message must wait, so that `settled` does not hold. */
function interfacesOnTheirWay(condition: Condition, holds: boolean): readonly string[] {
  if (condition.kind === 'not') return interfacesOnTheirWay(condition.of, !holds);
  return condition.kind === 'settled' && !holds ? [condition.interface] : [];
}

/** What follows from a step in one lifecycle, in order. */
export function consequencesIn(outcome: Outcome, lifecycle: string): readonly Firing[] {
  return outcome.consequences.filter(({ transition }) => transition.lifecycle === lifecycle);
}
