import {
  any,
  condition,
  date,
  part,
  reference,
  required,
  optional,
  sequence,
  shortPart,
  text,
  words,
} from '../shape.ts';

/** Kinds of value, for fields of objects and mapped fields alike. */
export const fieldType = words(
  'string',
  'text',
  'code',
  'integer',
  'decimal',
  'boolean',
  'date',
  'time',
  'timestamp',
  'duration',
  'reference',
  'file',
);

/** Whose view a department or a requirement brings. */
export const departmentFunction = words(
  'operations',
  'quality',
  'it',
  'engineering',
  'laboratory',
  'supply',
  'external',
);

export const cardinality = words('one-to-one', 'many-to-one', 'one-to-many', 'many-to-many');

/** Cases in which something is required. */
export const when = part('when', { when: required(condition(), 'The cases in which it holds.') });

/** The value of a field instead of a fixed one. */
export const fieldReference = part('field reference', {
  field: required(reference('fields', 'mappings'), 'Field whose value is taken.'),
});

export const owners = part('owners', {
  operations: optional(reference('departments', 'roles'), 'Process owner.'),
  quality: optional(reference('departments', 'roles'), 'Quality owner.'),
  it: optional(reference('departments', 'roles'), 'System owner.'),
});

export const pattern = shortPart('pattern', 'regex', {
  regex: required(text(), 'Regular expression for the whole value.'),
  dialect: optional(
    words('ecma-262', 'xsd', 'xpath', 'pcre', 'java'),
    'Syntax of the expression; a bare text leaves it undeclared.',
  ),
});

export const reason = part('reason', {
  reason: required(text(), 'Why it is acceptable.'),
});

export const approval = part('approval', {
  function: required(text(), 'Function for which the person decided: OPS, QA, IT.'),
  name: required(text(), 'Name of the person.'),
  date: required(date(), 'Day of the decision.'),
  ref: optional(text(), 'Where the signature is kept.'),
});

export const transform = part('transform', {
  trim: optional(words('both', 'left', 'right'), 'Takes blanks off.'),
  case: optional(words('upper', 'lower'), 'Makes all letters large or small.'),
  padLeft: optional(any(), 'Fills up at the beginning: {with: "0", to: 18}.'),
  padRight: optional(any(), 'Fills up at the end: {with: " ", to: 18}.'),
  part: optional(any(), 'Takes a part of the text: {from: 1, length: 10}.'),
  replace: optional(any(), 'Replaces a text by another: {find: "-", with: ""}.'),
  prefix: optional(text(), 'Text that is put in front.'),
  suffix: optional(text(), 'Text that is put behind.'),
  join: optional(text(), 'Joins several sources with this between them.'),
  split: optional(any(), 'Takes one piece of a text: {on: "+", take: 1}.'),
  round: optional(any(), 'Rounds a number: {decimals: 2, mode: half-up}.'),
  toZone: optional(text(), 'Shifts a time to this zone.'),
  toDate: optional(text(), 'Drops the time of day, as seen in this zone.'),
  toText: optional(text(), 'Writes the value in this format.'),
  first: optional(sequence(text()), 'Takes the first of these sources that is not empty.'),
  aggregate: optional(words('sum', 'count', 'min', 'max', 'last', 'first', 'average'), 'Makes one value of many.'),
  lookup: optional(reference('element'), 'Table in which the value is looked up.'),
  now: optional(words('date', 'time', 'timestamp'), 'The moment of sending.'),
  custom: optional(text(), 'Anything else, in words; lossy then has to be said.'),
});
