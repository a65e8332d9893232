import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim } from '../change-rule.ts';
import { listMove } from './list-move.ts';

/** Bounds of the world in which invariants are searched. */
export const EXPLORATION_CLAIMS: readonly AttributeClaim[] = [
  {
    kinds: ['project'],
    paths: [
      'explore.instances.*',
      'explore.spare.*',
      'explore.start.*',
      'explore.without',
      'explore.messages',
      'explore.faults',
      'explore.timing',
    ],
  },
];

/**
 * Whether the search certainly sees everything that it saw, and perhaps more. Where it begins, and a fixed number of messages
 * against one that the search finds, cannot be ranked.
 */
export function searchesMore({ path, from, to }: Change): boolean {
  switch (path[1]) {
    case 'instances':
      return count(to, 1) >= count(from, 1);
    case 'spare':
    case 'faults':
      return count(to, 0) >= count(from, 0);
    case 'messages':
      return typeof from === 'number' && typeof to === 'number' && to > from;
    case 'without':
      return !listMove(from, to).gained;
    case 'timing':
      return to !== 'settled';
    default:
      return false;
  }
}

function count(value: Json | undefined, unless: number): number {
  return typeof value === 'number' ? value : unless;
}
