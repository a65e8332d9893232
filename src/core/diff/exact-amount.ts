import Fraction from 'fraction.js';
import type { MeasureShape } from '../language/shape.ts';

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:\/\d+)?$/;
const AMOUNT = /^([+-]?\d+(?:\.\d+)?(?:\/\d+)?)\s*(.*)$/s;

/** Time units in milliseconds; days and weeks are 24 hours and 7 days of them, whatever the clocks do. */
const MILLISECONDS: Readonly<Record<string, string>> = {
  ms: '1',
  s: '1000',
  min: '60000',
  h: '3600000',
  d: '86400000',
  weeks: '604800000',
};
/** Calendar units in months. A month has no length in days, so the two families are never compared. */
const MONTHS: Readonly<Record<string, string>> = { months: '1', y: '12' };

/** The value of an exact number; undefined for a text that is none. */
export function exactNumber(text: string): Fraction | undefined {
  return NUMBER.test(text) ? new Fraction(text) : undefined;
}

/** A duration as an amount of one of three families that have nothing in common: elapsed time, calendar months, working days. */
export interface ExactDuration {
  readonly family: 'elapsed' | 'calendar' | 'working-days';
  /** Milliseconds, months or working days. */
  readonly amount: Fraction;
}

/** Reads `60 s`, `15 y`, `3 wd`; undefined for a text that is no duration. */
export function exactDuration(text: string): ExactDuration | undefined {
  const match = AMOUNT.exec(text.trim());
  const amount = match === null ? undefined : exactNumber(match[1] ?? '');
  if (match === null || amount === undefined) return undefined;
  const unit = match[2] ?? '';
  const milliseconds = MILLISECONDS[unit];
  if (milliseconds !== undefined) return { family: 'elapsed', amount: amount.mul(milliseconds) };
  const months = MONTHS[unit];
  if (months !== undefined) return { family: 'calendar', amount: amount.mul(months) };
  return unit === 'wd' ? { family: 'working-days', amount } : undefined;
}

/** -1, 0 or 1; undefined where the two cannot be compared: months with days, or a text that is no duration. */
export function compareDurations(a: string, b: string): -1 | 0 | 1 | undefined {
  const left = exactDuration(a);
  const right = exactDuration(b);
  if (left === undefined || right === undefined || left.family !== right.family) return undefined;
  return sign(left.amount.compare(right.amount));
}

/** -1, 0 or 1 for two numbers or two quantities in the same unit; undefined where the units differ or a text is no amount. */
export function compareQuantities(a: string, b: string): -1 | 0 | 1 | undefined {
  const left = AMOUNT.exec(a.trim());
  const right = AMOUNT.exec(b.trim());
  if (left === null || right === null || left[2] !== right[2]) return undefined;
  const [x, y] = [exactNumber(left[1] ?? ''), exactNumber(right[1] ?? '')];
  return x === undefined || y === undefined ? undefined : sign(x.compare(y));
}

/** A text that is equal for equal numbers: `0.80`, `0.8` and `4/5` are one. */
export function comparableNumber(text: string): string {
  return exactNumber(text.trim())?.toFraction() ?? text;
}

/** A text that is equal for equal measures: `60 s` and `1 min`, `10 y` and `120 months`; units of quantities must be the same. */
export function comparableMeasure(text: string, of: MeasureShape['of']): string {
  if (of === 'duration') {
    const duration = exactDuration(text);
    if (duration !== undefined) return `${duration.family} ${duration.amount.toFraction()}`;
  }
  const match = AMOUNT.exec(text.trim());
  const amount = match === null ? undefined : exactNumber(match[1] ?? '');
  return match === null || amount === undefined ? text : `${amount.toFraction()} ${match[2] ?? ''}`;
}

function sign(order: number): -1 | 0 | 1 {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
