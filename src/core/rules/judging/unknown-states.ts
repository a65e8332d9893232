import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** In a list of what blocks, counting as outside is permissive; in a list of what is permitted, counting as inside is. */
export function isPermissiveForSet(set: Element, unknown: Json | undefined): boolean {
  const { effect } = (set as Element<'set'>).attributes;
  if (effect === undefined) return unknown === 'in' || unknown === 'out';
  return unknown === (effect === 'blocks' ? 'out' : 'in');
}

/** A set that let through what it does not name, and does so no more. */
export function stricterForUnknown({ after, from, to }: Change): readonly Verdict[] {
  if (to === undefined || !isPermissiveForSet(after, from) || isPermissiveForSet(after, to)) return [];
  return [{ what: shift(`${named(after)}, what counts for an unknown code`, from, to) }];
}
