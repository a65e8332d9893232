import {
  AMOUNT_PATTERN,
  DATE_PATTERN,
  DURATION_UNITS,
  ID_PATTERN,
  NUMBER_PATTERN,
  REFERENCE_PATTERN,
  UNIT_AFTER_AMOUNT,
  whole,
} from './patterns.ts';
import type { Attribute, MapShape, MeasureShape, PartShape, Shape } from './shape.ts';

export type SchemaObject = { readonly [keyword: string]: unknown };

/** Parts of the schema that are referred to by name. */
export type SchemaDefinitions = Map<string, SchemaObject>;

const pattern = (source: string): string => whole(source).source;

/** What every attribute refers to. */
export const SHARED_DEFINITIONS: SchemaDefinitions = new Map<string, SchemaObject>([
  ['text', { type: 'string', minLength: 1 }],
  [
    'id',
    {
      type: 'string',
      pattern: pattern(ID_PATTERN),
      description: 'A short code: a letter or digit, then letters, digits and _ - ( ) / #; no dot, no blank.',
    },
  ],
  [
    'name',
    {
      type: 'string',
      pattern: pattern(REFERENCE_PATTERN),
      description:
        'The id of an element; a dot reaches into it (NCR.T03), and objects:lot says which collection is meant.',
    },
  ],
  ['scalar', { type: ['string', 'number', 'boolean'], description: 'A single value, kept as it is written.' }],
  [
    'number',
    {
      anyOf: [{ type: 'number' }, { type: 'string', pattern: pattern(NUMBER_PATTERN) }],
      description: 'An exact number: a decimal, or a fraction such as 5/9.',
    },
  ],
  [
    'duration',
    {
      type: 'string',
      pattern: pattern(`(?:${AMOUNT_PATTERN}) ?(?:${DURATION_UNITS.join('|')})`),
      description: `A time with its unit: ${DURATION_UNITS.join(', ')} (wd = working days).`,
      examples: ['60 s', '15 min', '2 wd'],
    },
  ],
  [
    'percent',
    {
      type: 'string',
      pattern: pattern(`(?:${NUMBER_PATTERN}) ?%`),
      description: 'A percentage.',
      examples: ['99.5 %'],
    },
  ],
  [
    'quantity',
    {
      type: 'string',
      pattern: pattern(`(?:${NUMBER_PATTERN})${UNIT_AFTER_AMOUNT}`),
      description: 'An amount with its unit.',
      examples: ['120 EA', '0.3 kg/EA'],
    },
  ],
  [
    'date',
    {
      type: 'string',
      pattern: pattern(DATE_PATTERN),
      format: 'date',
      description: 'A day of the calendar.',
      examples: ['2026-03-02'],
    },
  ],
  [
    'content',
    {
      description: 'Structured content.',
      anyOf: [
        { type: ['string', 'number', 'boolean'] },
        { type: 'array', items: { $ref: '#/$defs/content' } },
        { type: 'object', propertyNames: { minLength: 1 }, additionalProperties: { $ref: '#/$defs/content' } },
      ],
    },
  ],
  [
    'notApplicable',
    {
      title: 'Not applicable',
      description:
        'The value does not apply here. It is printed as N/A with this reason, and nobody asks for it again.',
      type: 'object',
      properties: {
        notApplicable: { title: 'Not applicable', description: 'Why it does not apply.', $ref: '#/$defs/text' },
      },
      required: ['notApplicable'],
      additionalProperties: false,
    },
  ],
]);

const ref = (name: string): SchemaObject => ({ $ref: `#/$defs/${name}` });

/** The schema of a value of this shape; parts are added to `definitions` and referred to. */
export function valueSchema(shape: Shape, definitions: SchemaDefinitions): SchemaObject {
  const forms = formsOf(shape, definitions);
  const [only] = forms;
  return only !== undefined && forms.length === 1 ? only : { anyOf: forms };
}

/** Every form in which a value of this shape may be written: shorthands, one value for a list of one, a list for a map. */
function formsOf(shape: Shape, definitions: SchemaDefinitions): readonly SchemaObject[] {
  switch (shape.kind) {
    case 'text':
    case 'id':
    case 'scalar':
    case 'number':
    case 'date':
      return [ref(shape.kind)];
    case 'words':
      return [{ enum: shape.words }];
    case 'boolean':
      return [{ type: 'boolean' }];
    case 'integer':
      return [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }];
    case 'measure':
      return [ref(shape.of satisfies MeasureShape['of'])];
    case 'reference':
      return shape.words.length === 0 ? [ref('name')] : [{ enum: shape.words }, ref('name')];
    case 'list': {
      const item = valueSchema(shape.of, definitions);
      return unique([...formsOf(shape.of, definitions), { type: 'array', items: item }]);
    }
    case 'map':
      return mapForms(shape, definitions);
    case 'part':
      return partForms(shape, definitions);
    case 'choice':
      return unique(shape.of.flatMap((alternative) => formsOf(alternative, definitions)));
    case 'condition':
      return [ref('condition')];
    case 'any':
      return [ref('content')];
  }
}

function mapForms(shape: MapShape, definitions: SchemaDefinitions): readonly SchemaObject[] {
  const names =
    shape.keys.kind === 'id'
      ? { pattern: pattern(ID_PATTERN) }
      : shape.keys.kind === 'reference'
        ? { pattern: pattern(REFERENCE_PATTERN) }
        : { minLength: 1, not: { const: 'notApplicable' } };
  const map = { type: 'object', propertyNames: names, additionalProperties: valueSchema(shape.of, definitions) };
  return shape.listed ? [map, { type: 'array', items: ref('id') }, ref('id')] : [map];
}

function partForms(shape: PartShape, definitions: SchemaDefinitions): readonly SchemaObject[] {
  const name = shape.name.replaceAll(' ', '-');
  if (!definitions.has(name)) {
    // The place is taken before it is filled, so that a part may hold itself.
    definitions.set(name, {});
    definitions.set(name, partSchema(shape, definitions));
  }
  const attribute = shape.shorthand === undefined ? undefined : shape.attributes[shape.shorthand];
  return attribute === undefined ? [ref(name)] : unique([ref(name), ...formsOf(attribute.shape, definitions)]);
}

/** The schema of a part's mapping, without the bare values that may stand for it. */
export function partSchema(shape: PartShape, definitions: SchemaDefinitions): SchemaObject {
  const attributes = Object.entries(shape.attributes);
  const required = attributes
    .filter(([, attribute]) => attribute.required || attribute.declared === true)
    .map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      attributes.map(([name, attribute]) => [name, attributeSchema(name, attribute, definitions)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    patternProperties: { '^x-.': { description: 'A key of your own: it is kept, compared and printed.' } },
    additionalProperties: false,
  };
}

function attributeSchema(name: string, attribute: Attribute, definitions: SchemaDefinitions): SchemaObject {
  const forms = attribute.required
    ? formsOf(attribute.shape, definitions)
    : [...formsOf(attribute.shape, definitions), ref('notApplicable')];
  const [only] = forms;
  const description =
    attribute.default === undefined ? attribute.description : `${attribute.description} Default: ${attribute.default}.`;
  const fallback = literalDefault(attribute);
  return {
    title: titleOf(name),
    description,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(only !== undefined && forms.length === 1 ? only : { anyOf: forms }),
  };
}

/** The default as a value, where it is one and not an explanation. */
function literalDefault({ shape, default: fallback }: Attribute): string | number | boolean | undefined {
  if (fallback === undefined) return undefined;
  if (shape.kind === 'words') return shape.words.includes(fallback) ? fallback : undefined;
  if (shape.kind === 'boolean') return fallback === 'true' ? true : fallback === 'false' ? false : undefined;
  return shape.kind === 'integer' && /^\d+$/.test(fallback) ? Number(fallback) : undefined;
}

/** `alarmAfter` → `Alarm after`. */
function titleOf(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function unique(forms: readonly SchemaObject[]): readonly SchemaObject[] {
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}
