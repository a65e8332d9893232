import {
  boolean,
  choice,
  condition,
  duration,
  integer,
  map,
  number,
  optional,
  part,
  quantity,
  reference,
  referenceMap,
  required,
  scalar,
  sequence,
  set,
  shortPart,
  text,
  words,
} from '../shape.ts';
import { commonAttributes } from './common.ts';
import { fieldReference, fieldType, owners, pattern, transform, when } from './shared.ts';

export const objectOf = part('objects.of', {
  by: optional(text(), 'Field that holds the reference to it.'),
  many: optional(
    boolean(),
    'One record may belong to several; what is split off from one of them then belongs to it, too.',
    'false',
  ),
});

export const objectKey = shortPart('objects.key', 'fields', {
  fields: required(sequence(text()), 'Components of the key, in the names of that system; a bare list will do.'),
  length: optional(integer(), 'Total length in characters.'),
  format: optional(text(), 'Structure of the identifier as it is issued.'),
  normalise: optional(sequence(transform), 'What is done to a key before it is compared: padding, case, blanks.'),
  uniqueIn: optional(text(), 'Where it occurs only once: enterprise, site, line, year.'),
  issuedBy: optional(reference('systems'), 'System that hands out the number.'),
  freeText: optional(boolean(), 'A name that people type, not a code.'),
  reusable: optional(boolean(), 'A number may return once its record is gone.'),
});

export const objectField = part('objects.field', {
  ...commonAttributes,
  type: optional(fieldType, 'Kind of value.'),
  length: optional(integer(), 'Longest value, in characters.'),
  digits: optional(integer(), 'Significant digits.'),
  decimals: optional(integer(), 'Digits after the decimal point.'),
  unit: optional(choice(fieldReference, text()), 'Unit of the value, or the field that holds it.'),
  basis: optional(text(), 'What a quantity refers to: as is, dry, gross, per piece.'),
  zone: optional(text(), 'Zone of a time: a zone name, local, or none.'),
  resolution: optional(duration(), 'Finest time that is kept.'),
  codes: optional(reference('codes'), 'Code list from which the value comes.'),
  pattern: optional(pattern, 'Regular expression that the value must match.'),
  min: optional(choice(quantity(), number()), 'Lowest value.'),
  max: optional(choice(quantity(), number()), 'Highest value.'),
  many: optional(boolean(), 'Several values may stand in it.', 'false'),
  required: optional(choice(boolean(), when), 'Must be filled: always, or in some cases.'),
  default: optional(scalar(), 'Value that is taken when none is entered.'),
  critical: optional(
    boolean(),
    'Identity, quantity, unit, status, verdict, signature or time on which product, patient or record depends.',
  ),
  definition: optional(text(), 'Normative meaning of the field.'),
  derivation: optional(text(), 'Formula in words; what it reads stands in uses.'),
  normalise: optional(sequence(transform), 'What is done to the value on entry: case, blanks, padding.'),
  uses: optional(set(reference('element')), 'Sets, maps, conversions and fields that it depends on.'),
  capture: optional(words('manual', 'scanned', 'equipment', 'system'), 'How the value comes to be.'),
  systemOfRecord: optional(
    choice(referenceMap(condition(), 'systems'), reference('systems')),
    'System that owns this field, or system and the condition under which it does.',
    "the object's",
  ),
  path: optional(text(), 'Physical name in the system of record.', 'its id'),
});

export const objectAuditTrail = part('objects.auditTrail', {
  fields: required(
    choice(words('all', 'critical'), set(reference('own fields'))),
    'Fields whose changes are recorded.',
  ),
  actions: optional(set(text()), 'Acts that are recorded.', '[create, modify, delete]'),
  captures: optional(set(text()), 'Facts that are recorded of each act; why = the reason.', '[who, when, old, new]'),
  review: optional(text(), 'Who reviews the audit trail, how often, and before which decision.'),
});

export const objectRetention = part('objects.retention', {
  period: required(duration(), 'How long records are kept.'),
  from: optional(text(), 'What starts the period.'),
  archive: optional(text(), 'Where records go after their active life.'),
});

export const objectRecord = part('objects.record', {
  regulated: optional(boolean(), 'A rule asks for this record.'),
  predicateRule: optional(set(text()), 'Ids of the clauses that ask for it.'),
  medium: optional(words('electronic', 'paper', 'hybrid'), 'Where the original lives.'),
  auditTrail: optional(
    choice(words('none'), objectAuditTrail),
    'What is kept of each change; none = there is no audit trail.',
  ),
  retention: optional(objectRetention, 'How long its records are kept.'),
  erasable: optional(boolean(), 'Records can be deleted or overwritten.'),
  versions: optional(boolean(), 'Earlier versions stay readable.'),
  export: optional(text(), 'In which form a complete readable copy is made.'),
});

export const objectsEntry = part('objects', {
  ...commonAttributes,
  fields: optional(map(objectField), 'Data of the object by field id.'),
  of: optional(
    choice(referenceMap(objectOf, 'objects'), reference('objects')),
    'Object to which each record belongs (an NCR is of a lot); {lot: {by: FIELD, many: true}} says how.',
  ),
  material: optional(boolean(), 'A thing that is used, shipped or scrapped, not only information.'),
  systemOfRecord: optional(
    choice(referenceMap(condition(), 'systems'), reference('systems')),
    'System that owns the object; or system and the condition under which it does, where ownership is handed over.',
  ),
  copies: optional(
    referenceMap(words('read-only', 'editable'), 'systems'),
    'Systems that hold a copy, and whether people may edit it there.',
  ),
  writers: optional(set(reference('systems')), 'Systems that may write beside the owner.'),
  keys: optional(referenceMap(objectKey, 'systems'), 'How each system names a record.'),
  crosswalk: optional(reference('crosswalks'), 'Table that joins these keys.'),
  revisioned: optional(boolean(), 'The revision is part of its identity.'),
  critical: optional(boolean(), 'Product, patient or record depends on it.'),
  record: optional(objectRecord, 'What is promised about its records: audit trail, retention, copies.'),
  owners: optional(owners, 'Who answers for its data.'),
});
