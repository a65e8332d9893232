import { date, duration, optional, part, percent, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const measuresEntry = part('measures', {
  ...commonAttributes,
  what: required(text(), 'What is counted: data quality, or stability.'),
  covers: optional(set(reference('element')), 'Elements that depend on it.'),
  limit: required(percent(), 'Lowest acceptable value.'),
  measured: optional(percent(), 'Value of the last measurement.'),
  measuredOn: optional(date(), 'Day of the last measurement.'),
  maxAge: optional(duration(), 'How old a measurement may be.'),
  gate: optional(reference('phases'), 'Phase that waits until the limit is met.', 'PQ'),
});
