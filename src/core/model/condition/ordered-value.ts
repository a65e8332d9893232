import { Fraction } from 'fraction.js';
import { compareText } from '../../diagnostics/order.ts';
import { isCalendarDay } from '../../language/calendar-day.ts';
import { canonicalNumber } from '../../language/exact-number.ts';
import { readMeasure } from '../../language/measure-text.ts';

interface Amount {
  readonly amount: string;
  /** Empty for a plain number, `day` for a date. */
  readonly unit: string;
}

/** The distinct values in ascending order; undefined when they cannot be ordered: no amounts, or of different units. */
export function ordered(values: readonly string[]): readonly string[] | undefined {
  const amounts = values.map(amountOf);
  const [first] = amounts;
  if (first === undefined || amounts.some((amount) => amount === undefined || amount.unit !== first.unit))
    return undefined;
  const ascending = values.toSorted(orderOf);
  return ascending.filter((value, index) => index === 0 || orderOf(ascending[index - 1] ?? '', value) !== 0);
}

/** Exact order of two amounts of one unit: negative, zero or positive. */
export function orderOf(a: string, b: string): number {
  const [left, right] = [amountOf(a), amountOf(b)];
  if (left === undefined || right === undefined || left.unit !== right.unit) return compareText(a, b);
  return left.unit === 'day'
    ? compareText(left.amount, right.amount)
    : new Fraction(left.amount).compare(new Fraction(right.amount));
}

function amountOf(value: string): Amount | undefined {
  if (isCalendarDay(value)) return { amount: value, unit: 'day' };
  const number = canonicalNumber(value);
  if (number !== undefined) return number === value || value.includes('.') ? { amount: number, unit: '' } : undefined;
  const measure = readMeasure(value, 'quantity');
  return 'amount' in measure ? { amount: measure.amount, unit: `in ${measure.unit}` } : undefined;
}
