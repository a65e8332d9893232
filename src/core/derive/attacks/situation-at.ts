import { compareText } from '../../diagnostics/order.ts';
import type { ComposedPlant, Step } from '../../explore/plant/composed-plant.ts';
import type { Expression } from '../../explore/plant/expression.ts';
import { all, holds, not, TRUE } from '../../explore/plant/simplify.ts';
import { interpret, type Interpreter, type PlantState } from '../../explore/search/interpreter.ts';
import type { Trace } from '../../explore/search/search-result.ts';
import { assumedFacts } from '../../explore/story/assumed-facts.ts';
import { belongTogether } from '../../explore/verdict/kinds/records-of-steps.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { AttackOutcome, AttackSituation } from './attack.ts';
import { mayPass } from './attacked-invariants.ts';
import { aliasOf } from './test-records.ts';
import type { AttackedQuestion, Attempt, StepCondition } from './attempts.ts';

/** Situations that the machines may run through afterwards; more are not looked at. */
const MOST_AFTERWARDS = 300;
/** More messages than this are not let through before the attempt. */
const MOST_LET_THROUGH = 20;
const MACHINES: ReadonlySet<Step['kind']> = new Set(['delivery', 'automatic', 'recovery']);

/** What a tester has to know of the end of a trace: which attempt it is, what is prepared, what stops it, what comes of it. */
export function situationAt(
  trace: Trace,
  exact: readonly { readonly attempt: Attempt; readonly expression: Expression }[],
  question: AttackedQuestion,
  transition: TransitionView,
  plant: ComposedPlant,
): AttackSituation | undefined {
  const interpreter = interpret(plant);
  const early = lettingThroughEarly(interpreter, plant, lettingThroughMore(interpreter, plant, trace, exact));
  const state = stateAfter(interpreter, plant, early);
  if (state === undefined) return undefined;
  const here = exact.find(({ expression }) => assumedFacts(expression, state) !== undefined);
  if (here === undefined) return undefined;
  const { attempt } = here;
  // What the plant does not follow is prepared in favour of the step, as far as the invariant stays attacked.
  let wanted = here.expression;
  const unmet: StepCondition[] = [];
  for (const condition of attempt.conditions) {
    const more = all(wanted, condition.met);
    if (assumedFacts(more, state) === undefined) unmet.push(condition);
    else wanted = more;
  }
  const choice = assumedFacts(wanted, state) ?? new Map<number, boolean>();
  const prepared = [...choice]
    .sort(([a], [b]) => a - b)
    .flatMap(([atom, value]) => {
      const text = plant.freeAtoms[atom]?.replace(/^fact: /u, '');
      return text === undefined ? [] : [value ? text : `not so: ${text}`];
    });
  return {
    trace: early,
    plant,
    state,
    attempt,
    unmet,
    together: recordsTogether(question, state),
    prepared,
    outcome: outcomeOf(interpreter, state, attempt, unmet.length === 0, question, transition),
  };
}

/** Messages that the situation does not need to wait arrive: what is left on its way is what matters. */
function lettingThroughMore(
  interpreter: Interpreter,
  plant: ComposedPlant,
  trace: Trace,
  exact: readonly { readonly expression: Expression }[],
): Trace {
  const machines = plant.steps.filter(({ kind }) => MACHINES.has(kind));
  const steps = [...trace.steps];
  let state = stateAfter(interpreter, plant, trace);
  for (let more = 0; state !== undefined && more < MOST_LET_THROUGH; more++) {
    const from: PlantState = state;
    const next = machines.find((step) => {
      if (!holds(step.guard, from) || !hasRoom(plant, from, step)) return false;
      const reached = interpreter.take(from, step);
      return exact.some(({ expression }) => assumedFacts(expression, reached) !== undefined);
    });
    if (next === undefined) break;
    steps.push(next.id);
    state = interpreter.take(from, next);
  }
  return { ...trace, steps };
}

/** The state at the end of a trace; undefined where it is not possible. */
function stateAfter(interpreter: Interpreter, plant: ComposedPlant, { initial, steps }: Trace): PlantState | undefined {
  let state = interpreter.initial()[initial];
  for (const id of steps) {
    const step = plant.steps[id];
    if (state === undefined || step === undefined || !holds(step.guard, state)) return undefined;
    if (!hasRoom(plant, state, step)) return undefined;
    state = interpreter.take(state, step);
  }
  return state;
}

function hasRoom(plant: ComposedPlant, state: PlantState, { actions }: Step): boolean {
  return plant.channels.every(({ capacity }, channel) => {
    let waiting = state.channels[channel]?.length ?? 0;
    for (const action of actions) {
      if (!('channel' in action) || action.channel !== channel) continue;
      waiting += action.kind === 'send' || action.kind === 'sendContent' ? 1 : -1;
    }
    return waiting <= capacity;
  });
}

/** The same way to the same state, with each step of a machine as early as it can be: less has to be held back. */
function lettingThroughEarly(interpreter: Interpreter, plant: ComposedPlant, trace: Trace): Trace {
  const end = stateAfter(interpreter, plant, trace);
  if (end === undefined) return trace;
  const goal = interpreter.keyOf(end);
  let steps = [...trace.steps];
  for (let at = 1; at < steps.length; at++) {
    const id = steps[at];
    const step = id === undefined ? undefined : plant.steps[id];
    if (id === undefined || step === undefined || !MACHINES.has(step.kind)) continue;
    const others = steps.filter((_, place) => place !== at);
    for (let place = 0; place < at; place++) {
      if (MACHINES.has(plant.steps[steps[place] ?? -1]?.kind ?? 'person')) continue;
      const moved = [...others.slice(0, place), id, ...others.slice(place)];
      const reached = stateAfter(interpreter, plant, { ...trace, steps: moved });
      if (reached === undefined || interpreter.keyOf(reached) !== goal) continue;
      steps = moved;
      break;
    }
  }
  return { ...trace, steps };
}

function outcomeOf(
  interpreter: Interpreter,
  state: PlantState,
  attempt: Attempt,
  allMet: boolean,
  { plant, invariant, property }: AttackedQuestion,
  transition: TransitionView,
): AttackOutcome {
  const passing = allMet && mayPass(invariant);
  const taken = passing ? attemptTaken(interpreter, plant, state, attempt, transition) : state;
  const afterwards = taken === undefined ? undefined : settledAfter(interpreter, plant, taken);
  const ends = afterwards?.ends;
  const bad = property?.kind === 'never' && passing ? property.bad : not(TRUE);
  return {
    kind: passing ? 'passing' : allMet ? 'let-through' : 'refused',
    through: afterwards?.through ?? [],
    settled: ends === undefined ? undefined : commonStatuses(plant, ends),
    stays: ends?.some((end) => holds(bad, end)) ?? false,
  };
}

function attemptTaken(
  interpreter: Interpreter,
  plant: ComposedPlant,
  state: PlantState,
  attempt: Attempt,
  transition: TransitionView,
): PlantState | undefined {
  const step = plant.steps.find(
    ({ transitions: [first], guard, fills }) =>
      first?.id === transition.id &&
      first.record === attempt.record &&
      JSON.stringify(fills ?? {}) === JSON.stringify(attempt.step?.fills ?? {}) &&
      holds(guard, state),
  );
  return step === undefined || !hasRoom(plant, state, step) ? undefined : interpreter.take(state, step);
}

/** Every state in which the machines may come to rest; undefined where that cannot be told. */
function settledAfter(
  interpreter: Interpreter,
  plant: ComposedPlant,
  from: PlantState,
): { readonly ends: readonly PlantState[]; readonly through: readonly string[] } | undefined {
  const machines = plant.steps.filter(({ kind }) => MACHINES.has(kind));
  const seen = new Map([[interpreter.keyOf(from), from]]);
  const ends: PlantState[] = [];
  const through = new Set<string>();
  for (const state of seen.values()) {
    if (holds(plant.settled, state)) ends.push(state);
    for (const step of machines) {
      if (!holds(step.guard, state)) continue;
      if (!hasRoom(plant, state, step)) return undefined;
      const next = interpreter.take(state, step);
      if (step.kind === 'delivery' && step.interface !== undefined) through.add(step.interface);
      seen.set(interpreter.keyOf(next), next);
    }
    if (seen.size > MOST_AFTERWARDS) return undefined;
  }
  return ends.length === 0 ? undefined : { ends, through: [...through].sort(compareText) };
}

function recordsTogether(
  { model, composition, plant }: AttackedQuestion,
  state: PlantState,
): readonly (readonly [string, string])[] {
  const there = plant.records.flatMap(({ object, spare }, record) =>
    object === undefined || spare ? [] : [{ object, record }],
  );
  return there.flatMap(({ object, record }) => {
    const of = model.get('object', object)?.attributes.of;
    const parents = of === undefined ? [] : typeof of === 'string' ? [of] : Object.keys(of);
    return there.flatMap((parent) => {
      const [own, other] = [plant.records[record], plant.records[parent.record]];
      if (own === undefined || other === undefined || !parents.includes(parent.object)) return [];
      return holds(belongTogether(composition, record, parent.record), state)
        ? [[aliasOf(own), aliasOf(other)] as const]
        : [];
    });
  });
}

function commonStatuses(plant: ComposedPlant, ends: readonly PlantState[]): ReadonlyMap<number, string> | undefined {
  const statuses = new Map<number, string>();
  for (const [variable, { role, values }] of plant.variables.entries()) {
    if (role.kind !== 'status') continue;
    const [value, ...others] = [...new Set(ends.map((end) => end.values[variable] ?? 0))];
    if (others.length > 0) return undefined;
    statuses.set(variable, values[value ?? 0] ?? '');
  }
  return statuses;
}
