import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { rememberPlaces, writtenPlaces } from '../condition/written-places.ts';
import type { WrittenPlace } from '../condition/written-places.ts';
import { rememberWrittenOrder, writtenOrder } from './written-order.ts';

/*
 * Canonical values as JSON and back, without losing what JSON cannot say: that a map of the author's names has no
 * prototype, where the items of a sorted list stood, where the names of a condition were written. What needs more than
 * plain JSON stands in a wrapper, a mapping with the key WRAPPED.
 */

type Members = Record<string, Json>;

/** No name of the language, and one that no author can write as plain text. */
const WRAPPED = '\u0000';

/** A canonical value as plain JSON; undefined for one that could not be told from a wrapper. */
export function storedValue(value: unknown): Json | undefined {
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Array.isArray(value)) {
    const items = all(value.map(storedValue));
    const order = writtenOrder(value);
    return items === undefined || order === undefined ? items : { [WRAPPED]: 'sorted', items, order };
  }
  if (Object.hasOwn(value, WRAPPED)) return undefined;
  const members: Members = Object.create(null) as Members;
  for (const [name, member] of Object.entries(value)) {
    const stored = storedValue(member);
    if (stored === undefined) return undefined;
    members[name] = stored;
  }
  if (Object.getPrototypeOf(value) === null) return { [WRAPPED]: 'map', members };
  const places = writtenPlaces(value as Condition);
  return places === undefined ? members : { [WRAPPED]: 'condition', members, places: [...places] as unknown as Json };
}

/** The canonical value that was stored: frozen, and the same to all who ask it. Takes over the plain JSON that it is given. */
export function restoredValue(stored: Json): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  if (Array.isArray(stored)) return Object.freeze(restoreMembers(stored as unknown as Members));
  const members = stored as Members;
  switch (members[WRAPPED]) {
    case undefined:
      return Object.freeze(restoreMembers(members));
    case 'sorted': {
      const items = restoredValue(members['items'] ?? []) as readonly unknown[];
      rememberWrittenOrder(items, members['order'] as unknown as readonly number[]);
      return items;
    }
    case 'map':
      return Object.freeze(
        Object.assign(Object.create(null) as Members, restoreMembers(members['members'] as Members)),
      );
    case 'condition': {
      const condition = restoredValue(members['members'] ?? {}) as Condition;
      rememberPlaces(condition, members['places'] as unknown as readonly (readonly [string, WrittenPlace])[]);
      return condition;
    }
    default:
      throw new TypeError('This is no stored value.');
  }
}

/** In place: most members are plain, and a large project has half a million. */
function restoreMembers(members: Members): Members {
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (typeof member === 'object' && member !== null) members[name] = restoredValue(member) as Json;
  }
  return members;
}

function all(items: readonly (Json | undefined)[]): readonly Json[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}
