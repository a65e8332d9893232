import { optional, part, reference, required, set, text, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const crosswalksEntry = part('crosswalks', {
  ...commonAttributes,
  object: required(reference('objects'), 'Data object whose keys are joined.'),
  sides: required(set(reference('systems')), 'Systems whose keys stand in the table.'),
  cardinality: optional(
    words('one-to-one', 'many-to-one', 'one-to-many', 'many-to-many'),
    'How many entries of the first side belong to how many of the others.',
  ),
  match: optional(
    words('exact', 'normalised', 'partial'),
    'How a key is looked up: letter by letter, after normalising both, or by a part of it.',
  ),
  precedence: optional(text(), 'Which entry wins where several match.'),
  unknown: optional(words('reject', 'quarantine', 'pass'), 'What happens to a message whose key is not in the table.'),
  keptIn: optional(reference('systems'), 'System in which the table is maintained.'),
});
