import { text, unknown } from '../value.ts';
import type { Stage } from '../value.ts';

const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})$/u;
const OFFSET = /^([+-])(\d{2}):(\d{2})$/u;

/** A timestamp with its offset, as seen with another fixed offset. The rules of named zones are not in the specification. */
export function toZone(value: string, zone: string): Stage {
  const seen = shifted(value, zone);
  return typeof seen === 'string' ? unknown(seen) : text(`${seen.date}T${seen.time}${zone === 'UTC' ? 'Z' : zone}`);
}

/** The day of a timestamp, as seen with a fixed offset. */
export function toDate(value: string, zone: string): Stage {
  const seen = shifted(value, zone);
  return typeof seen === 'string' ? unknown(seen) : text(seen.date);
}

/** Day and time of day with that offset, or why nobody can say. */
function shifted(value: string, zone: string): { readonly date: string; readonly time: string } | string {
  const to = offsetOf(zone);
  if (to === undefined)
    return `the rules of the zone ${zone} are not part of the specification: its clock changes have to be tested`;
  const [, year, month, day, hours, minutes, seconds = '00', offset = ''] = TIMESTAMP.exec(value) ?? [];
  const from = offsetOf(offset);
  if (from === undefined) return 'it is no point in time with its offset';
  const total =
    daysFrom(Number(year), Number(month), Number(day)) * 1440 + Number(hours) * 60 + Number(minutes) - from + to;
  const date = dateFrom(Math.floor(total / 1440));
  const rest = total - Math.floor(total / 1440) * 1440;
  return { date, time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}:${seconds}` };
}

/** Minutes ahead of UTC. */
function offsetOf(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const [match, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (match === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Days since 1970-01-01 in the Gregorian calendar (Fliegel and Van Flandern, with eras of 400 years). */
function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateFrom(days: number): string {
  const shiftedDays = days + 719_468;
  const era = Math.floor(shiftedDays / 146_097);
  const dayOfEra = shiftedDays - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
