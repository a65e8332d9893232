import type { Json } from '../../language/canonical.ts';

/**
 * Which way a word moved on a scale that runs from the weakest promise to the strongest. What is not declared may have been
 * any of them, and a word that is not on the scale may be beyond its ends: where nothing is certain, the move counts as down.
 * Undefined where the weakest word is no longer declared: nothing was promised that could be less.
 */
export function moveOn(
  scale: readonly string[],
  from: Json | undefined,
  to: Json | undefined,
): 'up' | 'down' | undefined {
  if (from === to) return undefined;
  const [was, is] = [rank(scale, from), rank(scale, to)];
  if (was !== undefined && is !== undefined) return is > was ? 'up' : is < was ? 'down' : undefined;
  if (from === undefined && is === scale.length - 1) return 'up';
  return was === 0 && to === undefined ? undefined : 'down';
}

function rank(scale: readonly string[], word: Json | undefined): number | undefined {
  const index = typeof word === 'string' ? scale.indexOf(word.trim().toLowerCase()) : -1;
  return index < 0 ? undefined : index;
}
