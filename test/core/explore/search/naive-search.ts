// The same questions answered by definition, with the interpreter and without any cleverness: what the search must agree with.
import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import { interpret, isTrue, type PlantState } from '../../../../src/core/explore/search/interpreter.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import type { Answer } from '../../../../src/core/explore/search/search-result.ts';

/** A verdict without its trace: of that only the length is determined. */
export interface NaiveAnswer {
  readonly outcome: Answer['outcome'];
  readonly vacuous?: boolean;
  /** Number of steps of the trace, where there is one. */
  readonly length?: number;
}

export interface NaiveResult {
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  readonly full: readonly number[];
  readonly taken: readonly number[];
  readonly reached: readonly (readonly number[])[];
  readonly stuck: number | undefined;
  readonly answers: readonly NaiveAnswer[];
}

interface Node {
  readonly state: PlantState;
  readonly distance: number;
  readonly edges: { step: Step; target: Node }[];
  readonly blocked: Step[];
}

/** Undefined when there are more states than that. */
export function naiveSearch(
  plant: ComposedPlant,
  properties: readonly Property[],
  most: number,
): NaiveResult | undefined {
  const { initial, enabled, take, keyOf } = interpret(plant);
  const nodes = new Map<string, Node>();
  const nodeOf = (state: PlantState, distance: number): Node => {
    const key = keyOf(state);
    const node = nodes.get(key) ?? { state, distance, edges: [], blocked: [] };
    nodes.set(key, node);
    return node;
  };
  for (const state of initial()) nodeOf(state, 0);
  // A Map is read in the order of insertion, also what is inserted meanwhile: breadth first.
  for (const node of nodes.values()) {
    if (nodes.size > most) return undefined;
    for (const { step, full } of enabled(node.state)) {
      if (full.length > 0) node.blocked.push(step);
      else node.edges.push({ step, target: nodeOf(take(node.state, step), node.distance + 1) });
    }
  }
  const all = [...nodes.values()];
  const edges = all.flatMap((node) => node.edges);
  const stuck = all.find((node) => node.edges.length + node.blocked.length === 0 && !isTrue(plant.resting, node.state));
  const full = new Set(all.flatMap((node) => enabled(node.state).flatMap((step) => step.full)));
  return {
    states: all.length,
    steps: edges.length,
    depth: Math.max(...all.map((node) => node.distance)),
    full: [...full].sort((a, b) => a - b),
    taken: plant.steps.map((step) => edges.filter((edge) => edge.step === step).length),
    reached: plant.variables.map(({ values }, variable) =>
      values.map((_, value) => (all.some(({ state }) => state.values[variable] === value) ? 1 : 0)),
    ),
    stuck: stuck?.distance,
    answers: properties.map((property) => answerOf(plant, property, all, full.size > 0)),
  };
}

function answerOf(plant: ComposedPlant, property: Property, all: readonly Node[], bounded: boolean): NaiveAnswer {
  switch (property.kind) {
    case 'never': {
      const bad = all.find(
        ({ state }) => isTrue(property.bad, state) && (!property.onceSettled || isTrue(plant.settled, state)),
      );
      return bad === undefined ? satisfied(false) : violated(bad.distance);
    }
    case 'atStep': {
      const taken = all.flatMap((node) =>
        node.edges.flatMap(({ step }) =>
          property.at.filter((at) => at.step === step.id).map(({ bad }) => ({ node, bad })),
        ),
      );
      const bad = taken.find(({ node, bad: condition }) => isTrue(condition, node.state));
      return bad === undefined ? satisfied(taken.length === 0) : violated(bad.node.distance + 1);
    }
    case 'reachable': {
      const goal = all.find(({ state }) => isTrue(property.goal, state));
      if (goal !== undefined) return { ...satisfied(false), length: goal.distance };
      return bounded ? { outcome: 'undecided' } : violated(0);
    }
    case 'possible': {
      const asked = all.filter(({ state }) => isTrue(property.from, state));
      const out = (step: Step) => step.kind !== 'fault' && !step.correction;
      return judged(
        asked,
        (node) => node.distance,
        (node) => fate(node, property.goal, out),
      );
    }
    case 'response': {
      const distances = pendingDistances(property, all);
      const began = distances.began;
      const pending = [...distances.of.keys()];
      const fateOf = property.machinesOnly
        ? (node: Node) => machineFate(node, property.goal)
        : (node: Node) => fate(node, property.goal, (step) => step.kind !== 'fault');
      const answer = judged(pending, (node) => distances.of.get(node) ?? 0, fateOf);
      return answer.outcome === 'satisfied' ? satisfied(!began) : answer;
    }
  }
}

type Fate = 'reached' | 'open' | 'lost';

function judged(asked: readonly Node[], distance: (node: Node) => number, fateOf: (node: Node) => Fate): NaiveAnswer {
  const fates = asked.map((node) => ({ node, fate: fateOf(node) }));
  const lost = fates.filter(({ fate: found }) => found === 'lost').map(({ node }) => distance(node));
  if (lost.length > 0) return violated(Math.min(...lost));
  if (fates.some(({ fate: found }) => found === 'open')) return { outcome: 'undecided' };
  return satisfied(asked.length === 0);
}

function fate(node: Node, goal: Parameters<typeof isTrue>[0], counts: (step: Step) => boolean): Fate {
  const seen = reachedFrom([node], (at) => at.edges.filter(({ step }) => counts(step)).map(({ target }) => target));
  if ([...seen].some(({ state }) => isTrue(goal, state))) return 'reached';
  return [...seen].some(({ blocked }) => blocked.some(counts)) ? 'open' : 'lost';
}

const isMachine = ({ kind }: Step) => ['automatic', 'timed', 'delivery', 'recovery'].includes(kind);

/** Lost where no machine goes on, or where the machines can come back before the goal. */
function machineFate(node: Node, goal: Parameters<typeof isTrue>[0]): Fate {
  const next = (at: Node) =>
    at.edges.filter(({ step, target }) => isMachine(step) && !isTrue(goal, target.state)).map(({ target }) => target);
  const steps = node.edges.filter(({ step }) => isMachine(step));
  if (steps.length === 0) return node.blocked.some(isMachine) ? 'open' : 'lost';
  return reachedFrom(next(node), next).has(node) ? 'lost' : 'reached';
}

function reachedFrom(from: readonly Node[], next: (node: Node) => readonly Node[]): Set<Node> {
  const seen = new Set(from);
  for (const node of seen) for (const target of next(node)) seen.add(target);
  return seen;
}

/** The states in which an answer is waited for, with the length of the shortest way through a beginning. */
function pendingDistances(
  property: Extract<Property, { kind: 'response' }>,
  all: readonly Node[],
): { of: Map<Node, number>; began: boolean } {
  const { goal, when, triggers } = property;
  const starts: { node: Node; distance: number }[] = [];
  for (const node of all) {
    const inBefore = when !== undefined && isTrue(when, node.state);
    if (node.distance === 0 && inBefore) starts.push({ node, distance: 0 });
    for (const { step, target } of node.edges) {
      const entered = when !== undefined && !inBefore && isTrue(when, target.state);
      const triggered = triggers.some((trigger) => trigger.step === step.id && isTrue(trigger.given, target.state));
      if (entered || triggered) starts.push({ node: target, distance: node.distance + 1 });
    }
  }
  const of = new Map<Node, number>();
  const improve = ({ node, distance }: { node: Node; distance: number }) => {
    if (isTrue(goal, node.state) || (of.get(node) ?? Infinity) <= distance) return false;
    of.set(node, distance);
    return true;
  };
  for (const start of starts) improve(start);
  for (let changed = true; changed;) {
    changed = false;
    for (const [node, distance] of of)
      for (const { target } of node.edges) changed = improve({ node: target, distance: distance + 1 }) || changed;
  }
  return { of, began: starts.length > 0 };
}

function satisfied(vacuous: boolean): NaiveAnswer {
  return { outcome: 'satisfied', vacuous };
}

function violated(length: number): NaiveAnswer {
  return { outcome: 'violated', length };
}
