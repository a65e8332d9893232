import { optional, part, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const phasesEntry = part('phases', {
  ...commonAttributes,
  after: optional(set(reference('phases')), 'Phases that come before.'),
  live: required(set(reference('interfaces')), 'Interfaces that are in use.'),
  manual: optional(set(reference('documents')), 'Controlled forms and procedures that are still needed.'),
  entry: optional(set(text()), 'Criteria for beginning the phase.'),
  exit: optional(set(text()), 'Criteria for ending it.'),
  rollback: optional(text(), 'The way back, and the point of no return.'),
});
