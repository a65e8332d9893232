import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Explored } from './explored.ts';
import { interpret, isTrue, type PlantState } from './interpreter.ts';
import type { Questions } from './questions.ts';
import type { SearchLimits, SearchResult } from './search-result.ts';
import { WATCH_EVERY, type SearchWatch } from './search-watch.ts';
import { blockedBits } from './step-class.ts';
import { plainTrace } from './way.ts';

/** What one state costs here at the least: its key, its place in the map and its values. */
const BYTES_PER_STATE = 400;
const BYTES_PER_EDGE = 16;

/**
 * Explores with the interpreter: the same answers without generated code, perhaps a hundred times slower. For where code
 * generation is not allowed.
 */
export function interpretedSearch(
  plant: ComposedPlant,
  questions: Questions,
  limits: SearchLimits,
  watch: SearchWatch,
  stopWhenDecided: boolean,
): Explored {
  const interpreter = interpret(plant);
  const numbers = new Map<string, number>();
  const states: PlantState[] = [];
  const parents: number[] = [];
  const via: number[] = [];
  const starts: number[] = [];
  const targets: number[] = [];
  const edgeSteps: number[] = [];
  const blocked: number[] = [];
  const roots: number[] = [];
  const levels: number[] = [];
  const full = new Uint8Array(plant.channels.length);
  const taken = new Float64Array(plant.steps.length);
  const reached = plant.variables.map(({ values }) => new Uint8Array(values.length));
  const hits = new Int32Array(questions.count).fill(-1);
  const hitSteps = new Int32Array(questions.count).fill(-1);
  const mostStates = Math.max(1, limits.states);
  let steps = 0;
  let stuck = -1;
  let next = WATCH_EVERY;
  let stopped: SearchResult['stopped'];
  const bytes = () => states.length * BYTES_PER_STATE + targets.length * BYTES_PER_EDGE;

  const numberOf = (state: PlantState, parent: number, step: number): number => {
    const key = interpreter.keyOf(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (states.length >= mostStates) stopped = 'states';
    else if (bytes() + BYTES_PER_STATE > limits.bytes && states.length > 0) stopped = 'bytes';
    if (stopped !== undefined) return -1;
    numbers.set(key, states.length);
    parents.push(parent);
    via.push(step);
    for (const [variable, value] of state.values.entries()) reached[variable]?.fill(1, value, value + 1);
    return states.push(state) - 1;
  };
  const hit = (property: number, state: number, step: number) => {
    if (hits[property] !== -1) return;
    hits[property] = state;
    hitSteps[property] = step;
  };
  const look = (number: number) => {
    const state = states[number];
    if (state === undefined) return;
    for (const { property, wanted } of questions.ofStates) if (isTrue(wanted, state)) hit(property, number, -1);
  };
  const leave = (number: number): void => {
    const state = states[number];
    if (state === undefined) return;
    const enabled = interpreter.enabled(state);
    if (enabled.length === 0 && stuck < 0 && !isTrue(plant.resting, state)) stuck = number;
    for (const { step, full: channels } of enabled) {
      for (const channel of channels) full[channel] = 1;
      if (channels.length > 0) {
        blocked[number] = (blocked[number] ?? 0) | blockedBits(step);
        continue;
      }
      for (const { property, step: asked, wanted } of questions.ofSteps)
        if (asked === step.id && isTrue(wanted, state)) hit(property, number, step.id);
      const target = numberOf(interpreter.take(state, step), number, step.id);
      if (target < 0) return;
      steps++;
      taken[step.id] = (taken[step.id] ?? 0) + 1;
      if (questions.ofWays) {
        targets.push(target);
        edgeSteps.push(step.id);
      }
    }
  };

  for (const [index, state] of interpreter.initial().entries()) {
    const before = states.length;
    numberOf(state, -1, 0);
    if (states.length > before) roots.push(index);
  }
  const isHopeless = (number: number, left: number): boolean => {
    const waiting = (channel: number): number => states[number]?.channels[channel]?.length ?? 0;
    return !questions.ofWays && (questions.endsEmpty ?? []).reduce((sum, channel) => sum + waiting(channel), 0) > left;
  };
  let cut = false;
  let expanded = 0;
  let end = 0;
  while (stopped === undefined && end < states.length) {
    const left = (limits.depth ?? Infinity) + 1 - levels.push(end);
    end = states.length;
    if (left <= 0) {
      stopped = 'depth';
      break;
    }
    for (; expanded < end && stopped === undefined; expanded++) {
      look(expanded);
      if (stopWhenDecided && !hits.includes(-1)) stopped = 'decided';
      else {
        starts.push(targets.length);
        if (isHopeless(expanded, left)) cut = true;
        else leave(expanded);
        if (stopped === undefined && stopWhenDecided && !hits.includes(-1)) stopped = 'decided';
        if (stopped === undefined && states.length >= next) {
          next = states.length + WATCH_EVERY;
          watch.progress?.({ states: states.length, steps, depth: levels.length - 1, bytes: bytes() });
          if (watch.cancelled?.() === true) stopped = 'cancelled';
        }
      }
      if (stopped !== undefined) break;
    }
  }
  if (cut) stopped ??= 'depth';
  if (stopped !== undefined) {
    if (states.length > end) levels.push(end);
    for (let number = expanded; number < states.length; number++) look(number);
  }
  if (starts.length <= expanded) starts.push(targets.length);
  const satisfying = (expression: Parameters<typeof isTrue>[0]): Uint8Array =>
    Uint8Array.from(states, (state) => (isTrue(expression, state) ? 1 : 0));
  const ways = {
    starts,
    targets,
    steps: edgeSteps,
    renamings: [],
    blocked: Uint8Array.from(states, (_, number) => blocked[number] ?? 0),
    satisfying,
  };
  return {
    states: states.length,
    expanded,
    steps,
    bytes: bytes(),
    ...(stopped === undefined ? {} : { stopped }),
    levels,
    rootCount: roots.length,
    back: (state) => ({ step: via[state] ?? -1, from: parents[state] ?? -1 }),
    told: (way) => ({ trace: plainTrace(roots, way) }),
    full,
    taken,
    reached,
    hits,
    hitSteps,
    stuck,
    values: (variable) => states.map(({ values }) => values[variable] ?? 0),
    satisfying,
    ...(questions.ofWays ? { ways } : {}),
  };
}
