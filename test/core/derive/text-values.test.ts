import fc from 'fast-check';
import { expect, it } from 'vitest';

import { printed, textProbes } from '../../../src/core/derive/values/text-values.ts';

it('texts stand around the declared length, and only one is longer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
      const texts = new Map(textProbes(length).map(({ what, text }) => [what, [...text].length]));
      expect(texts.get('length - 1')).toBe(length - 1);
      expect(texts.get('length')).toBe(length);
      expect(texts.get('length + 1')).toBe(length + 1);
      expect(texts.get('multi-byte at length')).toBe(length);
      expect([...texts].filter(([, size]) => size > length).map(([what]) => what)).toEqual(['length + 1']);
    }),
  );
});

it('short texts are printed whole, long ones by their beginning and length', () => {
  expect(printed('')).toBe('an empty text');
  expect(printed('A')).toBe('"A" (1 character)');
  expect(printed('A\nB')).toBe('"A⏎B" (3 characters)');
  expect(printed('ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI')).toBe('35 characters: ABCDE…(35)');
});
