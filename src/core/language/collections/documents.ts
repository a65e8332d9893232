import { date, optional, part, reference, set, text, words } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { approval } from './shared.ts';

export const documentsEntry = part('documents', {
  ...commonAttributes,
  kind: optional(words('procedure', 'form', 'supplier', 'training', 'specification', 'other'), 'Kind of document.'),
  number: optional(text(), 'Document number as it is printed on the document.', 'its id'),
  revision: optional(text(), 'Revision in force.'),
  effective: optional(date(), 'Day from which that revision is in force.'),
  covers: optional(
    set(reference('element')),
    'Elements that it controls; for evidence of a supplier, those that it demonstrates.',
  ),
  reviewed: optional(set(approval), 'Who reviewed the evidence of the supplier, and when.'),
});
