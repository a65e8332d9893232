import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/**
 * Whether a record left, or entered, the scope of a rule. Not declared stands between yes and no: to say for the first time that
 * no rule asks for it weighs as much as to take the marking away.
 */
export function regulationVerdict({ after, path, from, to }: Change, direction: 'lost' | 'gained'): readonly Verdict[] {
  if (path.at(-1) === 'regulated') {
    const up = rank(to) > rank(from);
    return up === (direction === 'gained') ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  }
  const names = direction === 'lost' ? without(items(from), items(to)) : without(items(to), items(from));
  if (names.length === 0) return [];
  const verb = direction === 'lost' ? 'is no longer asked for by' : 'is now asked for by';
  return [{ what: `The record of ${after.id} ${verb} ${listed(names)}.` }];
}

function rank(regulated: Json | undefined): number {
  return regulated === true ? 2 : regulated === undefined ? 1 : 0;
}
