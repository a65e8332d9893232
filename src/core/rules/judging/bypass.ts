import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { listed, named } from './wording.ts';

/** One way from a state to another. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly transition: Element<'transition'>;
}

/** A lifecycle as a graph of local state names; `absent` is where a record does not exist yet. */
interface StateGraph {
  readonly start: readonly string[];
  readonly states: readonly Element<'state'>[];
  readonly steps: readonly Step[];
}

/**
 * Usable and final states of a lifecycle that base reaches only past a control, and head without it. A control is a state, a
 * signed step or a step with a condition. A step that is in both revisions keeps its controls for this purpose, whatever
 * became of them: rules about signatures and conditions judge that; here only new ways count.
 */
export function bypasses(before: Element<'lifecycle'>, context: ChangeContext): readonly Verdict[] {
  const after = context.inHead(before) as Element<'lifecycle'> | undefined;
  if (after === undefined) return [];
  const was = stateGraph(before, context.base);
  const is = stateGraph(after, context.head);
  return is.states.flatMap((target): readonly Verdict[] => {
    const origin = context.inBase(target) as Element<'state'> | undefined;
    if (origin === undefined || !isGated(origin) || !isGated(target)) return [];
    const lost = [...lostStates(was, is, origin, target, context), ...lostSteps(was, is, origin, target, context)];
    if (lost.length === 0) return [];
    return [
      {
        what: `${named(target)} can now be reached without ${listed(lost)}.`,
        before: origin,
        after: target,
        values: { from: lost, to: [] },
      },
    ];
  });
}

function isGated({ attributes }: Element<'state'>): boolean {
  return attributes.class === 'released' || attributes.class === 'terminal';
}

function lostStates(
  was: StateGraph,
  is: StateGraph,
  origin: Element<'state'>,
  target: Element<'state'>,
  context: ChangeContext,
): readonly string[] {
  return was.states.flatMap((state) => {
    const now = context.inHead(state);
    if (now === undefined || state.localId === origin.localId || was.start.includes(state.localId)) return [];
    const controls = !reaches(was, origin.localId, (step) => step.to !== state.localId && step.from !== state.localId);
    const bypassed = reaches(is, target.localId, (step) => step.to !== now.localId && step.from !== now.localId);
    return controls && reaches(was, origin.localId, () => true) && bypassed ? [`passing through ${now.localId}`] : [];
  });
}

function lostSteps(
  was: StateGraph,
  is: StateGraph,
  origin: Element<'state'>,
  target: Element<'state'>,
  context: ChangeContext,
): readonly string[] {
  const controls: readonly { readonly what: string; readonly has: (transition: Element<'transition'>) => boolean }[] = [
    { what: 'a signed step', has: ({ attributes }) => (attributes.sign ?? []).length > 0 },
    { what: 'a step with a condition', has: ({ attributes }) => attributes.when !== undefined },
  ];
  return controls.flatMap(({ what, has }) => {
    const inBase = (transition: Element<'transition'>): boolean => {
      const earlier = context.inBase(transition) as Element<'transition'> | undefined;
      return earlier !== undefined && has(earlier);
    };
    const controlled =
      reaches(was, origin.localId, () => true) && !reaches(was, origin.localId, (step) => !has(step.transition));
    const bypassed = reaches(is, target.localId, (step) => !has(step.transition) && !inBase(step.transition));
    return controlled && bypassed ? [what] : [];
  });
}

function reaches({ start, steps }: StateGraph, target: string, allowed: (step: Step) => boolean): boolean {
  const reached = new Set(start);
  for (const state of reached) {
    if (state === target) return true;
    for (const step of steps) if (step.from === state && allowed(step)) reached.add(step.to);
  }
  return reached.has(target);
}

function stateGraph(lifecycle: Element<'lifecycle'>, model: SpecModel): StateGraph {
  const states = model.partsOf(lifecycle, 'state');
  const names = states.map(({ localId }) => localId);
  const { initial } = lifecycle.attributes;
  const steps = model.partsOf(lifecycle, 'transition').flatMap((transition) => stepsOf(transition, names));
  return { start: initial === undefined ? ['absent'] : [initial], states, steps };
}

function stepsOf(transition: Element<'transition'>, names: readonly string[]): readonly Step[] {
  const { from, to } = transition.attributes;
  const sources = from.flatMap((source) => (source === 'any' ? names : [source]));
  const targets = typeof to === 'string' ? (to === 'same' ? [] : [to]) : to.last;
  return sources.flatMap((source) => targets.map((target) => ({ from: source, to: target, transition })));
}
