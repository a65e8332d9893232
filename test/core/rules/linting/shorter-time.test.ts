import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShorter } from '../../../../src/core/rules/linting/shorter-time.ts';

describe('whether a time is certainly shorter than another', () => {
  it.each([
    ['10 y', '15 y', true],
    ['120 months', '10 y', false],
    ['179 months', '15 y', true],
    ['90 d', '13 weeks', true],
    ['5000 d', '15 y', true],
    ['15 y', '5000 d', false],
    // 15 years are 5478 or 5479 days.
    ['5478 d', '15 y', false],
    ['5479 d', '15 y', false],
    ['1 months', '35 d', true],
    ['30 d', '1 months', false],
    ['3 wd', '15 y', false],
    ['for ever', '15 y', false],
  ] as const)('%s and %s: %s', (a, b, expected) => {
    expect(isShorter(a, b)).toBe(expected);
  });

  it('is never true both ways, in any units', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom('s', 'h', 'd', 'weeks', 'months', 'y', 'wd'))
      .map(([amount, unit]) => `${amount} ${unit}`);
    fc.assert(fc.property(time, time, (a, b) => !(isShorter(a, b) && isShorter(b, a))));
  });

  it('agrees with the calendar for any months from any day', () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 0, max: 4799 }),
        fc.integer({ min: 0, max: 40_000 }),
        (months, start, days) => {
          const from = Date.UTC(2000, start, 1);
          const span = (Date.UTC(2000, start + months, 1) - from) / day;
          if (isShorter(`${days} d`, `${months} months`)) expect(days).toBeLessThan(span);
          if (isShorter(`${months} months`, `${days} d`)) expect(span).toBeLessThan(days);
        },
      ),
    );
  });
});
