import { choice, duration, number, optional, part, quantity, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const reconciliationsEntry = part('reconciliations', {
  ...commonAttributes,
  what: required(text(), 'What must agree.'),
  between: optional(set(reference('systems')), 'Systems whose data are compared.'),
  compares: optional(set(text()), 'Fields that are compared.'),
  every: optional(duration(), 'How often it runs.'),
  tolerance: optional(choice(quantity(), number(), text()), 'Difference that is accepted.', '0'),
  uses: optional(set(reference('element')), 'Maps and sets on which it relies; it cannot find their errors.'),
  polices: optional(set(reference('element')), 'Invariants and elements that it watches.'),
  onDifference: optional(
    choice(reference('documents'), text()),
    'What is done about a difference: a procedure, or words.',
  ),
});
