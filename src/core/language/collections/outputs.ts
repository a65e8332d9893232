import {
  boolean,
  choice,
  condition,
  duration,
  map,
  optional,
  part,
  reference,
  required,
  sequence,
  set,
  text,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';
import { when } from './shared.ts';

export const outputItem = part('outputs.item', {
  ...commonAttributes,
  from: optional(sequence(text()), 'Where the item comes from: object.field, or a lifecycle (its status).'),
  required: optional(choice(boolean(), when), 'Must be shown: always, or in some cases.'),
  derivation: optional(text(), 'Calculation in words; what it reads stands in uses.'),
  uses: optional(set(reference('element')), 'Elements that the calculation depends on.'),
});

export const outputIssue = part('outputs.issue', {
  when: required(condition(), 'Condition under which it may be issued.'),
  by: optional(set(reference('roles')), 'Roles that issue it.'),
});

export const outputsEntry = part('outputs', {
  ...commonAttributes,
  kind: optional(
    words('record', 'certificate'),
    'A record of what was done, or a certificate for somebody else.',
    'record',
  ),
  content: optional(map(outputItem), 'Items that it shows, by id.'),
  approvals: optional(set(reference('transitions')), 'Steps by which it is approved.'),
  issue: optional(outputIssue, 'When and by whom it may be issued.'),
  assembledIn: optional(reference('systems'), 'System in which the parts come together.'),
  retention: optional(duration(), 'How long it is kept.'),
  template: optional(reference('documents'), 'Document that defines its layout.'),
});
