import { condition, optional, part, reference, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const reportsEntry = part('reports', {
  ...commonAttributes,
  inputs: optional(set(text()), 'What it reads: object.field, lifecycles, interfaces.'),
  filter: optional(condition(), 'What it counts or lists.'),
  formula: optional(text(), 'Calculation in words.'),
  uses: optional(set(reference('element')), 'Sets, maps and conversions on which it relies.'),
  decision: optional(text(), 'What people decide with it.'),
  system: optional(reference('systems'), 'System in which it runs.'),
});
