import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { shown } from './wording.ts';

type Transition = Element<'transition'>;

/** Attributes by which something else than a person starts a step. */
export const MACHINE_STARTS: readonly string[] = ['receives', 'auto', 'after'];

/** Whether a step of people got a machine start, or one that a machine could start is left to people. */
export function automation(before: Transition, after: Transition): 'automated' | 'made manual' | undefined {
  if (startsByItself(before) === startsByItself(after)) return undefined;
  const people = startsByItself(after) ? before : after;
  if ((people.attributes.by ?? []).length === 0) return undefined;
  return startsByItself(after) ? 'automated' : 'made manual';
}

/** `by message (IF-002.HOLD)`, `by itself`, `by time (2 d)`. */
export function startInWords({ attributes: { receives, auto, after } }: Transition): string {
  if (receives !== undefined) return `by message (${shown(receives as Json)})`;
  return auto === true ? 'by itself' : `by time (${shown(after as Json | undefined)})`;
}

function startsByItself({ attributes: { receives, auto, after } }: Transition): boolean {
  return receives !== undefined || auto === true || after !== undefined;
}

/** What a step does to the use of the record: it takes it away (hold, expiry, end), gives it back, or neither. */
export function useOf(transition: Transition, model: SpecModel): 'withdraws' | 'restores' | undefined {
  const lifecycle = transition.parent === undefined ? undefined : model.elements.get(transition.parent);
  const { from, to } = transition.attributes;
  if (lifecycle === undefined || to === 'same') return undefined;
  const states = model.partsOf(lifecycle, 'state');
  const isIn = (names: readonly string[], classes: readonly (string | undefined)[]): boolean =>
    states.some(
      ({ localId, attributes }) =>
        (names.includes(localId) || names.includes('any')) && classes.includes(attributes.class),
    );
  const targets = typeof to === 'string' ? [to] : to.last;
  if (isIn(from, IN_USE) && isIn(targets, OUT_OF_USE)) return 'withdraws';
  const lifts = (isIn(from, ['held']) && !isIn(targets, ['held'])) || (isIn(from, LOCKED) && !isIn(targets, LOCKED));
  return lifts || isIn(targets, ['released']) ? 'restores' : undefined;
}

const IN_USE: readonly string[] = ['active', 'released'];
const LOCKED: readonly string[] = ['held', 'quarantine'];
const OUT_OF_USE: readonly string[] = [...LOCKED, 'closed', 'terminal'];
