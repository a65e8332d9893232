import Fraction from 'fraction.js';
import { compareDurations, exactDuration } from '../../diff/exact-amount.ts';
import type { ExactDuration } from '../../diff/exact-amount.ts';

const DAY = new Fraction(86_400_000);
/** Mean length of a month of the Gregorian calendar, in days: 146,097 days are 4,800 months. */
const MEAN_MONTH = new Fraction('146097/4800');
/** Any number of months in a row is longer or shorter than so many mean months by no more than this, in days. */
const MONTHS_VARY_BY = 3;

/**
 * Whether the first duration is certainly shorter than the second. Months and days, which have no common unit, are compared
 * with the shortest and longest that so many months can be; working days are compared with nothing else.
 */
export function isShorter(a: string, b: string): boolean {
  const order = compareDurations(a, b);
  if (order !== undefined) return order < 0;
  const [left, right] = [exactDuration(a), exactDuration(b)];
  if (left === undefined || right === undefined) return false;
  const [longest, shortest] = [inDays(left, MONTHS_VARY_BY), inDays(right, -MONTHS_VARY_BY)];
  return longest !== undefined && shortest !== undefined && longest.compare(shortest) < 0;
}

function inDays({ family, amount }: ExactDuration, margin: number): Fraction | undefined {
  if (family === 'elapsed') return amount.div(DAY);
  return family === 'calendar' ? amount.mul(MEAN_MONTH).add(margin) : undefined;
}
