import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';

/** The vendor supports the system longer than was declared, or a day is declared for the first time. */
export function isLongerSupport({ path, from, to }: Change): boolean {
  return (
    path[0] === 'supportUntil' &&
    typeof to === 'string' &&
    (from === undefined || (typeof from === 'string' && to > from))
  );
}

/** A longer outage must be survived, or the process can do without the system for less time; a first time is a promise, too. */
export function isStricterOutage({ path, from, to }: Change): boolean {
  if (typeof to !== 'string') return false;
  if (typeof from !== 'string') return true;
  return compareDurations(from, to) === (path[0] === 'maxOutage' ? -1 : 1);
}
