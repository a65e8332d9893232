import Fraction from 'fraction.js';
import { exactDuration } from '../../diff/exact-amount.ts';

/** How long the repeats of a message take together. */
export interface RetryTime {
  readonly milliseconds: Fraction;
  /** The sum in words: `6 × 60 s = 360 s`. */
  readonly words: string;
}

interface Retry {
  readonly max: number;
  readonly every?: string;
  readonly growth?: 'fixed' | 'doubling';
}

/** Beyond so many repeats a doubling pause is longer than any plant lives. */
const MOST_DOUBLINGS = 62;

/** The time from the first attempt to the last repeat: the sum of the pauses. Undefined where the pause is not declared. */
export function retryTime({ max, every, growth }: Retry): RetryTime | undefined {
  const pause = every === undefined ? undefined : exactDuration(every);
  if (every === undefined || pause === undefined || pause.family !== 'elapsed') return undefined;
  const pauses = growth === 'doubling' ? 2n ** BigInt(Math.min(max, MOST_DOUBLINGS)) - 1n : BigInt(max);
  const milliseconds = pause.amount.mul(pauses);
  const unit = every.slice(every.indexOf(' ') + 1);
  const amount = `${pause.amount.equals(0) ? '0' : milliseconds.div(pause.amount).mul(amountOf(every)).toString()} ${unit}`;
  if (growth !== 'doubling') return { milliseconds, words: `${max} × ${every} = ${amount}` };
  return {
    milliseconds,
    words: `${max} pauses that double from ${every}, together ${max > MOST_DOUBLINGS ? 'more than ' : ''}${amount}`,
  };
}

/** -1, 0 or 1; undefined where the other is no elapsed time. */
export function compareRetryTime({ milliseconds }: RetryTime, other: string): number | undefined {
  const limit = exactDuration(other);
  return limit?.family === 'elapsed' ? milliseconds.compare(limit.amount) : undefined;
}

function amountOf(measure: string): Fraction {
  return new Fraction(measure.slice(0, measure.indexOf(' ')));
}
