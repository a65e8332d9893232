import {
  choice,
  integer,
  number,
  optional,
  part,
  reference,
  referenceMap,
  required,
  set,
  text,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';

export const conversionFactor = part('conversions.factor', {
  multiplyBy: optional(reference('fields'), 'Field whose value is the factor (density, pieces per kilogram).'),
  divideBy: optional(reference('fields'), 'Field by whose value the amount is divided (mass of one piece).'),
});

export const conversionExample = part('conversions.example', {
  in: required(number(), 'Value before the conversion, in the unit from.'),
  out: required(number(), 'Value after it, in the unit to, rounded as declared.'),
  with: optional(referenceMap(number(), 'fields'), 'Values of the fields that the conversion reads.'),
});

export const conversionsEntry = part('conversions', {
  ...commonAttributes,
  from: required(text(), 'Unit of the value that comes in.'),
  to: required(text(), 'Unit of the value that goes out.'),
  factor: required(
    choice(conversionFactor, number()),
    'By what the value is multiplied: an exact decimal, a fraction such as 5/9, or a field to multiply or divide by.',
  ),
  offset: optional(number(), 'Amount that is added after the factor (temperatures).', '0'),
  decimals: optional(integer(), 'Digits kept after the decimal point.'),
  digits: optional(integer(), 'Significant digits kept, in place of decimals.'),
  rounding: optional(
    words('half-up', 'half-even', 'up', 'down', 'none'),
    'How the last digit is found: half up, half to even, away from or towards zero, or not at all.',
  ),
  point: optional(words('each', 'total'), 'Whether each value is rounded, or only their total.', 'each'),
  compare: optional(
    words('absolute', 'rounded'),
    'Whether a limit is compared with the exact value (absolute) or with the rounded one.',
  ),
  examples: optional(
    set(conversionExample),
    'Worked values that the implementation must reproduce; test cases are made of them.',
  ),
  deployedIn: optional(set(reference('systems')), 'Systems in which the conversion is configured.'),
});
