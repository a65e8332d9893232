import type { Vector } from './vector.ts';

const TIMES: Readonly<Record<'date' | 'time' | 'timestamp', readonly string[]>> = {
  // The leap day, the turn of a year, and days on which clocks change in Europe and North America.
  date: ['2026-06-15', '2024-02-29', '1999-12-31', '2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'],
  time: ['12:00:00', '00:00:00', '02:30:00', '23:59:59'],
  timestamp: [
    '2026-06-15T12:00:00Z',
    '2024-02-29T23:59:59Z',
    '1999-12-31T23:59:59Z',
    '2026-01-01T00:00:00Z',
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-03-08T07:00:00Z',
    '2026-11-01T05:30:00Z',
    '2026-11-01T06:30:00Z',
  ],
};

/** Times and days at which something may go wrong. */
export function timeVectors(type: 'date' | 'time' | 'timestamp'): readonly Vector[] {
  return TIMES[type].map((text) => ({ label: text, base: text, head: text }));
}
