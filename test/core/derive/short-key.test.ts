import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareText } from '../../../src/core/diagnostics/order.ts';
import { assignIds, shortKey } from '../../../src/core/derive/short-key.ts';
import { sha256 } from '../../../src/io/digest.ts';

/** A digest of which the test says the first hex digits. */
const digestOf =
  (starts: Readonly<Record<string, string>>) =>
  (content: string | Uint8Array): string =>
    (starts[String(content)] ?? '').padEnd(64, '0');

describe('shortKey', () => {
  it('is the first five bits of the digest per character, in the alphabet without I, L, O and U', () => {
    // 00000 00001 01010 11111 10100 = 0, 1, A, Z, M
    const bits = '0000000001010101111110100'.padEnd(28, '0');
    const hex = Number.parseInt(bits, 2).toString(16).padStart(7, '0');
    expect(shortKey('k', 5, digestOf({ k: hex }))).toBe('01AZM');
  });

  it('of a known key is a known one, on every machine', () => {
    expect(shortKey('GRD|NCR.T03|atom|false', 5, sha256)).toBe(
      shortKey('GRD|NCR.T03|atom|false', 51, sha256).slice(0, 5),
    );
    expect(shortKey('POS|NCR.T03|UnderReview|person:MRB_CHAIR', 5, sha256)).toBe('80R92');
  });
});

describe('assignIds', () => {
  it('gives five characters where they tell things apart', () => {
    const ids = assignIds([{ prefix: 'OQ-A-POS', semanticKey: 'POS|A' }], sha256);
    expect(ids.get('POS|A')).toMatch(/^OQ-A-POS-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('makes both longer where five characters are equal, and only these two', () => {
    const digest = digestOf({ a: '0000000', b: '0000001', c: 'fffffff' });
    const things = ['a', 'b', 'c'].map((semanticKey) => ({ prefix: 'OQ-X-POS', semanticKey }));
    // 0000001 is 28 bits: characters one to five are zero, the sixth begins with bits 26 to 28.
    expect([...assignIds(things, digest)].toSorted(([a], [b]) => compareText(a, b))).toEqual([
      ['a', 'OQ-X-POS-000000'],
      ['b', 'OQ-X-POS-000004'],
      ['c', 'OQ-X-POS-ZZZZZ'],
    ]);
  });

  it('does not let equal keys under different prefixes disturb each other', () => {
    const digest = digestOf({ a: '0000000', b: '0000000' });
    const ids = assignIds(
      [
        { prefix: 'OQ-X-POS', semanticKey: 'a' },
        { prefix: 'OQ-Y-POS', semanticKey: 'b' },
      ],
      digest,
    );
    expect([...ids.values()].sort()).toEqual(['OQ-X-POS-00000', 'OQ-Y-POS-00000']);
  });

  it('gives the same ids in any order, and keeps an id when others come or go', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(keys, fc.string({ minLength: 1 }), (all, another) => {
        const things = all.map((semanticKey) => ({ prefix: 'OQ-X-POS', semanticKey }));
        const ids = assignIds(things, sha256);
        expect(new Set(ids.values()).size).toBe(all.length);
        expect(assignIds([...things].reverse(), sha256)).toEqual(ids);
        const more = assignIds([...things, { prefix: 'OQ-X-POS', semanticKey: another }], sha256);
        for (const key of all) expect(more.get(key)?.slice(0, 14)).toBe(ids.get(key)?.slice(0, 14));
      }),
    );
  });
});
