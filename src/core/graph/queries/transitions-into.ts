import { compareText } from '../../diagnostics/order.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { parentId } from '../names-in-condition.ts';

/** A step by which a record comes into a state. */
export interface Entry {
  readonly transition: Element<'transition'>;
  /** It leads there, may lead back there, or makes a new record that begins there. */
  readonly how: 'leads' | 'returns' | 'creates';
}

/**
 * Every step by which a record may come into the state, steps of other lifecycles that make a record included. A step that
 * stays where it is (`to: same`) leads into no state.
 */
export function transitionsInto(model: SpecModel, state: Element<'state'>): readonly Entry[] {
  const lifecycle = parentId(state);
  const entries: Entry[] = [];
  for (const transition of model.ofKind('transition')) {
    const { from, to, creates } = transition.attributes;
    const own = parentId(transition) === lifecycle;
    if (own && to === state.localId) entries.push({ transition, how: 'leads' });
    else if (own && typeof to !== 'string' && to.last.includes(state.localId))
      entries.push({ transition, how: 'returns' });
    const same = own ? (from.includes('any') ? [state.localId] : from) : [];
    if (startsIn(creates, lifecycle, same).includes(state.localId)) entries.push({ transition, how: 'creates' });
  }
  return entries.toSorted((a, b) => compareText(a.transition.id, b.transition.id) || compareText(a.how, b.how));
}

/** States in which records that the step makes begin in this lifecycle; `same` are the states for which that word stands. */
export function startsIn(
  creates: Readonly<Record<string, Json>> | undefined,
  lifecycle: string,
  same: readonly string[],
): readonly string[] {
  return Object.values(creates ?? {}).flatMap((states) => {
    const state =
      typeof states === 'object' && states !== null && !Array.isArray(states)
        ? (states as Readonly<Record<string, Json>>)[lifecycle]
        : undefined;
    return typeof state !== 'string' ? [] : state === 'same' ? same : [state];
  });
}
