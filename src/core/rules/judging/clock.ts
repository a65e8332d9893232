import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';

/** A limit for how far a clock may be off that is new or lower; one that cannot be compared is none. */
export function isCloserClock({ path, from, to }: Change): boolean {
  if (path.join('.') !== 'clock.maxDrift' || typeof to !== 'string') return false;
  return from === undefined || (typeof from === 'string' && compareDurations(from, to) === 1);
}
