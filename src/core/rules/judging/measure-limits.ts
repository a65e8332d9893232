import type { Change } from '../../diff/delta.ts';
import { compareDurations, exactNumber } from '../../diff/exact-amount.ts';
import { listMove } from './list-move.ts';

/** Whether a measure certainly asks for as much as before, or more: a higher limit, more that depends on it, a fresher value. */
export function isTighterMeasure({ path, from, to }: Change): boolean {
  switch (path[0]) {
    case 'limit':
      return isHigher(from, to);
    case 'covers':
      return !listMove(from, to).lost;
    case 'maxAge':
      return typeof to === 'string' && (typeof from !== 'string' || compareDurations(from, to) === 1);
    default:
      return false;
  }
}

/** Whether the second of two percentages is the higher one. */
export function isHigher(from: unknown, to: unknown): boolean {
  const [was, is] = [from, to].map(percentage);
  return was !== undefined && is !== undefined && is.compare(was) > 0;
}

function percentage(value: unknown): ReturnType<typeof exactNumber> {
  return typeof value === 'string' || typeof value === 'number'
    ? exactNumber(`${value}`.replace(/\s*%$/u, ''))
    : undefined;
}
