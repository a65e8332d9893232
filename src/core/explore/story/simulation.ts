import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import { holds } from '../plant/simplify.ts';
import type { Property } from '../search/property.ts';
import { interpret, type PlantState } from '../search/interpreter.ts';
import { statesOf } from '../search/replay.ts';
import type { Trace } from '../search/search-result.ts';
import { elementTitle } from '../../model/element.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { Story, StoryStep } from './story.ts';
import { tellStory } from './tell-story.ts';

/** A plant through which somebody goes step by step. */
export interface Simulation {
  readonly model: SpecModel;
  /** With whatever the invariants have to remember of the past. */
  readonly plant: ComposedPlant;
  /** What the invariants ask, each with the invariant that asks it. */
  readonly questions: readonly { readonly invariant: string; readonly property: Property }[];
}

/** One thing that can happen next. */
export interface NextStep {
  readonly step: Step;
  readonly told: StoryStep;
}

/** An invariant that is violated where the story stands. */
export interface ViolatedInvariant {
  readonly invariant: string;
  readonly title: string;
}

/** People first, then what happens by itself, faults last. */
const ORDER: readonly Step['kind'][] = ['person', 'automatic', 'timed', 'delivery', 'recovery', 'outside', 'fault'];

/** Everything that can happen next: by people first, faults last. */
export function nextSteps({ model, plant }: Simulation, trace: Trace): readonly NextStep[] {
  const state = statesOf(plant, trace).at(-1);
  if (state === undefined) return [];
  return interpret(plant)
    .enabled(state)
    .filter(({ full }) => full.length === 0)
    .flatMap(({ step }) => {
      const told = tellStory(model, plant, { ...trace, steps: [...trace.steps, step.id] }).steps.at(-1);
      return told === undefined ? [] : [{ step, told }];
    })
    .toSorted((a, b) => ORDER.indexOf(a.step.kind) - ORDER.indexOf(b.step.kind) || a.step.id - b.step.id);
}

/** Steps that are not possible for one reason only: a channel that they send to is full. Each with its channels. */
export function fullChannels({ plant }: Simulation, trace: Trace): readonly string[] {
  const state = statesOf(plant, trace).at(-1);
  if (state === undefined) return [];
  const full = interpret(plant)
    .enabled(state)
    .flatMap((enabled) => enabled.full);
  return [...new Set(full)].flatMap((channel) => plant.channels[channel]?.name ?? []).toSorted(compareText);
}

/** The story so far. */
export function storySoFar({ model, plant }: Simulation, trace: Trace): Story {
  return tellStory(model, plant, trace);
}

/**
 * Invariants that are violated by the last step or in the state after it. Those that speak of what may or must follow cannot be
 * judged in one state: `notJudged` are their ids.
 */
export function violatedAt(
  simulation: Simulation,
  trace: Trace,
): { readonly violated: readonly ViolatedInvariant[]; readonly notJudged: readonly string[] } {
  const { model, plant, questions } = simulation;
  const states = statesOf(plant, trace);
  const violated = new Set<string>();
  const judged = new Set<string>();
  for (const { invariant, property } of questions) {
    if (property.kind !== 'never' && property.kind !== 'atStep') continue;
    judged.add(invariant);
    if (isViolated(plant, property, states, trace)) violated.add(invariant);
  }
  return {
    violated: [...violated].toSorted(compareText).map((invariant) => {
      const element = model.get('invariant', invariant);
      return { invariant, title: element === undefined ? invariant : elementTitle(element) };
    }),
    notJudged: model
      .ofKind('invariant')
      .map(({ id }) => id)
      .filter((id) => !judged.has(id)),
  };
}

/** Whether the last step, or the state after it, violates the property. */
export function isViolated(
  plant: ComposedPlant,
  property: Extract<Property, { readonly kind: 'never' | 'atStep' }>,
  states: readonly PlantState[],
  trace: Trace,
): boolean {
  const state = states.at(-1);
  if (state === undefined) return false;
  if (property.kind === 'never')
    return holds(property.bad, state) && (!property.onceSettled || holds(plant.settled, state));
  const before = states.at(-2);
  const last = trace.steps.at(-1);
  return before !== undefined && property.at.some(({ step, bad }) => step === last && holds(bad, before));
}
