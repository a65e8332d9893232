import type { Condition } from '../../language/condition.ts';

/** Where something in a condition was written: path below the condition, as written, and whether it is a name or a value. */
export interface WrittenPlace {
  readonly path: readonly (string | number)[];
  readonly part: 'key' | 'value';
}

/**
 * Names of a condition as they were written. Canonical form sorts and flattens, so a place cannot be found from it; it is
 * remembered beside the node, so that it is no part of what is compared, hashed or printed.
 */
const PLACES = new WeakMap<Condition, ReadonlyMap<string, WrittenPlace>>();

/** Remembers where the names of `condition` were written, keyed by the name. */
export function rememberPlaces(condition: Condition, places: Iterable<readonly [string, WrittenPlace]>): void {
  PLACES.set(condition, new Map([...(PLACES.get(condition) ?? []), ...places]));
}

/** Where `name` was written in this node; undefined for a condition that was not read from a file. */
export function placeOf(condition: Condition, name: string): WrittenPlace | undefined {
  return PLACES.get(condition)?.get(name);
}

/** Every name of this node with its place; undefined where none was remembered. */
export function writtenPlaces(condition: Condition): ReadonlyMap<string, WrittenPlace> | undefined {
  return PLACES.get(condition);
}
