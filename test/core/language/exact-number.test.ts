import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { isCalendarDay } from '../../../src/core/language/calendar-day.ts';
import { canonicalNumber } from '../../../src/core/language/exact-number.ts';
import { readMeasure } from '../../../src/core/language/measure-text.ts';

describe('an exact number', () => {
  test.each([
    ['0.80', '0.8'],
    ['007', '7'],
    ['-0.0', '0'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['100', '100'],
    ['5/9', '5/9'],
    ['10/18', '5/9'],
    ['2/4', '0.5'],
    ['-1/8', '-0.125'],
    ['6/3', '2'],
    ['0/7', '0'],
    ['12345678901234567890.123456789012345678901', '12345678901234567890.123456789012345678901'],
  ])('%s is %s', (text, canonical) => expect(canonicalNumber(text)).toBe(canonical));

  test.each(['', ' 1', '1e3', '1,5', '5/0', '5/-9', '1/2/3', '--1', '.', '0x1F', 'NaN', '1.2.3', '9'.repeat(61)])(
    '%j is none',
    (text) => expect(canonicalNumber(text)).toBeUndefined(),
  );

  test('means the same as it is written, and says it in one way', () => {
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    const decimal = fc
      .tuple(fc.constantFrom('', '-', '+'), digits, fc.option(digits))
      .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`);
    const fraction = fc
      .tuple(fc.constantFrom('', '-'), digits, fc.integer({ min: 1, max: 9999 }))
      .map(([sign, above, below]) => `${sign}${above}/${below}`);
    fc.assert(
      fc.property(fc.oneof(decimal, fraction), (text) => {
        const canonical = canonicalNumber(text) ?? 'none';
        expect(new Fraction(canonical).equals(new Fraction(text.replace(/^\+/, '')))).toBe(true);
        expect(canonicalNumber(canonical)).toBe(canonical);
        expect(canonical).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9]|\/[1-9]\d*)?$/);
      }),
    );
  });
});

describe('a measure', () => {
  test.each([
    ['60 s', 'duration', '60 s'],
    ['60s', 'duration', '60 s'],
    ['0.50 h', 'duration', '0.5 h'],
    ['2 wd', 'duration', '2 wd'],
    ['99.50%', 'percent', '99.5 %'],
    ['120 EA', 'quantity', '120 EA'],
    ['0.30 kg/EA', 'quantity', '0.3 kg/EA'],
    ['-40 °C', 'quantity', '-40 °C'],
    ['5 10*3/uL', 'quantity', '5 10*3/uL'],
    ['1/3 L', 'quantity', '1/3 L'],
  ] as const)('%s is the %s %s', (text, of, canonical) => {
    const measure = readMeasure(text, of);
    expect('amount' in measure ? `${measure.amount} ${measure.unit}` : measure.problem).toBe(canonical);
  });

  test.each([
    ['60', 'duration', 'must be a time with its unit, such as 60 s; it is "60".', undefined],
    ['60  s', 'duration', 'must be a time with its unit, such as 60 s; it is "60  s".', undefined],
    ['s 60', 'duration', 'must be a time with its unit, such as 60 s; it is "s 60".', undefined],
    ['4 hours', 'duration', 'has the unit "hours", which is no unit of time.', 'Did you mean "4 h"?'],
    ['4 Days', 'duration', 'has the unit "Days", which is no unit of time.', 'Did you mean "4 d"?'],
    [
      '1 moon',
      'duration',
      'has the unit "moon", which is no unit of time.',
      'Units of time are ms, s, min, h, d, wd, weeks, months, y.',
    ],
    ['-1 s', 'duration', 'must not be negative.', undefined],
    ['5 kg', 'percent', 'must be a percentage such as 99.5 %; its unit is "kg".', undefined],
    ['many EA', 'quantity', 'must be a quantity with its unit, such as 0.3 kg; it is "many EA".', undefined],
  ] as const)('%s as a %s: %s', (text, of, problem, hint) =>
    expect(readMeasure(text, of)).toEqual(hint === undefined ? { problem } : { problem, hint }),
  );
});

test.each([
  ['2026-03-02', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-3-2', false],
  ['02.03.2026', false],
  ['2026-03-02T10:00:00Z', false],
])('%s is a calendar day: %s', (text, expected) => expect(isCalendarDay(text)).toBe(expected));
