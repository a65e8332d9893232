import { boolean, choice, optional, part, reference, required, set, text } from '../shape.ts';
import { commonAttributes } from './common.ts';
import { cardinality, when } from './shared.ts';

export const evidenceLinksEntry = part('evidenceLinks', {
  ...commonAttributes,
  from: required(reference('objects', 'lifecycles'), 'Record from which the link is followed.'),
  to: required(reference('objects', 'lifecycles'), 'Record at which it must arrive.'),
  via: optional(reference('interfaces'), 'Interface that carries the link between systems.'),
  key: optional(set(text()), 'Mapped fields that carry the reference.'),
  cardinality: optional(cardinality, 'How many records of one side belong to how many of the other.'),
  required: optional(choice(boolean(), when), 'Whether every record must have the link, or in which cases.'),
});
