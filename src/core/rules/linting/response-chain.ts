import Fraction from 'fraction.js';
import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { matchingStates, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { longestTime } from './delivery-time.ts';
import { flowNamed, useOf } from './flow-use.ts';
import type { Flow } from './flow-use.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { sameMessage } from './step-start.ts';

/** The way on which machines alone answer to a step. */
export interface ResponseChain {
  readonly milliseconds: Fraction;
  /** Interfaces on the way, in order. */
  readonly flows: readonly Flow[];
  readonly last: Transition;
}

interface Reached {
  readonly steps: LifecycleSteps;
  readonly transition: Transition;
  readonly milliseconds: Fraction;
  readonly flows: readonly Flow[];
}

/**
 * The fastest way from one of these steps to what an invariant of the kind `after` demands, each interface counted with its
 * latency, its schedule and all of its repeats. Undefined where no machine gets there: people have no declared time.
 */
export function responseChain(model: SpecModel, invariant: Element<'invariant'>): ResponseChain | undefined {
  const { after, must } = invariant.attributes;
  if (!Array.isArray(after) || must === undefined) return undefined;
  const isAnswer = Array.isArray(must)
    ? ({ transition }: Reached) => must.includes(transition.id)
    : answers(model, must as Condition);
  const open: Reached[] = lifecycleSteps(model).flatMap((steps) =>
    steps.transitions
      .filter(({ id }) => after.includes(id))
      .map((transition) => ({ steps, transition, milliseconds: new Fraction(0), flows: [] })),
  );
  const done = new Set<string>();
  for (;;) {
    const next = nearest(open);
    if (next === undefined) return undefined;
    if (done.has(next.transition.id)) continue;
    done.add(next.transition.id);
    if (isAnswer(next)) return { milliseconds: next.milliseconds, flows: next.flows, last: next.transition };
    open.push(...followers(model, next));
  }
}

/** Takes out the one that is reached first; of equals the one that was found first. */
function nearest(open: Reached[]): Reached | undefined {
  let best = 0;
  for (const [index, { milliseconds }] of open.entries())
    if (milliseconds.compare(open[best]?.milliseconds ?? milliseconds) < 0) best = index;
  return open.splice(best, 1)[0];
}

/** Steps that machines take after this one: at once in the same lifecycle, or when a message of it arrives. */
function* followers(model: SpecModel, { steps, transition, milliseconds, flows }: Reached): Generator<Reached> {
  const targets = steps.targets(transition);
  for (const other of steps.transitions) {
    if (other.attributes.auto === true && steps.origins(other).some((state) => targets.includes(state)))
      yield { steps, transition: other, milliseconds, flows };
  }
  for (const message of transition.attributes.emits ?? []) {
    const flow = flowNamed(model, message);
    if (flow === undefined) continue;
    const arrival = { milliseconds: milliseconds.add(longestTime(flow).milliseconds), flows: [...flows, flow] };
    const { starts, guards } = useOf(model, flow);
    for (const start of starts)
      if (sameMessage(start.message, message)) yield { steps: start.steps, transition: start.transition, ...arrival };
    for (const guard of guards)
      if (guard.transition.attributes.auto === true)
        yield { steps: guard.steps, transition: guard.transition, ...arrival };
  }
}

/** Whether a step leads where the condition becomes true, as far as its statuses tell. */
function answers(model: SpecModel, must: Condition): (reached: Reached) => boolean {
  const vocabulary = stateVocabulary(model);
  const goals = goalsIn(must, true).map(({ status, wanted }) => ({
    lifecycle: status.lifecycle,
    states: new Set(matchingStates(status.states, status.lifecycle, vocabulary)),
    wanted,
  }));
  return ({ steps, transition }) =>
    goals.some(({ lifecycle, states, wanted }) => {
      if (steps.lifecycle.id !== lifecycle) return false;
      const matches = (state: string): boolean => states.has(state) === wanted;
      return steps.targets(transition).some(matches) && steps.origins(transition).some((state) => !matches(state));
    });
}

type Status = Extract<Condition, { kind: 'status' }>;

function goalsIn(
  condition: Condition,
  wanted: boolean,
): readonly { readonly status: Status; readonly wanted: boolean }[] {
  if (condition.kind === 'status') return [{ status: condition, wanted }];
  const opposite = condition.kind === 'not' || (condition.kind === 'quantified' && condition.quantifier === 'none');
  const parts = condition.kind === 'implies' ? [condition.then] : partsOf(condition);
  return parts.flatMap((part) => goalsIn(part, opposite ? !wanted : wanted));
}
