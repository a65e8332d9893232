import { expect, test } from 'vitest';
import { nearestWord } from '../../../src/core/diagnostics/nearest-word.ts';

const words = ['event', 'from', 'to', 'by', 'when', 'emits', 'deadLetter', 'description', 'receives'];

test.each([
  ['evnt', 'event'],
  ['form', 'from'],
  ['whn', 'when'],
  ['deadletter', 'deadLetter'],
  ['DESCRIPTON', 'description'],
  ['recieves', 'receives'],
  ['emit', 'emits'],
])('%s is probably %s', (written, meant) => expect(nearestWord(written, words)).toBe(meant));

test.each(['guard', 'xyz', 'colour', ''])('%j is like none of them', (written) =>
  expect(nearestWord(written, words)).toBeUndefined(),
);

test('of equally near words the first by code points is taken, in whatever order they come', () => {
  expect([nearestWord('cat', ['hat', 'bat']), nearestWord('cat', ['bat', 'hat'])]).toEqual(['bat', 'bat']);
});

test('a word of any length is answered at once', () => {
  expect(nearestWord('a'.repeat(1_000_000), words)).toBeUndefined();
  expect(nearestWord('cat', ['a'.repeat(1_000_000)])).toBeUndefined();
});
