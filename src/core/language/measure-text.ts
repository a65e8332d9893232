import { nearestWord } from '../diagnostics/nearest-word.ts';
import { canonicalNumber } from './exact-number.ts';
import { DURATION_UNITS, NUMBER_PATTERN, SEPARATE_UNIT_PATTERN, UNIT_PATTERN } from './patterns.ts';
import type { MeasureShape } from './shape.ts';

/** A measure read from its text, or what is wrong with it. */
export type MeasureReading =
  | { readonly amount: string; readonly unit: string }
  /** What is wrong, to follow the name of the value. */
  | { readonly problem: string; readonly hint?: string };

const MEASURE = new RegExp(`^(${NUMBER_PATTERN})(?: (${SEPARATE_UNIT_PATTERN})|(${UNIT_PATTERN}))$`, 'u');

const EXAMPLES: Record<MeasureShape['of'], string> = { duration: '60 s', percent: '99.5 %', quantity: '0.3 kg' };
const NOUNS: Record<MeasureShape['of'], string> = {
  duration: 'a time with its unit,',
  percent: 'a percentage',
  quantity: 'a quantity with its unit,',
};

/** What people write for the units of time of the language. */
const COMMON_UNITS: Readonly<Record<string, (typeof DURATION_UNITS)[number]>> = {
  msec: 'ms',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
  w: 'weeks',
  week: 'weeks',
  month: 'months',
  mo: 'months',
  yr: 'y',
  yrs: 'y',
  year: 'y',
  years: 'y',
  a: 'y',
};

/** Reads an amount with its unit; the canonical text of the measure is `<amount> <unit>`. */
export function readMeasure(text: string, of: MeasureShape['of']): MeasureReading {
  const match = MEASURE.exec(text);
  const amount = match === null ? undefined : canonicalNumber(match[1] ?? '');
  const unit = match?.[2] ?? match?.[3];
  if (amount === undefined || unit === undefined) {
    return { problem: `must be ${NOUNS[of]} such as ${EXAMPLES[of]}; it is "${text}".` };
  }
  if (of === 'percent' && unit !== '%')
    return { problem: `must be a percentage such as 99.5 %; its unit is "${unit}".` };
  if (of !== 'duration') return { amount, unit };
  if (!(DURATION_UNITS as readonly string[]).includes(unit)) {
    const meant = COMMON_UNITS[unit.toLowerCase()] ?? nearestWord(unit, DURATION_UNITS);
    return {
      problem: `has the unit "${unit}", which is no unit of time.`,
      hint:
        meant === undefined ? `Units of time are ${DURATION_UNITS.join(', ')}.` : `Did you mean "${amount} ${meant}"?`,
    };
  }
  return text.startsWith('-') ? { problem: 'must not be negative.' } : { amount, unit };
}
