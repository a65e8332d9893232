import { COMPARISONS, QUANTIFIERS } from './condition.ts';
import { lifecycleState } from './collections/lifecycles.ts';
import { ID_PATTERN, whole } from './patterns.ts';
import type { SchemaObject } from './shape-schema.ts';

const ref = (name: string): SchemaObject => ({ $ref: `#/$defs/${name}` });
const several = (of: SchemaObject): SchemaObject => ({ anyOf: [of, { type: 'array', minItems: 1, items: of }] });

const LIMIT: SchemaObject = { anyOf: [ref('quantity'), ref('number'), ref('date'), ref('fieldOperand')] };

/** The words of a condition, each with the value it takes and what it means. */
const WORDS: Readonly<Record<string, SchemaObject>> = {
  some: {
    description:
      'The rest of this mapping holds for at least one record of this object that belongs to this one, or to which this one belongs.',
    ...ref('name'),
  },
  every: {
    description: 'The rest of this mapping holds for each record of this object; true if there is none.',
    ...ref('name'),
  },
  none: { description: 'The rest of this mapping holds for not one record of this object.', ...ref('name') },
  copy: {
    description: 'The rest is read from what this interface last brought, not from the owner as it is now.',
    ...ref('name'),
  },
  query: {
    description: 'The rest is asked of the owner at this moment over this request-reply interface.',
    ...ref('name'),
  },
  message: {
    description: 'The rest is read from the message that starts the step; for a mapped field: the kinds of message.',
    ...several(ref('name')),
  },
  maxAge: { description: 'With copy: what is older than this does not count.', ...ref('duration') },
  settled: { description: 'No message of this interface is on its way for this record.', ...several(ref('name')) },
  field: {
    description: 'The field that is compared, OBJECT.FIELD; beside copy, query or message a field of that interface.',
    ...ref('name'),
  },
  equals: {
    description: 'The field has this value, or that of another field.',
    anyOf: [ref('scalar'), ref('fieldOperand')],
  },
  in: { description: 'The field has one of these values.', ...several(ref('scalar')) },
  above: { description: 'The field is greater than this.', ...LIMIT },
  atLeast: { description: 'The field is not smaller than this.', ...LIMIT },
  below: { description: 'The field is smaller than this.', ...LIMIT },
  atMost: { description: 'The field is not greater than this.', ...LIMIT },
  filled: { description: 'The field has a value, or has none.', type: 'boolean' },
  fact: { description: 'Something that only people or tests can tell, in words.', ...ref('text') },
  per: { description: 'The procedure under which the fact is checked.', ...ref('name') },
  all: { description: 'Each of these conditions holds.', ...several(ref('condition')) },
  any: { description: 'At least one of these conditions holds.', ...several(ref('condition')) },
  not: { description: 'This condition does not hold.', ...ref('condition') },
  if: { description: 'Where this holds, "then" must hold, too.', ...ref('condition') },
  then: { description: 'What must hold where "if" holds.', ...ref('condition') },
};

/** The schema of conditions as far as a schema can tell: which names a key may be is for the loader to say. */
export function conditionDefinitions(): readonly (readonly [string, SchemaObject])[] {
  const classes = lifecycleState.attributes.class.shape.words;
  const object = (name: string, value: SchemaObject): SchemaObject => ({
    type: 'object',
    properties: { [name]: value },
    required: [name],
    additionalProperties: false,
  });
  return [
    [
      'fieldOperand',
      object('field', {
        title: 'Field',
        description: 'The value of that field instead of a fixed one.',
        ...ref('name'),
      }),
    ],
    [
      'states',
      {
        description: 'A state, several, absent (there is no such record), {class: …}, {in: SET} or {not: …}.',
        anyOf: [
          ref('name'),
          { type: 'array', minItems: 1, items: ref('name') },
          object('class', { description: 'Any state of these classes.', ...several({ enum: classes }) }),
          object('in', { description: 'Any state of this declared set: the list of the consumer.', ...ref('name') }),
          object('not', { description: 'The record exists and is in none of these.', ...ref('states') }),
        ],
      },
    ],
    [
      'condition',
      {
        title: 'Condition',
        description:
          'All entries must hold. A key is one of the words listed here, or the id of a lifecycle with the states that are meant.',
        type: 'object',
        minProperties: 1,
        properties: WORDS,
        propertyNames: { pattern: whole(ID_PATTERN).source },
        additionalProperties: ref('states'),
        dependentRequired: {
          per: ['fact'],
          then: ['if'],
          if: ['then'],
          maxAge: ['copy'],
          ...Object.fromEntries(COMPARISONS.map((word) => [word, ['field']])),
        },
        dependentSchemas: { field: { anyOf: COMPARISONS.map((word) => ({ required: [word] })) } },
        // One quantifier, one source of values, one comparison for each mapping.
        allOf: [[...QUANTIFIERS], ['copy', 'query', 'message'], [...COMPARISONS]].map((exclusive) => ({
          not: { anyOf: pairs(exclusive).map((pair) => ({ required: pair })) },
        })),
        examples: [
          { LOT: 'OnHold' },
          { none: 'ncr', NCR: { class: 'open' } },
          { field: 'ncr.disposition', in: ['USE_AS_IS', 'REPAIR'] },
        ],
      },
    ],
  ];
}

function pairs(words: readonly string[]): readonly (readonly string[])[] {
  return words.flatMap((first, index) => words.slice(index + 1).map((second) => [first, second]));
}
