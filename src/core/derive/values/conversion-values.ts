import Fraction from 'fraction.js';
import type { Element } from '../../model/element.ts';

/** How the result of a conversion is brought to the declared number of digits. */
export interface Rounding {
  readonly decimals: number | undefined;
  readonly digits: number | undefined;
  readonly mode: 'half-up' | 'half-even' | 'up' | 'down' | 'none' | undefined;
}

/** A conversion with everything that is needed to compute it; the bridging value stands for a factor that is a field. */
export interface ComputableConversion {
  readonly factor: Fraction;
  readonly offset: Fraction;
  readonly rounding: Rounding;
}

/** The field on which a factor depends, and whether it multiplies or divides. */
export interface Bridge {
  readonly field: string;
  readonly divides: boolean;
}

export function bridgeOf({ attributes: { factor } }: Element<'conversion'>): Bridge | undefined {
  if (typeof factor === 'string') return undefined;
  if (factor.divideBy !== undefined) return { field: factor.divideBy, divides: true };
  return factor.multiplyBy === undefined ? undefined : { field: factor.multiplyBy, divides: false };
}

/** The conversion with exact numbers; undefined where the factor is a field and no value for it is given. */
export function computable(
  conversion: Element<'conversion'>,
  bridge: string | undefined,
): ComputableConversion | undefined {
  const { factor, offset, decimals, digits, rounding } = conversion.attributes;
  const between = bridgeOf(conversion);
  const exact =
    typeof factor === 'string'
      ? new Fraction(factor)
      : between === undefined || bridge === undefined
        ? undefined
        : between.divides
          ? new Fraction(1).div(bridge)
          : new Fraction(bridge);
  return exact === undefined
    ? undefined
    : { factor: exact, offset: new Fraction(offset ?? 0), rounding: { decimals, digits, mode: rounding } };
}

/** The exact result, before rounding. */
export function exactResult(value: Fraction, { factor, offset }: ComputableConversion): Fraction {
  return value.mul(factor).add(offset);
}

/** The result as it must be shown: rounded as declared, with every declared decimal written. */
export function shownResult(value: Fraction, conversion: ComputableConversion): string {
  const exact = exactResult(value, conversion);
  const places = placesKept(exact, conversion.rounding);
  if (places === undefined || conversion.rounding.mode === 'none' || conversion.rounding.mode === undefined)
    return decimalText(exact);
  return fixedText(rounded(exact, places, conversion.rounding.mode), places);
}

/** Decimals that a rounding leaves of this number; undefined where no digits are declared. */
export function placesKept(value: Fraction, { decimals, digits }: Rounding): number | undefined {
  if (decimals !== undefined) return decimals;
  if (digits === undefined) return undefined;
  if (value.n === 0n) return digits - 1;
  let magnitude = 0;
  let rest = value.abs();
  for (; rest.gte(10); rest = rest.div(10)) magnitude += 1;
  for (; rest.lt(1); rest = rest.mul(10)) magnitude -= 1;
  return digits - 1 - magnitude;
}

/**
 * `half-up` and `up` go away from zero, `down` goes towards zero, `half-even` to the even neighbour; for negative values
 * as for positive ones.
 */
export function rounded(value: Fraction, places: number, mode: 'half-up' | 'half-even' | 'up' | 'down'): Fraction {
  const scale = new Fraction(10).pow(places);
  const scaled = value.abs().mul(scale);
  const whole = scaled.n / scaled.d;
  const rest = scaled.sub(new Fraction(whole));
  const half = rest.compare('1/2');
  const up =
    mode === 'up'
      ? rest.n !== 0n
      : mode === 'down'
        ? false
        : half > 0 || (half === 0 && (mode === 'half-up' || whole % 2n === 1n));
  const result = new Fraction(up ? whole + 1n : whole).div(scale);
  return value.s < 0n ? result.neg() : result;
}

/** A number with exactly so many decimals. */
export function fixedText(value: Fraction, places: number): string {
  if (places <= 0) return decimalText(value);
  const scaled = value.abs().mul(new Fraction(10).pow(places));
  const digits = (scaled.n / scaled.d).toString().padStart(places + 1, '0');
  return `${value.s < 0n && scaled.n !== 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A number without rounding where its decimals end; a repeating one as a fraction. */
export function decimalText(value: Fraction): string {
  const places = decimalPlaces(value);
  if (places === undefined) return value.toFraction();
  if (places === 0) return `${value.s < 0n ? '-' : ''}${value.n}`;
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  return `${value.s < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Decimals of a number whose decimals end: its denominator has no other prime factors than 2 and 5. */
export function decimalPlaces({ d }: Fraction): number | undefined {
  let rest = d;
  const exponents = [2n, 5n].map((prime) => {
    let exponent = 0;
    for (; rest % prime === 0n; rest /= prime) exponent += 1;
    return exponent;
  });
  return rest === 1n ? Math.max(...exponents) : undefined;
}

/** A value that the sender can hold, and where it lies to the point at which the rounded result changes. */
export interface TurningValue {
  readonly value: Fraction;
  readonly side: 'below' | 'at' | 'above';
}

/**
 * Values of the sender's resolution on both sides of the point at which the rounded result changes, and that point itself where
 * the sender can hold it: the middle between two results for half-up and half-even, a result itself for up and down. `near`
 * says in which region.
 */
export function valuesAroundTurn(
  near: Fraction,
  conversion: ComputableConversion,
  sourceDecimals: number,
): readonly TurningValue[] {
  const places = placesKept(exactResult(near, conversion), conversion.rounding);
  const { mode } = conversion.rounding;
  if (places === undefined || conversion.factor.n === 0n || mode === 'none') return [];
  const unit = new Fraction(1).div(new Fraction(10).pow(places));
  const lower = rounded(exactResult(near, conversion), places, 'down');
  const turn = mode === 'up' || mode === 'down' ? lower : lower.add(unit.div(2));
  const middle = turn.sub(conversion.offset).div(conversion.factor);
  const grid = new Fraction(10).pow(sourceDecimals);
  const onGrid = middle.mul(grid);
  const floor = new Fraction(onGrid.n / onGrid.d).div(grid);
  const step = new Fraction(1).div(grid);
  if (floor.equals(middle)) {
    return [
      { value: floor.sub(step), side: 'below' },
      { value: floor, side: 'at' },
      { value: floor.add(step), side: 'above' },
    ];
  }
  return [
    { value: floor, side: 'below' },
    { value: floor.add(step), side: 'above' },
  ];
}
