import { expect, test } from 'vitest';
import { retyping } from '../../../src/core/source/plain-scalar.ts';

const plain = (text: string): string | undefined =>
  retyping({ kind: 'scalar', text, style: 'plain', start: 0, end: text.length });

test.each([
  ['null', ['~', 'null', 'Null', 'NULL']],
  ['boolean', ['true', 'false']],
  ['word boolean', ['True', 'FALSE', 'y', 'Y', 'yes', 'No', 'NO', 'n', 'on', 'OFF']],
  ['integer', ['0', '7', '-12', '+3', '12345678901234567890']],
  ['octal', ['012', '007', '0o17', '-01', '00']],
  ['hexadecimal', ['0x1F', '0b101', '-0xff']],
  ['grouped number', ['1_000', '12_5.5']],
  ['decimal', ['0.25', '-1.5', '.5', '0.0', '12.0']],
  ['padded decimal', ['1.10', '1.00', '7.', '0.50', '01.5']],
  ['exponent', ['1e3', '1.5E-7', '-2e+10', '1_0e5']],
  ['sexagesimal', ['12:30:00', '12:30', '1:59.5', '190:20:30']],
  [
    'date',
    ['2024-01-05', '2024-1-5', '2024-01-05T12:30:00Z', '2001-12-14 21:59:43.10 -5', '2001-12-14t21:59:43.10-05:00'],
  ],
  ['special number', ['.inf', '-.Inf', '.NaN']],
])('is read as %s', (form, texts) =>
  expect(texts.map((text) => [text, plain(text)])).toEqual(texts.map((text) => [text, form])),
);

test.each([
  'text',
  'nO',
  'yEs',
  'NOT',
  'on hold',
  'A1',
  '4.9.3-118',
  '1.0.0',
  '60 s',
  '99.5 %',
  '5/9',
  '2024-01',
  '2024-01-05-A',
  'e3',
  '0x',
  '1:2:3:a',
  '7.4 SP2',
  '-',
  '.',
  'Infinity',
  '12:60',
  '<<',
  '=',
])('%s is text for every program', (text) => expect(plain(text)).toBeUndefined());

test('quotes and blocks are what they are for', () => {
  expect(
    (['quoted', 'block'] as const).map((style) => retyping({ kind: 'scalar', text: 'NO', style, start: 0, end: 4 })),
  ).toEqual([undefined, undefined]);
});
