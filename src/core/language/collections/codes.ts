import { boolean, map, optional, part, required, shortPart, text, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const codeValue = shortPart('codes.value', 'title', {
  ...commonAttributes,
  meaning: optional(text(), 'Normative meaning of the code, for people who enter or judge it.'),
  trait: optional(
    words('usable', 'blocking', 'neutral'),
    'What follows from it: what carries the code may be used, is blocked, or neither.',
  ),
  use: optional(words('active', 'deprecated'), 'A deprecated code is still read but no longer written.', 'active'),
});

export const codesEntry = part('codes', {
  ...commonAttributes,
  values: required(map(codeValue), 'Every code of the list with what it means; a bare text is its title.'),
  open: optional(
    boolean(),
    'The owner may add codes at any time, so that consumers must expect unknown ones.',
    'false',
  ),
  version: optional(text(), 'Edition of a list that somebody else publishes.'),
});
