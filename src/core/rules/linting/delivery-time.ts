import Fraction from 'fraction.js';
import { exactDuration } from '../../diff/exact-amount.ts';
import type { Flow } from './flow-use.ts';
import { retryTime } from './retry-time.ts';

/** A sum of times, and how it comes about. */
export interface DeliveryTime {
  readonly milliseconds: Fraction;
  /** `IF-001: every 15 min, latency 60 s`. */
  readonly words: string;
}

/** Longest time from a change at the sender to its arrival when all is well: the schedule and the latency that are declared. */
export function ordinaryTime(flow: Flow): DeliveryTime {
  const { trigger, latency } = flow.attributes;
  return sumOf(flow, [
    [trigger?.every, `every ${trigger?.every ?? ''}`],
    [latency, `latency ${latency ?? ''}`],
  ]);
}

/** The same when the last repeat is the one that arrives. */
export function longestTime(flow: Flow): DeliveryTime {
  const ordinary = ordinaryTime(flow);
  const retry = flow.attributes.delivery?.retry;
  const repeats = retry === undefined || retry.max === 0 ? undefined : retryTime(retry);
  if (repeats === undefined) return ordinary;
  return {
    milliseconds: ordinary.milliseconds.add(repeats.milliseconds),
    words: `${ordinary.words}${ordinary.words === '' ? `${flow.id}: ` : ', '}repeats ${repeats.words}`,
  };
}

/** -1, 0 or 1; undefined where the other is no elapsed time. */
export function compareDeliveryTime({ milliseconds }: DeliveryTime, limit: string): number | undefined {
  const other = exactDuration(limit);
  return other?.family === 'elapsed' ? milliseconds.compare(other.amount) : undefined;
}

/** An amount of time in the largest unit in which it is a whole number. */
export function timeInWords(milliseconds: Fraction): string {
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ];
  for (const [unit, length] of units) {
    const amount = milliseconds.div(length);
    if (amount.d === 1n && amount.n !== 0n) return `${amount.toString()} ${unit}`;
  }
  return `${milliseconds.toString()} ms`;
}

function sumOf(flow: Flow, parts: readonly (readonly [string | undefined, string])[]): DeliveryTime {
  const known = parts.flatMap(([duration, words]) => {
    const exact = duration === undefined ? undefined : exactDuration(duration);
    return exact?.family === 'elapsed' ? [{ amount: exact.amount, words }] : [];
  });
  return {
    milliseconds: known.reduce((sum, { amount }) => sum.add(amount), new Fraction(0)),
    words: known.length === 0 ? '' : `${flow.id}: ${known.map(({ words }) => words).join(', ')}`,
  };
}
