import type { Condition } from '../../language/condition.ts';
import { partsOf as conditionParts } from '../../model/condition/normal-form.ts';
import { ABSENT, stateVocabulary, type StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { interfaceOf, accepts, type LifecycleView, type TransitionView } from '../lifecycle-view.ts';
import { lifecyclesCarried, type InterfaceView } from '../interface-view.ts';
import { evaluate, isPossible, type Lookup, type Truth } from './evaluate.ts';
import type { Delivered, World } from './world.ts';

/** One way in which a transition is started. */
export type Way = 'person' | 'message' | 'automatic' | 'time' | 'not declared';

/** A transition that fires as a step of a tester, or as a consequence of one. */
export interface Firing {
  readonly transition: TransitionView;
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  /** The message that started it. */
  readonly message?: string;
  /** Interfaces that were passed on the way from the tester's step, in order. */
  readonly through: readonly string[];
  /** Its condition depends on facts or values that the tester has prepared. */
  readonly prepared: boolean;
}

/** A message that was sent on the way, to whom, and over which interfaces the way to it went. */
export interface Sent {
  readonly message: string;
  readonly through: readonly string[];
  readonly targets: readonly string[];
}

/** What one step leads to: itself, everything that follows at once, all messages, and the plant at rest again. */
export interface Outcome {
  readonly step: Firing;
  readonly consequences: readonly Firing[];
  readonly messages: readonly Sent[];
  readonly after: World;
}

/** The settled plant: what may be done, and what follows from it. */
export interface SettledPlant {
  readonly lookup: Lookup;
  start(): World;
  /** Ways in which a tester can start this transition without another transition of the model. */
  ways(transition: TransitionView): readonly Way[];
  truth(transition: TransitionView, world: World, way: Way): Truth;
  /** Undefined where the transition cannot fire in that way in this world. */
  fire(transition: TransitionView, world: World, way: Way): Outcome | undefined;
}

/** More consequences than this is a loop among machines; the rest is not followed. */
const MOST_CONSEQUENCES = 50;

export function settledPlant(
  model: SpecModel,
  lifecycles: readonly LifecycleView[],
  interfaces: readonly InterfaceView[],
): SettledPlant {
  const byInterface = new Map(interfaces.map((view) => [view.id, view]));
  const carried = new Map(interfaces.map((view) => [view.id, lifecyclesCarried(view, lifecycles)]));
  const copied = interfacesCopied(lifecycles);
  const remembered = new Map(lifecycles.map((lifecycle) => [lifecycle.id, statesRemembered(lifecycle)]));
  const automatic = lifecycles.flatMap(({ transitions }) => transitions).filter(({ auto }) => auto);
  // A search asks these of few transitions and messages, many thousand times.
  const conditions = new Map<TransitionView, Readonly<Record<'plain' | 'person' | 'message', Condition>>>();
  const receivers = new Map<string, readonly (readonly TransitionView[])[]>();

  const lookup: Lookup = {
    vocabulary: remembering(stateVocabulary(model)),
    holdsMessageName: (interfaceId, field) =>
      byInterface
        .get(interfaceId)
        ?.fields.find(({ localId }) => localId === field)
        ?.attributes.from?.includes('message') ?? false,
  };

  function ways(transition: TransitionView): readonly Way[] {
    const all: Way[] = [];
    if (transition.by.length > 0) all.push('person');
    const external = transition.receives?.messages.some(
      (name) => byInterface.get(interfaceOf(name))?.emitters.length === 0,
    );
    if (external ?? false) all.push('message');
    if (transition.after !== undefined) all.push('time');
    if (transition.auto) all.push('automatic');
    if (all.length === 0 && transition.receives === undefined) all.push('not declared');
    return all;
  }

  function truth(transition: TransitionView, world: World, way: Way): Truth {
    const { plain, person, message } = conditionsOf(transition);
    return evaluate(way === 'message' ? message : way === 'person' ? person : plain, world, lookup);
  }

  /**
   * What must hold for a step; for one that a person takes, who follows the procedure, and for one that a message starts,
   * which must pass the filter as well.
   */
  function conditionsOf(transition: TransitionView) {
    const known = conditions.get(transition);
    if (known !== undefined) return known;
    const { when, procedure, receives } = transition;
    const all = (...parts: readonly (Condition | undefined)[]): Condition => ({
      kind: 'all',
      of: parts.filter((part) => part !== undefined),
    });
    const made = { plain: all(when), person: all(when, procedure), message: all(receives?.filter, when) };
    conditions.set(transition, made);
    return made;
  }

  function fire(transition: TransitionView, world: World, way: Way): Outcome | undefined {
    const from = world.states[transition.lifecycle];
    if (from === undefined || !transition.sources.includes(from)) return undefined;
    const holds = truth(transition, world, way);
    return isPossible(holds) ? outcomeOf(transition, world, way, holds) : undefined;
  }

  /** Apart from `fire`, which nearly always ends before: what is prepared here costs more than that look. */
  function outcomeOf(transition: TransitionView, world: World, way: Way, holds: Truth): Outcome {
    const external = way === 'message' ? transition.receives?.messages[0] : undefined;
    const began = external === undefined ? world : withDelivery(world, external);
    const through = external === undefined ? [] : [interfaceOf(external)];
    const step = firing(transition, began, way, through, holds, external);
    const consequences: Firing[] = [];
    const messages: Sent[] = external === undefined ? [] : [sentMessage(external, through)];
    let now = move(began, step);
    const waiting = transition.emits.map((message) => sentMessage(message, [...through, interfaceOf(message)]));
    while (consequences.length < MOST_CONSEQUENCES) {
      const sent = waiting.shift();
      if (sent !== undefined) {
        messages.push(sent);
        now = withDelivery(now, sent.message);
        // At most one step of each lifecycle answers a message; of several that could, the first by id.
        for (const lifecycle of receiversOf(sent.message)) {
          lifecycle.some((next) => follow(next, 'message', sent.through, sent.message));
        }
        continue;
      }
      const next = automatic.find(
        (candidate) => canFire(candidate, now) && truth(candidate, now, 'automatic') === 'true',
      );
      if (next === undefined) break;
      follow(next, 'automatic', messages.at(-1)?.through ?? through, undefined);
    }
    return { step, consequences, messages, after: now };

    function follow(next: TransitionView, by: Way, path: readonly string[], message: string | undefined): boolean {
      if (!canFire(next, now)) return false;
      const can = truth(next, now, by);
      if (!isPossible(can)) return false;
      const fired = firing(next, now, by, path, can, message);
      consequences.push(fired);
      now = move(now, fired);
      waiting.push(...next.emits.map((name) => sentMessage(name, [...path, interfaceOf(name)])));
      return true;
    }
  }

  /** Per lifecycle of a receiving system, the transitions that this message may start. */
  function receiversOf(message: string): readonly (readonly TransitionView[])[] {
    const known = receivers.get(message);
    if (known !== undefined) return known;
    const targets = byInterface.get(interfaceOf(message))?.to ?? [];
    const found = lifecycles
      .filter(({ system }) => system !== undefined && targets.includes(system))
      .map(({ transitions }) =>
        transitions.filter(({ receives }) => receives?.messages.some((name) => accepts(name, message))),
      );
    receivers.set(message, found);
    return found;
  }

  function move(world: World, fired: Firing): World {
    return movedWorld(world, fired, remembered.get(fired.transition.lifecycle));
  }

  function sentMessage(message: string, through: readonly string[]): Sent {
    return { message, through, targets: byInterface.get(interfaceOf(message))?.to ?? [] };
  }

  function withDelivery(world: World, message: string): World {
    const id = interfaceOf(message);
    if (!copied.has(id)) return world;
    const statuses: Record<string, string> = {};
    for (const lifecycle of carried.get(id) ?? []) {
      const state = world.states[lifecycle];
      if (state !== undefined) statuses[lifecycle] = state;
    }
    const brought: Delivered = { message, statuses };
    return { ...world, delivered: { ...world.delivered, [id]: brought } };
  }

  return { lookup, start: () => startOf(lifecycles), ways, truth, fire };
}

/** The vocabulary with each answer kept: a search asks the same few questions many thousand times. */
function remembering(vocabulary: StateVocabulary): StateVocabulary {
  const classes = new Map<string, Map<string, string | undefined>>();
  const counted = new Map<string, Map<string, Map<string, boolean | undefined>>>();
  return {
    ...vocabulary,
    classOf: (lifecycle, state) =>
      once(
        once(classes, lifecycle, () => new Map()),
        state,
        () => vocabulary.classOf(lifecycle, state),
      ),
    counts: (set, lifecycle, state) =>
      once(
        once(
          once(counted, set, () => new Map()),
          lifecycle,
          () => new Map(),
        ),
        state,
        () => vocabulary.counts(set, lifecycle, state),
      ),
  };
}

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined || made.has(key)) return known as T;
  const value = make();
  made.set(key, value);
  return value;
}

function canFire(transition: TransitionView, world: World): boolean {
  const state = world.states[transition.lifecycle];
  return state !== undefined && transition.sources.includes(state);
}

function firing(
  transition: TransitionView,
  world: World,
  way: Way,
  through: readonly string[],
  holds: Truth,
  message: string | undefined,
): Firing {
  const from = world.states[transition.lifecycle] ?? ABSENT;
  const base = { transition, from, to: targetOf(transition, from, world), way, through, prepared: holds === 'free' };
  return message === undefined ? base : { ...base, message };
}

function targetOf(transition: TransitionView, from: string, world: World): string {
  const { to } = transition;
  if (to.kind === 'same') return from;
  if (to.kind === 'state') return to.state;
  const recent = (world.visited[transition.lifecycle] ?? []).find((state) => to.states.includes(state));
  return recent ?? to.states[0] ?? from;
}

function movedWorld(world: World, fired: Firing, remembered: ReadonlySet<string> | undefined): World {
  const { lifecycle } = fired.transition;
  const states = { ...world.states, [lifecycle]: fired.to };
  if (remembered?.has(fired.from) !== true || fired.from === fired.to) return { ...world, states };
  const before = (world.visited[lifecycle] ?? []).filter((one) => one !== fired.from);
  return { ...world, states, visited: { ...world.visited, [lifecycle]: [fired.from, ...before] } };
}

/** States to which a record may return because it was in them most recently. */
function statesRemembered(lifecycle: LifecycleView): ReadonlySet<string> {
  return new Set(lifecycle.transitions.flatMap(({ to }) => (to.kind === 'last' ? to.states : [])));
}

/** Interfaces whose last delivery some condition reads. */
function interfacesCopied(lifecycles: readonly LifecycleView[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (condition: Condition): void => {
    if (condition.kind === 'read' && condition.from === 'copy') found.add(condition.interface);
    for (const part of conditionParts(condition)) look(part);
  };
  for (const { when, procedure } of lifecycles.flatMap(({ transitions }) => transitions))
    for (const condition of [when, procedure]) if (condition !== undefined) look(condition);
  return found;
}

function startOf(lifecycles: readonly LifecycleView[]): World {
  const states: Record<string, string> = {};
  for (const lifecycle of lifecycles) {
    const first = firstState(lifecycle);
    if (first !== undefined) states[lifecycle.id] = first;
  }
  return { states, visited: {}, delivered: {} };
}

/** Where a record begins: as declared, or `absent` where a step makes it; undefined = not declared. */
export function firstState(lifecycle: LifecycleView): string | undefined {
  if (lifecycle.initial !== undefined) return lifecycle.initial;
  return lifecycle.transitions.some(({ sources }) => sources.includes(ABSENT)) ? ABSENT : undefined;
}
