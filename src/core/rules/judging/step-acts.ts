import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

type StateClass = Element<'state'>['attributes']['class'];

const LOCKED: ReadonlySet<StateClass> = new Set(['held', 'quarantine']);
const DONE: ReadonlySet<StateClass> = new Set(['released', 'closed', 'terminal']);

/** What a step does for release, as it follows the name of the step. */
export interface StepAct {
  readonly words: string;
  /** It only takes a record out of use: more of it is the safe direction. */
  readonly withdraws: boolean;
}

/**
 * What a step does for release is told by the classes of its states, never by its name: it enters a released state, leaves a
 * held state or quarantine, puts on hold, or reopens what was released or closed. Undefined: none of these.
 */
export function actOf(transition: Element<'transition'>, model: SpecModel): StepAct | undefined {
  const lifecycle = transition.parent === undefined ? undefined : model.elements.get(transition.parent);
  const { from, to } = transition.attributes;
  if (lifecycle === undefined || to === 'same') return undefined;
  const classOf = (state: string): StateClass => model.get('state', `${lifecycle.id}.${state}`)?.attributes.class;
  const states = model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  const sources = from.flatMap((name) => (name === 'any' ? states : [name])).map(classOf);
  const targets = (typeof to === 'string' ? [to] : to.last).map(classOf);
  if (targets.includes('released')) return { words: 'leads into a released state', withdraws: false };
  if (targets.includes('held')) return { words: 'puts on hold', withdraws: true };
  if (sources.some((state) => LOCKED.has(state)))
    return { words: 'leads out of a held or quarantined state', withdraws: false };
  const reopens = sources.some((state) => DONE.has(state)) && !targets.some((state) => DONE.has(state));
  return reopens ? { words: 'reopens what was decided', withdraws: false } : undefined;
}
