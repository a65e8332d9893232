import { entryPlace, itemPlace } from './place.ts';
import type { Place } from './place.ts';

/** Canonical lists whose items stand elsewhere than they were written: for each item the index in the file. */
const WRITTEN = new WeakMap<readonly unknown[], readonly number[]>();

/** Remembers at which index each item of a canonical list was written. */
export function rememberWrittenOrder(list: readonly unknown[], written: readonly number[]): void {
  if (written.some((index, at) => index !== at)) WRITTEN.set(list, written);
}

/** The index at which the item of a canonical list was written. */
export function writtenIndex(list: readonly unknown[] | undefined, item: number): number {
  return (list && WRITTEN.get(list)?.[item]) ?? item;
}

/** The indexes at which the items of a canonical list were written; undefined where they stand as they were written. */
export function writtenOrder(list: readonly unknown[]): readonly number[] | undefined {
  return WRITTEN.get(list);
}

/**
 * The place of the value at a path as written below `place`, or of the nearest value around it that is written: for what is
 * read before it has a canonical form.
 */
export function placeAsWritten(place: Place, path: readonly (string | number)[]): Place {
  let found = place;
  for (const step of path) {
    const { node } = found;
    if (node.kind === 'list' && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return found;
      found = itemPlace(found, step, item);
    } else if (node.kind === 'mapping') {
      const entry = node.entries.get(String(step));
      if (entry === undefined) return found;
      found = entryPlace(found, String(step), entry.key, entry.value);
    }
    // Elsewhere a single value stands for a list of one, or a bare value for a part: it is its own place.
  }
  return found;
}
