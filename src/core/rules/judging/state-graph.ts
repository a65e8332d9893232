import { startsIn } from '../../graph/queries/transitions-into.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { saysInForce } from '../linting/declared.ts';
import { sendersOf } from './started-steps.ts';

/** Where a record does not exist yet. */
export const ABSENT = 'absent';

/** One way from a state to another. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly transition: Element<'transition'>;
  /** Steps, of other lifecycles as a rule, that send the message which starts it, nearest first; none where nobody is known to. */
  readonly senders: readonly Element<'transition'>[];
}

/** A lifecycle as a graph of local state names; `absent` is where a record does not exist yet. */
export interface StateGraph {
  /** Where records begin: the initial state, and `absent` where some step makes them. */
  readonly start: readonly string[];
  readonly states: readonly Element<'state'>[];
  readonly steps: readonly Step[];
}

/**
 * The steps that are in force. A record that a step of any lifecycle creates comes from `absent` to where that step puts it.
 * A step back to where the record came from (`last`) leads into no state in which it was not before, and is left out.
 */
export function stateGraph(lifecycle: Element<'lifecycle'>, model: SpecModel): StateGraph {
  const graphs = GRAPHS.get(model) ?? new Map<string, StateGraph>();
  GRAPHS.set(model, graphs);
  const known = graphs.get(lifecycle.key);
  if (known !== undefined) return known;
  const graph = newGraph(lifecycle, model);
  graphs.set(lifecycle.key, graph);
  return graph;
}

/** A model does not change: several rules ask the same of it. */
const GRAPHS = new WeakMap<SpecModel, Map<string, StateGraph>>();

function newGraph(lifecycle: Element<'lifecycle'>, model: SpecModel): StateGraph {
  const states = model.partsOf(lifecycle, 'state');
  const names = states.map(({ localId }) => localId);
  const { initial } = lifecycle.attributes;
  const own = model.partsOf(lifecycle, 'transition').filter(isInForce);
  const steps = [
    ...own.flatMap((transition) => stepsOf(transition, names)),
    ...creatingSteps(model).flatMap((transition) =>
      startsIn(transition.attributes.creates, lifecycle.id, []).map((to) => ({ from: ABSENT, to, transition })),
    ),
  ].flatMap((step) => sendersOf(step.transition, model).map((senders): Step => ({ ...step, senders })));
  const start = [
    ...(initial === undefined ? [] : [initial]),
    ...(steps.some(({ from }) => from === ABSENT) ? [ABSENT] : []),
  ];
  return { start, states, steps };
}

/** Whether a record can come into the state by steps that are allowed. */
export function reaches({ start, steps }: StateGraph, target: string, allowed: (step: Step) => boolean): boolean {
  const reached = new Set(start);
  for (const state of reached) {
    if (state === target) return true;
    for (const step of steps) if (step.from === state && allowed(step)) reached.add(step.to);
  }
  return false;
}

function stepsOf(transition: Element<'transition'>, names: readonly string[]): readonly Omit<Step, 'senders'>[] {
  const { from, to } = transition.attributes;
  if (typeof to !== 'string' || to === 'same') return [];
  const sources = from.flatMap((source) => (source === 'any' ? names : [source]));
  return sources.map((source) => ({ from: source, to, transition }));
}

const CREATING = new WeakMap<SpecModel, readonly Element<'transition'>[]>();

function creatingSteps(model: SpecModel): readonly Element<'transition'>[] {
  const known = CREATING.get(model);
  if (known !== undefined) return known;
  const creating = model
    .ofKind('transition')
    .filter((transition) => transition.attributes.creates !== undefined && isInForce(transition));
  CREATING.set(model, creating);
  return creating;
}

/** A part of a draft lifecycle is judged with it; one that is a draft, or retired, by itself moves no record. */
function isInForce({ attributes }: Element<'transition'>): boolean {
  return saysInForce(attributes.status);
}
