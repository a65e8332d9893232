import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';

import {
  decimalText,
  exactResult,
  rounded,
  shownResult,
  valuesAroundTurn,
  type ComputableConversion,
} from '../../../src/core/derive/values/conversion-values.ts';

const conversion = (
  factor: string,
  decimals: number,
  mode: 'half-up' | 'half-even' | 'up' | 'down' | 'none',
): ComputableConversion => ({
  factor: new Fraction(factor),
  offset: new Fraction(0),
  rounding: { decimals, digits: undefined, mode },
});

describe('shownResult', () => {
  it.each([
    ['31.65', '0.0254', 3, 'half-up', '0.804'],
    ['31.65', '0.0254', 2, 'half-up', '0.80'],
    ['31.49', '0.0254', 3, 'half-up', '0.800'],
    ['4', '10/3', 0, 'up', '14'],
    ['0', '10/3', 0, 'up', '0'],
    ['1', '0.45359237', 4, 'half-up', '0.4536'],
    ['-1', '0.0254', 3, 'half-up', '-0.025'],
    ['-0.01', '0.0254', 3, 'half-up', '0.000'],
    ['250', '0.0254', 3, 'none', '6.35'],
  ] as const)('%s × %s to %i decimals, %s, is %s', (value, factor, decimals, mode, shown) => {
    expect(shownResult(new Fraction(value), conversion(factor, decimals, mode))).toBe(shown);
  });

  it('keeps significant digits where these are declared', () => {
    const digits = {
      factor: new Fraction(1),
      offset: new Fraction(0),
      rounding: { decimals: undefined, digits: 3, mode: 'half-up' as const },
    };
    expect(shownResult(new Fraction('0.012345'), digits)).toBe('0.0123');
    expect(shownResult(new Fraction('9.995'), digits)).toBe('10.00');
  });
});

describe('rounded', () => {
  it.each([
    ['0.5', 'half-up', '1'],
    ['0.5', 'half-even', '0'],
    ['1.5', 'half-even', '2'],
    ['-0.5', 'half-up', '-1'],
    ['0.4999', 'half-up', '0'],
    ['0.0001', 'up', '1'],
    ['-0.0001', 'up', '-1'],
    ['0.9999', 'down', '0'],
    ['3', 'up', '3'],
  ] as const)('%s, %s, is %s', (value, mode, result) => {
    expect(rounded(new Fraction(value), 0, mode).toFraction()).toBe(result);
  });

  it('is never further from the value than its mode allows', () => {
    const thousandth = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        thousandth,
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom('half-up', 'half-even', 'up', 'down'),
        (n, places, mode) => {
          const value = new Fraction(n, 1000);
          const distance = rounded(value, places, mode as 'up')
            .sub(value)
            .abs()
            .mul(new Fraction(10).pow(places));
          expect(distance.lte(mode.startsWith('half') ? '1/2' : 1)).toBe(true);
          if (mode === 'down') expect(rounded(value, places, 'down').abs().lte(value.abs())).toBe(true);
          if (mode === 'up') expect(rounded(value, places, 'up').abs().gte(value.abs())).toBe(true);
        },
      ),
    );
  });
});

describe('valuesAroundTurn', () => {
  it('lie next to the middle between two results on the grid of the sender', () => {
    const found = valuesAroundTurn(new Fraction('31.65'), conversion('0.0254', 3, 'half-up'), 2);
    expect(
      found.map(
        ({ value, side }) =>
          `${side} ${decimalText(value)} ${decimalText(exactResult(value, conversion('0.0254', 3, 'half-up')))}`,
      ),
    ).toEqual(['below 31.63 0.803402', 'above 31.64 0.803656']);
  });

  it('include the middle where the sender can hold it', () => {
    const found = valuesAroundTurn(new Fraction('1.2'), conversion('1', 0, 'half-even'), 1);
    expect(found.map(({ value, side }) => `${side} ${decimalText(value)}`)).toEqual([
      'below 1.4',
      'at 1.5',
      'above 1.6',
    ]);
  });

  it('lie at a result itself where everything is rounded up', () => {
    const found = valuesAroundTurn(new Fraction('4'), conversion('10/3', 0, 'up'), 2);
    expect(
      found.map(
        ({ value, side }) => `${side} ${decimalText(value)} ${shownResult(value, conversion('10/3', 0, 'up'))}`,
      ),
    ).toEqual(['below 3.89 13', 'at 3.9 13', 'above 3.91 14']);
  });
});
