import type { Condition, StatePattern } from '../../language/condition.ts';
import { matches, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { readsIn } from './condition-reads.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { flowNamed, useOf } from './flow-use.ts';
import { guardOf, messagesThatStart, sameMessage } from './step-start.ts';

/** What is taken out of the plant: steps that never happen, states that no record is ever in. */
export interface Without {
  /** Lifecycles of these steps and states: what does not rest on them goes on as before. */
  readonly lifecycles: readonly string[];
  readonly step: (transition: Transition) => boolean;
  /** Of a lifecycle and the local id of a state. */
  readonly state: (lifecycle: string, state: string) => boolean;
}

/** What can still happen. */
export interface Remaining {
  readonly happens: (transition: string) => boolean;
  readonly possible: (condition: Condition) => boolean;
}

/**
 * Steps that can happen, and statuses that records can come into, when something is taken out. Each status counts by itself:
 * what several records are in at one moment, facts, fields and times are not followed, and count as possible. What is not
 * possible here is therefore not possible at all; what is possible here is not shown to be prevented.
 */
export function remaining(model: SpecModel, without: Without): Remaining {
  const whole = wholePlant(model);
  if (without.lifecycles.length === 0) return answers(model, whole);
  const resting = restingOn(model, without.lifecycles);
  const plant = lifecycleSteps(model).filter(({ lifecycle }) => resting.has(lifecycle.id));
  const rest = follow(model, plant, without, {
    reached: (lifecycle) => (resting.has(lifecycle) ? undefined : whole.reached(lifecycle)),
    happened: (transition) => !resting.has(lifecycleOf(transition)) && whole.happened(transition),
  });
  return answers(model, rest);
}

/** Where records come, and which steps happen. */
interface Course {
  readonly reached: (lifecycle: string) => ReadonlySet<string> | undefined;
  readonly happened: (transition: string) => boolean;
}

const NOTHING: Without = { lifecycles: [], step: () => false, state: () => false };
const NOWHERE: Course = { reached: () => undefined, happened: () => false };
const WHOLE = new WeakMap<SpecModel, Course>();

/** The course of everything when nothing is taken out; followed once. */
function wholePlant(model: SpecModel): Course {
  const known = WHOLE.get(model) ?? follow(model, lifecycleSteps(model), NOTHING, NOWHERE);
  WHOLE.set(model, known);
  return known;
}

function answers(model: SpecModel, course: Course): Remaining {
  return { happens: course.happened, possible: (condition) => isPossible(condition, course, model) };
}

/** The course of some lifecycles, from where their records begin; that of the others is settled. */
function follow(model: SpecModel, plant: readonly LifecycleSteps[], without: Without, settled: Course): Course {
  const reached = new Map(plant.map(({ lifecycle }) => [lifecycle.id, new Set<string>()]));
  const happened = new Set<string>();
  const course: Course = {
    reached: (lifecycle) => reached.get(lifecycle) ?? settled.reached(lifecycle),
    happened: (transition) => happened.has(transition) || settled.happened(transition),
  };
  const reach = (lifecycle: string, state: string): boolean => {
    const states = reached.get(lifecycle);
    if (states === undefined || states.has(state) || without.state(lifecycle, state)) return false;
    states.add(state);
    return true;
  };
  for (const { lifecycle, states, starts } of plant) {
    for (const { state, by } of starts) if (by === 'initial') reach(lifecycle.id, state);
    // Where nothing says how records begin, they may be in any state.
    if (starts.length === 0) for (const { localId } of states) reach(lifecycle.id, localId);
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const steps of plant) {
      for (const transition of steps.transitions) {
        if (happened.has(transition.id) || without.step(transition) || !canBegin(steps, transition, course)) continue;
        if (leadsOnlyInto(steps, transition, without) || !isPossible(guardOnce(transition), course, model)) continue;
        if (!isStarted(transition, course, model)) continue;
        changed = true;
        happened.add(transition.id);
        // A step back leads only to where the record has been.
        if (typeof transition.attributes.to === 'string')
          for (const state of steps.targets(transition)) reach(steps.lifecycle.id, state);
      }
    }
    for (const { lifecycle, starts } of plant) {
      for (const { state, by, element } of starts)
        if (by === 'created elsewhere' && course.happened(element.id) && reach(lifecycle.id, state)) changed = true;
    }
  }
  return course;
}

function isPossible(condition: Condition, course: Course, model: SpecModel): boolean {
  const possible = (part: Condition): boolean => isPossible(part, course, model);
  switch (condition.kind) {
    case 'all':
      return condition.of.every(possible);
    case 'any':
      return condition.of.some(possible);
    case 'status':
      return isMatched(condition.states, condition.lifecycle, course, model);
    case 'read':
    case 'message':
      return possible(condition.of);
    case 'quantified':
      // That there is no such record fulfils the other two.
      return condition.quantifier !== 'some' || possible(condition.of);
    default:
      return true;
  }
}

function isMatched(pattern: StatePattern, lifecycle: string, course: Course, model: SpecModel): boolean {
  const vocabulary = stateVocabulary(model);
  if (matches(pattern, lifecycle, 'absent', vocabulary) === true) return true;
  for (const state of course.reached(lifecycle) ?? [])
    if (matches(pattern, lifecycle, state, vocabulary) !== false) return true;
  return false;
}

function isStarted(transition: Transition, course: Course, model: SpecModel): boolean {
  const { by, auto, after } = transition.attributes;
  if (by !== undefined || auto === true || after !== undefined) return true;
  const messages = messagesThatStart(transition);
  return messages.length === 0 || messages.some((message) => isSent(model, message, course));
}

const GUARDS = new WeakMap<Transition, Condition>();

/** The condition of a step, put together once. */
function guardOnce(transition: Transition): Condition {
  const known = GUARDS.get(transition) ?? guardOf(transition);
  GUARDS.set(transition, known);
  return known;
}

const RESTING = new WeakMap<SpecModel, ReadonlyMap<string, readonly string[]>>();

/** These lifecycles, and all that rest on them: by a condition that reads them, a message or a record that they make. */
function restingOn(model: SpecModel, lifecycles: readonly string[]): ReadonlySet<string> {
  const known = RESTING.get(model) ?? turned(restsIn(model));
  RESTING.set(model, known);
  const resting = new Set(lifecycles);
  for (const lifecycle of resting) for (const other of known.get(lifecycle) ?? []) resting.add(other);
  return resting;
}

/** The other way round: lifecycle → lifecycles that rest on it. */
function turned(rests: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  const resting = new Map<string, string[]>();
  for (const [lifecycle, others] of rests) {
    for (const other of others) {
      const known = resting.get(other);
      if (known === undefined) resting.set(other, [lifecycle]);
      else known.push(lifecycle);
    }
  }
  return resting;
}

/** Lifecycle → lifecycles on which its steps rest. */
function restsIn(model: SpecModel): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    lifecycleSteps(model).map(({ lifecycle, transitions, starts }) => {
      const read = transitions
        .flatMap((transition) => readsIn(guardOnce(transition)))
        .flatMap(({ leaf }) => (leaf.kind === 'status' ? [leaf.lifecycle] : []));
      const senders = transitions.flatMap(messagesThatStart).flatMap((message) => {
        const flow = flowNamed(model, message);
        return flow === undefined ? [] : useOf(model, flow).sentBy.map(({ steps }) => steps.lifecycle.id);
      });
      const makers = starts.flatMap(({ by, element }) => (by === 'created elsewhere' ? [lifecycleOf(element.id)] : []));
      return [lifecycle.id, new Set([...read, ...senders, ...makers])];
    }),
  );
}

/** A step that could only lead into what is taken out does not happen. */
function leadsOnlyInto(steps: LifecycleSteps, transition: Transition, without: Without): boolean {
  const targets = steps.targets(transition);
  return targets.length > 0 && targets.every((state) => without.state(steps.lifecycle.id, state));
}

function canBegin(steps: LifecycleSteps, transition: Transition, course: Course): boolean {
  if (transition.attributes.from.includes('absent')) return true;
  const reached = course.reached(steps.lifecycle.id);
  return steps.origins(transition).some((state) => reached?.has(state) === true);
}

/** Whether some step that happens sends the message, or something outside the lifecycles may. */
function isSent(model: SpecModel, message: string, course: Course): boolean {
  const flow = flowNamed(model, message);
  if (flow === undefined) return false;
  const { sentBy } = useOf(model, flow);
  if (flow.attributes.trigger !== undefined || sentBy.length === 0) return true;
  return sentBy.some((step) => sameMessage(step.message, message) && course.happened(step.transition.id));
}

/** The lifecycle in whose transitions an id stands. */
function lifecycleOf(transition: string): string {
  return transition.split('.')[0] ?? '';
}
