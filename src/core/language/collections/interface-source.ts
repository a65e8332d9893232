import { boolean, choice, duration, integer, optional, part, reference, text } from '../shape.ts';
import { fieldReference, fieldType } from './shared.ts';

/** The sender's end of a mapped field, where it differs from what arrives. */
export const interfaceSource = part('interfaces.source', {
  type: optional(fieldType, 'Kind of value at the sender.'),
  length: optional(integer(), 'Longest value at the sender.'),
  digits: optional(integer(), 'Significant digits at the sender.'),
  decimals: optional(integer(), 'Digits after the point at the sender.'),
  unit: optional(choice(fieldReference, text()), 'Unit at the sender.'),
  zone: optional(text(), 'Zone of a time at the sender.'),
  resolution: optional(duration(), 'Finest time kept at the sender.'),
  codes: optional(reference('codes'), 'Code list of the sender.'),
  many: optional(boolean(), 'Repeats at the sender.', 'false'),
  required: optional(boolean(), 'The sender always fills it.'),
});
