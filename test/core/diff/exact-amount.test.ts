import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparableMeasure,
  comparableNumber,
  compareDurations,
  compareQuantities,
} from '../../../src/core/diff/exact-amount.ts';

describe('exact amounts', () => {
  it.each([
    ['60 s', '1 min'],
    ['10 y', '120 months'],
    ['2 weeks', '14 d'],
    ['72 h', '3 d'],
    ['0.5 h', '30 min'],
    ['1500 ms', '3/2 s'],
    ['60s', '60 s'],
  ])('%s and %s are one duration', (a, b) => {
    expect(comparableMeasure(a, 'duration')).toBe(comparableMeasure(b, 'duration'));
    expect(compareDurations(a, b)).toBe(0);
  });

  it.each([
    ['1 months', '30 d'],
    ['1 y', '365 d'],
    ['5 wd', '5 d'],
    ['5 wd', '1 weeks'],
  ])('%s and %s are not compared', (a, b) => {
    expect(comparableMeasure(a, 'duration')).not.toBe(comparableMeasure(b, 'duration'));
    expect(compareDurations(a, b)).toBeUndefined();
  });

  it('orders durations and quantities by value', () => {
    expect(compareDurations('90 s', '1 min')).toBe(1);
    expect(compareDurations('11 months', '1 y')).toBe(-1);
    expect(compareQuantities('0.10 kg', '0.1 kg')).toBe(0);
    expect(compareQuantities('1 kg', '1000 g')).toBeUndefined();
    expect(compareQuantities('9.5', '10')).toBe(-1);
  });

  it('keeps numbers exact where binary floats would not', () => {
    expect(comparableNumber('0.1')).toBe(comparableNumber('1/10'));
    expect(comparableNumber('0.30000000000000004')).not.toBe(comparableNumber('0.3'));
    expect(comparableNumber('9007199254740993')).not.toBe(comparableNumber('9007199254740992'));
  });

  it('does not see zeros that mean nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (whole, zeros) => {
        expect(comparableNumber(`${whole}.${'0'.repeat(zeros + 1)}`)).toBe(comparableNumber(String(whole)));
      }),
    );
  });
});
