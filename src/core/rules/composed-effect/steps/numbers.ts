import Fraction from 'fraction.js';
import { exactNumber } from '../../../diff/exact-amount.ts';
import { decimalText, placesKept, rounded } from '../../../derive/values/conversion-values.ts';
import type { Rounding } from '../../../derive/values/conversion-values.ts';
import { EMPTY, failed, number, unknown } from '../value.ts';
import type { Stage, Value } from '../value.ts';

/** The number that a value is, or is written as. */
export function amountOf(value: Value): Fraction | undefined {
  if (value.kind === 'number') return value.amount;
  return value.kind === 'text' ? exactNumber(value.text) : undefined;
}

/** Factor and offset, exactly; the bridging value stands for a factor that is a field. */
export function convert(value: Value, factor: Fraction, offset: Fraction): Stage {
  const amount = amountOf(value);
  return amount === undefined ? failed('it is no number') : number(amount.mul(factor).add(offset));
}

/** Brings a number to the declared digits. Where digits are declared and no mode is, a number with more of them is unknown. */
export function round(value: Value, rounding: Rounding): Stage {
  const amount = amountOf(value);
  if (amount === undefined) return failed('it is no number');
  const places = placesKept(amount, rounding);
  if (places === undefined || rounding.mode === 'none') return number(amount);
  if (rounding.mode !== undefined) return number(rounded(amount, places, rounding.mode), Math.max(places, 0));
  const scaled = amount.mul(new Fraction(10).pow(places));
  return scaled.d === 1n
    ? number(amount, Math.max(places, 0))
    : unknown(`how ${decimalText(amount)} is rounded is not declared`);
}

/** One value of many. What becomes of none is only known for a count. */
export function aggregate(value: Value, how: string): Stage {
  const items = value.kind === 'list' ? value.items : [value];
  if (how === 'count') return number(new Fraction(items.length));
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined)
    return how === 'sum' ? unknown('the sum of no values is not declared') : EMPTY;
  if (how === 'first') return { kind: 'value', value: first };
  if (how === 'last') return { kind: 'value', value: last };
  const amounts = items.map(amountOf).filter((amount) => amount !== undefined);
  const [one] = amounts;
  if (one === undefined || amounts.length < items.length) return failed('not all of them are numbers');
  switch (how) {
    case 'sum':
      return number(sumOf(amounts));
    case 'average':
      return number(sumOf(amounts).div(amounts.length));
    case 'min':
      return number(amounts.reduce((least, amount) => (amount.lt(least) ? amount : least), one));
    case 'max':
      return number(amounts.reduce((most, amount) => (amount.gt(most) ? amount : most), one));
    default:
      return unknown(`${how} is no way to make one value of many`);
  }
}

function sumOf(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce((sum, amount) => sum.add(amount), new Fraction(0));
}
