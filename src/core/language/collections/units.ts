import { optional, part, quantity, required, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const unitsEntry = part('units', {
  ...commonAttributes,
  dimension: required(text(), 'What it measures: length, mass, count.'),
  equals: optional(quantity(), 'What one of it is in a known unit.'),
});
