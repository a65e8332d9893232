import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../../src/core/rules/waiver-life.ts';

const DAY = 86_400_000;
const day = fc.integer({ min: Date.UTC(1600, 0, 1) / DAY, max: Date.UTC(2400, 0, 1) / DAY });
const text = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
const weekday = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

describe('the last day of a life', () => {
  it.each([
    ['2026-03-02', '90 d', '2026-05-31'],
    ['2026-03-02', '0 d', '2026-03-02'],
    ['2024-02-28', '1 d', '2024-02-29'],
    ['2100-02-28', '1 d', '2100-03-01'],
    ['2026-12-31', '2 weeks', '2027-01-14'],
    ['2026-03-02', '36 h', '2026-03-04'],
    ['2026-01-31', '1 months', '2026-02-28'],
    ['2024-01-31', '1 months', '2024-02-29'],
    ['2024-02-29', '1 y', '2025-02-28'],
    ['2026-10-15', '6 months', '2027-04-15'],
    ['2026-03-06', '1 wd', '2026-03-09'],
    ['2026-03-07', '5 wd', '2026-03-13'],
    ['2026-03-02', '12 wd', '2026-03-18'],
  ])('%s and %s is %s', (from, life, last) => {
    expect(lastDayOf(from, life)).toBe(last);
  });

  it('is not known for what is no day or no time', () => {
    expect(lastDayOf('2026-02-30', '90 d')).toBeUndefined();
    expect(lastDayOf('2026-03-02', 'soon')).toBeUndefined();
  });

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 4000 }),
        (from, days) => lastDayOf(text(from), `${days} d`) === text(from + days),
      ),
    );
  });

  it('counts working days as somebody who walks through them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
        let at = from;
        for (let left = days; left > 0;) {
          at += 1;
          if (weekday(text(at)) % 6 !== 0) left -= 1;
        }
        return lastDayOf(text(from), `${days} wd`) === text(at);
      }),
    );
  });
});
