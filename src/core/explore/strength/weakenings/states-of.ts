import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';

/** A step with the lifecycle around it. */
export interface StepInLifecycle {
  readonly states: readonly Element<'state'>[];
  /** Names of the states in which the step is possible today, `any` written out. */
  readonly from: readonly string[];
  /** Names of the states to which it can lead today. */
  readonly to: readonly string[];
}

/** What surrounds a transition; undefined for one that stands alone. */
export function stepInLifecycle(transition: Element<'transition'>, model: SpecModel): StepInLifecycle | undefined {
  const lifecycle = model.get('lifecycle', transition.id.split('.')[0] ?? '');
  if (lifecycle === undefined) return undefined;
  const states = model.partsOf(lifecycle, 'state');
  const from = sourcesOf(transition, states);
  return { states, from, to: targetsOf(transition, from) };
}

/** States that are one step away from where the transition is possible today, in either direction. */
export function neighbours(
  transition: Element<'transition'>,
  { states, from }: StepInLifecycle,
  model: SpecModel,
): readonly Element<'state'>[] {
  const lifecycle = model.get('lifecycle', transition.id.split('.')[0] ?? '');
  const here = new Set(from);
  const near = new Set<string>();
  for (const other of lifecycle === undefined ? [] : model.partsOf(lifecycle, 'transition')) {
    const sources = sourcesOf(other, states);
    const targets = targetsOf(other, sources);
    if (sources.some((state) => here.has(state))) for (const state of targets) near.add(state);
    if (targets.some((state) => here.has(state))) for (const state of sources) near.add(state);
  }
  return states.filter(({ localId }) => near.has(localId));
}

/** One state for each class that none of these states has: in other classes it would mean something else. */
export function otherClasses({ states, to }: StepInLifecycle): readonly Element<'state'>[] {
  const known = new Set(states.filter(({ localId }) => to.includes(localId)).map(({ attributes }) => attributes.class));
  return states.filter((state) => {
    if (known.has(state.attributes.class)) return false;
    known.add(state.attributes.class);
    return true;
  });
}

function sourcesOf(transition: Element<'transition'>, states: readonly Element<'state'>[]): readonly string[] {
  const { from } = transition.attributes;
  if (!from.includes('any')) return from;
  return [...(from.includes('absent') ? ['absent'] : []), ...states.map(({ localId }) => localId)];
}

function targetsOf(transition: Element<'transition'>, from: readonly string[]): readonly string[] {
  const { to } = transition.attributes;
  return typeof to === 'string' ? (to === 'same' ? from : [to]) : to.last;
}
