import { startsIn } from '../../../graph/queries/transitions-into.ts';
import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';

type Transition = Element<'transition'>;

/** A transition by which a record can come into some states of a lifecycle from outside of them. */
export interface EntryInto {
  readonly transition: Transition;
  /** It leads there, or it makes a new record that begins there. */
  readonly how: 'leads' | 'creates';
}

/**
 * Transitions by which a record of the lifecycle comes into one of the states, by id. One that leads from one of them to
 * another enters nothing, nor does one that makes a record with the status of the record that it is divided from (`same`).
 */
export function entriesInto(
  model: SpecModel,
  lifecycle: Element<'lifecycle'>,
  states: ReadonlySet<string>,
): readonly EntryInto[] {
  const own = new Map(model.partsOf(lifecycle, 'transition').map((transition) => [transition.id, transition]));
  const all = model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  return model.ofKind('transition').flatMap((transition): readonly EntryInto[] => {
    if (statusOf(model, transition) === 'retired') return [];
    const { creates } = transition.attributes;
    if (own.has(transition.id) && leadsInto(transition, all, states)) return [{ transition, how: 'leads' }];
    return startsIn(creates, lifecycle.id, []).some((state) => states.has(state))
      ? [{ transition, how: 'creates' }]
      : [];
  });
}

function leadsInto(
  { attributes: { from, to } }: Transition,
  all: readonly string[],
  states: ReadonlySet<string>,
): boolean {
  if (to === 'same') return false;
  const targets = typeof to === 'string' ? [to] : to.last;
  if (!targets.some((state) => states.has(state))) return false;
  return (from.includes('any') ? [...all, ...from] : from).some((state) => state !== 'any' && !states.has(state));
}
