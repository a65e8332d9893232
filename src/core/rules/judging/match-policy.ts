import type { Change } from '../../diff/delta.ts';
import type { AttributeClaim, Verdict } from '../change-rule.ts';
import { moveOn } from './scale.ts';
import { named, shift } from './wording.ts';

/** How a key is looked up, and what happens to one that is not found. */
export const MATCH_CLAIMS: readonly AttributeClaim[] = [{ kinds: ['crosswalk'], paths: ['match', 'unknown'] }];

/** From what finds most to what finds least; from what stops nothing to what stops at once. */
const SCALES: Readonly<Record<string, readonly string[]>> = {
  match: ['partial', 'normalised', 'exact'],
  unknown: ['pass', 'quarantine', 'reject'],
};

/** A looser (`down`) or a stricter (`up`) look-up of keys. */
export function matchVerdict({ after, path, from, to }: Change, way: 'down' | 'up'): readonly Verdict[] {
  const name = path[0] ?? '';
  return moveOn(SCALES[name] ?? [], from, to) === way ? [{ what: shift(`${named(after)}, ${name}`, from, to) }] : [];
}
