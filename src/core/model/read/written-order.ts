import { entryPlace, itemPlace } from './place.ts';
import type { Place } from './place.ts';

/** Canonical lists whose items stand elsewhere than they were written: for each item the index in the file. */
const WRITTEN = new WeakMap<readonly unknown[], readonly number[]>();

/** Remembers at which index each item of a canonical list was written. */
export function rememberWrittenOrder(list: readonly unknown[], written: readonly number[]): void {
  if (written.some((index, at) => index !== at)) WRITTEN.set(list, written);
}

/**
 * The place of the value at a canonical path below `place`, or of the nearest value around it that is written. `value` is the
 * canonical value at `place`: it says where list items that were sorted stood. Below a condition, and in structured content
 * that the language does not read, the path is as written.
 */
export function placeBelow(place: Place, value: unknown, path: readonly (string | number)[]): Place {
  let found = place;
  let canonical = value;
  for (const step of path) {
    const { node } = found;
    const list = Array.isArray(canonical) ? (canonical as readonly unknown[]) : undefined;
    const index = typeof step === 'number' ? ((list && WRITTEN.get(list)?.[step]) ?? step) : undefined;
    canonical = memberOf(canonical, step);
    if (node.kind === 'list' && index !== undefined) {
      const item = node.items[index];
      if (item === undefined) return found;
      found = itemPlace(found, index, item);
    } else if (node.kind === 'mapping' && (typeof step === 'string' || list === undefined)) {
      const entry = node.entries.get(String(step));
      if (entry === undefined) return found;
      found = entryPlace(found, String(step), entry.key, entry.value);
    }
    // Elsewhere a single value stands for a list of one, or a bare value for a part: it is its own place.
  }
  return found;
}

function memberOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined;
}
