import { exactDuration } from '../diff/exact-amount.ts';
import { isCalendarDay } from '../language/calendar-day.ts';

/**
 * The last day of a life that begins on `day`, `2026-03-02` and `90 d` → `2026-05-31`. Days and shorter times count as whole
 * days, months and years by the calendar (31 January and a month is the last of February), working days from Monday to Friday.
 * Undefined for what is no day or no duration.
 */
export function lastDayOf(day: string, life: string): string | undefined {
  const duration = exactDuration(life);
  if (duration === undefined || !isCalendarDay(day)) return undefined;
  const amount = Number(duration.amount.ceil());
  switch (duration.family) {
    case 'elapsed':
      return dayText(dayNumber(day) + Number(duration.amount.div(86_400_000).ceil()));
    case 'calendar':
      return monthsLater(day, amount);
    case 'working-days':
      return dayText(workingDaysLater(dayNumber(day), amount));
  }
}

/** Days since 1 March of the year 0 of the Gregorian calendar, in which a leap day is the last of its year. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [marchYear, sinceMarch] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    365 * marchYear +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * sinceMarch + 2) / 5) +
    date -
    1
  );
}

function dayText(number: number): string {
  const marchYear = (): number => {
    const guess = Math.floor(number / 365.2425);
    return [guess + 1, guess, guess - 1].find((year) => dayNumber(text(year, 3, 1)) <= number) ?? guess;
  };
  const from = marchYear();
  const dayOfYear = number - dayNumber(text(from, 3, 1));
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  return text(month > 2 ? from : from + 1, month, dayOfYear - Math.floor((153 * sinceMarch + 2) / 5) + 1);
}

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const candidates = [date, 31, 30, 29, 28]
    .filter((candidate) => candidate <= date)
    .map((candidate) => text(newYear, newMonth, candidate));
  return candidates.find(isCalendarDay) ?? day;
}

function workingDaysLater(number: number, days: number): number {
  let at = number;
  while (!isWorkingDay(at)) at -= 1;
  // The calendar repeats every week: five working days are seven days, the rest is walked.
  at += Math.floor(days / 5) * 7;
  for (let left = days % 5; left > 0;) {
    at += 1;
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** 1 March of the year 0 was a Wednesday. */
function isWorkingDay(number: number): boolean {
  const sinceWednesday = ((number % 7) + 7) % 7;
  return sinceWednesday <= 2 || sinceWednesday >= 5;
}

function text(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
