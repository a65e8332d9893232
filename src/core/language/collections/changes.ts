import { boolean, date, map, optional, part, reference, required, set, text, textMap } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { approval } from './shared.ts';

export const changeAnswer = part('changes.answer', {
  answer: required(text(), 'The answer to the assessment question.'),
  why: optional(text(), 'The reasoning behind the answer.'),
  by: optional(text(), 'Who answered.'),
  date: optional(date(), 'Day of the answer.'),
});

export const changesEntry = part('changes', {
  ...commonAttributes,
  reason: required(text(), 'Why the change is made.'),
  requester: optional(text(), 'Who asked for the change: a role, or a name.'),
  date: optional(date(), 'Day on which the change was requested.'),
  emergency: optional(boolean(), 'Made before it was approved, under the emergency procedure.', 'false'),
  approveBy: optional(date(), 'Last day on which an emergency change may be approved after the fact.'),
  window: optional(text(), 'When it is implemented, in words.'),
  from: optional(text(), 'Version or tag from which the change starts.'),
  touches: optional(
    set(reference('element')),
    'Elements that the change may alter; anything else that changed is a finding.',
  ),
  answers: optional(map(changeAnswer), 'Assessment questions by id, with their answers.'),
  inFlight: optional(
    textMap(text()),
    'State or field that goes or changes meaning, and what happens to the records that are in it.',
  ),
  impacts: optional(textMap(text()), 'Finding or element of the impact assessment, and how it was disposed of.'),
  rollback: optional(text(), 'The way back, and the point of no return.'),
  approved: optional(set(approval), 'Decisions of the board, each by reference to where it was signed.'),
});
