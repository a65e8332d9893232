import type { Condition } from '../../language/condition.ts';
import { partsOf as conditionParts } from '../../model/condition/normal-form.ts';
import type { InterfaceView } from '../interface-view.ts';
import { interfaceOf, type LifecycleView, type TransitionView } from '../lifecycle-view.ts';
import type { Firing, Outcome, SettledPlant, Way } from './settled-plant.ts';
import { worldKey, type World } from './world.ts';

/** A settled plant that can be reached, and the steps that lead to it. */
export interface Situation {
  readonly world: World;
  /** Steps from the beginning; consequences are not listed. */
  readonly path: readonly Firing[];
  /** Lifecycles whose beginning is not declared: their record is put into its state by whatever means the plant has. */
  readonly placed: readonly string[];
  /** Lifecycle → state in which the project's stories begin, where that is not the state of a new record. */
  readonly begun: Readonly<Record<string, string>>;
}

/** An answer: in this situation, this step leads to this outcome. */
export interface Story {
  readonly situation: Situation;
  readonly outcome: Outcome;
}

/** Every settled situation of lifecycles that have to do with each other, nearest first. */
export interface Stories {
  /** Lifecycles that have to do with this one, itself included. */
  readonly related: (lifecycle: string) => readonly LifecycleView[];
  /** Situations nearest first in which a lifecycle is in a state. */
  readonly in: (lifecycle: string, state: string) => readonly Situation[];
  /** Whether the list of situations was cut at the bound. */
  readonly cut: (lifecycle: string) => boolean;
}

/** More situations than this of one group of lifecycles are not looked at. */
export const MOST_SITUATIONS = 3_000;

interface Node {
  readonly world: World;
  readonly parent: Node | undefined;
  readonly step: Firing | undefined;
  readonly placed: readonly string[];
  readonly begun: Readonly<Record<string, string>>;
}

interface Group {
  readonly lifecycles: readonly LifecycleView[];
  /** `NCR=Open` → situations, nearest first. */
  readonly byState: ReadonlyMap<string, readonly Situation[]>;
  readonly cut: boolean;
}

/**
 * `start` names the states in which the project's own stories begin (`explore.start`): situations that follow from them come
 * first, and those that follow from the beginning of each record come after them.
 */
export function stories(
  plant: SettledPlant,
  lifecycles: readonly LifecycleView[],
  interfaces: readonly InterfaceView[],
  start: Readonly<Record<string, string>>,
): Stories {
  const groups = new Map<string, Group>();
  for (const members of connectedGroups(lifecycles, interfaces)) {
    const group = explore(plant, members, start);
    for (const { id } of members) groups.set(id, group);
  }
  return {
    related: (lifecycle) => groups.get(lifecycle)?.lifecycles ?? [],
    in: (lifecycle, state) => groups.get(lifecycle)?.byState.get(`${lifecycle}=${state}`) ?? [],
    cut: (lifecycle) => groups.get(lifecycle)?.cut ?? false,
  };
}

function explore(
  plant: SettledPlant,
  members: readonly LifecycleView[],
  start: Readonly<Record<string, string>>,
): Group {
  const declared = members.some(({ id, states }) => states.includes(start[id] ?? ''));
  const nodes: Node[] = [];
  const seen = new Set<string>();
  let cut = false;
  for (const beginning of declared ? [start, {}] : [{}])
    cut = follow(plant, members, seeds(plant, members, beginning), nodes, seen) || cut;
  return { lifecycles: members, byState: situationsByState(nodes), cut };
}

function situationsByState(nodes: readonly Node[]): ReadonlyMap<string, readonly Situation[]> {
  const byState = new Map<string, Situation[]>();
  for (const node of nodes) {
    // The way to a situation is asked for of the few that are chosen.
    const situation: Situation = {
      world: node.world,
      placed: node.placed,
      begun: node.begun,
      get path() {
        return pathTo(node);
      },
    };
    for (const [lifecycle, state] of Object.entries(node.world.states)) {
      const key = `${lifecycle}=${state}`;
      const list = byState.get(key);
      if (list === undefined) byState.set(key, [situation]);
      else list.push(situation);
    }
  }
  return byState;
}

/** Adds every situation that can be reached from the seeds and is not there yet, nearest first; whether the bound cut it short. */
function follow(
  plant: SettledPlant,
  members: readonly LifecycleView[],
  beginnings: readonly Node[],
  nodes: Node[],
  seen: Set<string>,
): boolean {
  const first = nodes.length;
  for (const seed of beginnings) {
    const key = worldKey(seed.world);
    if (seen.has(key)) continue;
    seen.add(key);
    nodes.push(seed);
  }
  const steps: readonly (readonly [TransitionView, readonly Way[]])[] = members
    .flatMap(({ transitions }) => transitions)
    .map((transition) => [transition, plant.ways(transition)] as const);
  for (let next = first; next < nodes.length && nodes.length - first < MOST_SITUATIONS; next++) {
    const parent = nodes[next];
    if (parent === undefined) break;
    for (const [transition, ways] of steps) {
      for (const way of ways) {
        const outcome = plant.fire(transition, parent.world, way);
        if (outcome === undefined) continue;
        const key = worldKey(outcome.after);
        if (seen.has(key)) continue;
        seen.add(key);
        nodes.push({ world: outcome.after, parent, step: outcome.step, placed: parent.placed, begun: parent.begun });
      }
    }
  }
  return nodes.length - first >= MOST_SITUATIONS;
}

/** The declared beginning; where a beginning is not declared, that record may stand in any of its states. */
function seeds(
  plant: SettledPlant,
  members: readonly LifecycleView[],
  chosen: Readonly<Record<string, string>>,
): readonly Node[] {
  const start = plant.start();
  const states: Record<string, string> = {};
  for (const { id } of members) {
    const first = chosen[id] ?? start.states[id];
    if (first !== undefined) states[id] = first;
  }
  const open = members.filter(({ id }) => states[id] === undefined);
  let worlds: World[] = [{ ...start, states }];
  for (const lifecycle of open) {
    if (worlds.length * lifecycle.states.length > MOST_SITUATIONS) break;
    worlds = worlds.flatMap((world) =>
      lifecycle.states.map((state) => ({ ...world, states: { ...world.states, [lifecycle.id]: state } })),
    );
  }
  const begun = Object.fromEntries(
    Object.entries(states).filter(([id, state]) => chosen[id] === state && start.states[id] !== state),
  );
  return worlds.map((world) => ({
    world,
    parent: undefined,
    step: undefined,
    placed: open.map(({ id }) => id),
    begun,
  }));
}

function pathTo(node: Node): readonly Firing[] {
  const path: Firing[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent)
    if (at.step !== undefined) path.unshift(at.step);
  return path;
}

/** Lifecycles in one group read each other's status or send each other messages. */
function connectedGroups(
  lifecycles: readonly LifecycleView[],
  interfaces: readonly InterfaceView[],
): readonly (readonly LifecycleView[])[] {
  const byId = new Map(lifecycles.map((lifecycle) => [lifecycle.id, lifecycle]));
  const group = new Map<string, Set<string>>(lifecycles.map(({ id }) => [id, new Set([id])]));
  const join = (a: string, b: string): void => {
    const [one, other] = [group.get(a), group.get(b)];
    if (one === undefined || other === undefined || one === other) return;
    for (const id of other) {
      one.add(id);
      group.set(id, one);
    }
  };
  for (const lifecycle of lifecycles) {
    for (const transition of lifecycle.transitions) {
      for (const name of lifecyclesRead(transition)) join(lifecycle.id, name);
      for (const message of transition.emits) {
        const receivers = interfaces.find(({ id }) => id === interfaceOf(message))?.receivers ?? [];
        for (const receiver of receivers) join(lifecycle.id, receiver.lifecycle);
      }
    }
  }
  const distinct = new Set(group.values());
  return [...distinct].map((ids) => lifecycles.filter(({ id }) => ids.has(id) && byId.has(id)));
}

function lifecyclesRead(transition: TransitionView): readonly string[] {
  const found: string[] = [];
  const look = (condition: Condition): void => {
    if (condition.kind === 'status') found.push(condition.lifecycle);
    for (const part of conditionParts(condition)) look(part);
  };
  for (const condition of [transition.when, transition.procedure, transition.receives?.filter])
    if (condition !== undefined) look(condition);
  return found;
}
