import type { Digest } from '../digest.ts';
import { compareText } from '../diagnostics/order.ts';

/** Crockford's base 32: no I, L, O or U, because these ids are read aloud and written by hand on paper forms. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHORTEST = 5;

/** The first `length` base-32 characters (five bits each) of the SHA-256 of a semantic key. */
export function shortKey(semanticKey: string, length: number, digest: Digest): string {
  const bits = BigInt(`0x${digest(semanticKey)}`);
  let key = '';
  for (let position = 1; position <= length; position++) {
    const five = Number((bits >> BigInt(256 - 5 * position)) & 31n);
    key += ALPHABET[five] ?? '';
  }
  return key;
}

/** What an id is made of: `<PHASE>-<ELEMENT>-<TYPE>` and the semantic key behind the rest. */
export interface Nameable {
  readonly prefix: string;
  readonly semanticKey: string;
}

/**
 * Ids `<prefix>-<KEY>` by semantic key. No counter: an id depends on its own semantic key alone, and on another one only
 * when five characters of both are equal; then both get longer until they differ.
 */
export function assignIds(things: readonly Nameable[], digest: Digest): ReadonlyMap<string, string> {
  const unique = new Map(things.map((thing) => [thing.semanticKey, thing]));
  const ids = new Map<string, string>();
  let open = [...unique.values()].sort((a, b) => compareText(a.semanticKey, b.semanticKey));
  for (let length = SHORTEST; open.length > 0 && length <= 51; length++) {
    const byId = new Map<string, Nameable[]>();
    for (const thing of open) {
      const id = `${thing.prefix}-${shortKey(thing.semanticKey, length, digest)}`;
      byId.set(id, [...(byId.get(id) ?? []), thing]);
    }
    open = [];
    for (const [id, sharing] of byId) {
      const [only] = sharing;
      if (sharing.length === 1 && only !== undefined) ids.set(only.semanticKey, id);
      else open.push(...sharing);
    }
  }
  return ids;
}
