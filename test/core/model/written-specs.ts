import fc from 'fast-check';
import { COLLECTION_NAMES, COLLECTIONS } from '../../../src/core/language/collections.ts';
import type { CollectionDefinition } from '../../../src/core/language/collections.ts';
import type { CollectionName, PartShape, Shape } from '../../../src/core/language/shape.ts';

/** A value as somebody means it: a text, which may be written in any quotes, or a scalar that must stand as it is. */
export type Written = { readonly text: string } | { readonly raw: string } | readonly Written[] | WrittenMap;
export type WrittenMap = ReadonlyMap<string, Written>;

/** Collections with their entries. */
export type WrittenSpec = ReadonlyMap<CollectionName, WrittenMap>;

const text = (value: string): Written => ({ text: value });
const raw = (value: string): Written => ({ raw: value });

const localId = fc.stringMatching(/^[A-Z][A-Za-z0-9_-]{0,6}$/);
const elementName = fc.tuple(localId, fc.option(localId)).map(([id, part]) => (part === null ? id : `${id}.${part}`));
const freeText = fc.oneof(
  fc.constantFrom(
    'NO',
    '012',
    '1e3',
    '~',
    'null',
    'on',
    '2024-01-05',
    'Held: no',
    '# one',
    '"quoted"',
    "it's",
    ' blank ',
    'two\nlines',
    '<<',
    '[a]',
    '&a',
    '*a',
    '@x',
    '-',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value)),
  fc.lorem({ maxCount: 4 }),
);
const amount = fc.oneof(
  fc.nat(9999).map(String),
  fc.tuple(fc.nat(999), fc.nat(99)).map(([a, b]) => `${a}.${b}`),
);
const date = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-'));

const state = (name: string): WrittenMap => new Map([['LOT', text(name)]]);
const conditions: fc.Arbitrary<Written> = fc.constantFrom<Written>(
  state('Held'),
  new Map<string, Written>([
    ['none', text('ncr')],
    ['NCR', new Map([['class', text('open')]])],
  ]),
  new Map<string, Written>([['all', [state('Held'), new Map<string, Written>([['fact', text('it is checked')]])]]]),
  new Map<string, Written>([
    ['field', text('ncr.qty')],
    ['above', text('0 EA')],
  ]),
  new Map<string, Written>([
    ['if', state('Held')],
    ['then', new Map<string, Written>([['settled', text('IF-1')]])],
  ]),
);

/** Every value of a shape that the language takes, with its shorthands. */
export function writtenValue(shape: Shape): fc.Arbitrary<Written> {
  switch (shape.kind) {
    case 'text':
      return freeText.map(text);
    case 'id':
      return localId.map(text);
    case 'words':
      return fc.constantFrom(...shape.words).map(text);
    case 'boolean':
      return fc.boolean().map((value) => raw(String(value)));
    case 'integer':
      return fc.integer().map((value) => raw(String(value)));
    case 'number':
      return fc.oneof(
        amount.map(raw),
        amount.map((value) => raw(`-${value}`)),
        amount.map(text),
        fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 99 })).map(([a, b]) => text(`${a}/${b}`)),
      );
    case 'measure': {
      const units =
        shape.of === 'duration'
          ? ['s', 'min', 'wd', 'months']
          : shape.of === 'percent'
            ? ['%']
            : ['EA', 'kg/EA', '°C', 'mm'];
      return fc
        .tuple(amount, fc.constantFrom('', ' '), fc.constantFrom(...units))
        .map(([value, blank, unit]) => text(`${value}${blank}${unit}`));
    }
    case 'date':
      return date.chain((day) => fc.constantFrom<Written>(text(day), raw(day)));
    case 'scalar':
      return fc.oneof(
        freeText.map(text),
        fc.integer().map((value) => raw(String(value))),
        fc.boolean().map((value) => raw(String(value))),
        fc.constantFrom('0.5', '-12.25').map(raw),
      );
    case 'reference':
      return shape.words.length === 0
        ? elementName.map(text)
        : fc.oneof(elementName.map(text), fc.constantFrom(...shape.words).map(text));
    case 'list':
      return fc.oneof(writtenValue(shape.of), fc.array(writtenValue(shape.of), { maxLength: 3 }));
    case 'map': {
      const names = shape.keys.kind === 'text' ? freeText : shape.keys.kind === 'reference' ? elementName : localId;
      return entries(names, writtenValue(shape.of));
    }
    case 'part':
      return writtenPart(shape);
    case 'choice':
      return fc.oneof(...shape.of.map(writtenValue));
    case 'condition':
      return conditions;
    case 'any':
      return fc.oneof(
        localId.map(text),
        fc.nat(99).map((value) => raw(String(value))),
        entries(localId, fc.oneof(localId.map(text), fc.array(localId.map(text), { maxLength: 2 }))),
      );
  }
}

function entries(names: fc.Arbitrary<string>, values: fc.Arbitrary<Written>): fc.Arbitrary<WrittenMap> {
  return fc
    .uniqueArray(fc.tuple(names, values), { selector: ([name]) => name.toLowerCase(), maxLength: 3 })
    .map((pairs) => new Map(pairs));
}

/** A group of attributes; with its shorthand, if it has one. */
function writtenPart(shape: PartShape): fc.Arbitrary<Written> {
  const full = writtenAttributes(shape);
  const attribute = shape.shorthand === undefined ? undefined : shape.attributes[shape.shorthand];
  return attribute === undefined
    ? full
    : fc.oneof(
        full,
        writtenValue(attribute.shape).filter((value) => !(value instanceof Map)),
      );
}

function writtenAttributes(shape: PartShape): fc.Arbitrary<WrittenMap> {
  // Former ids are claims about other revisions, which have tests of their own.
  const attributes = Object.entries(shape.attributes)
    .filter(([name]) => name !== 'formerIds')
    .map(([name, { shape: of, required, declared }]) => {
      const value = writtenValue(of);
      const reason: fc.Arbitrary<Written> = freeText.map((why) => new Map([['notApplicable', text(why)]]));
      const given = required ? value : fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: reason });
      const wanted = required || declared === true;
      // Most attributes are absent, as they are in real specs.
      const sparse = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: given });
      return (wanted ? given : sparse).map((one) => [name, one] as const);
    });
  return fc
    .tuple(...attributes)
    .map((pairs) => new Map(pairs.filter((pair): pair is readonly [string, Written] => pair[1] !== undefined)));
}

/** One to three collections with a few entries each, valid in every respect but that names mean nothing. */
export const writtenSpec: fc.Arbitrary<WrittenSpec> = fc
  .subarray([...COLLECTION_NAMES], { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc
      .tuple(...names.map((name) => collection(name).map((content) => [name, content] as const)))
      .map((pairs) => new Map(pairs)),
  );

function collection(name: CollectionName): fc.Arbitrary<WrittenMap> {
  const definition: CollectionDefinition = COLLECTIONS[name];
  return entries(localId, writtenAttributes(definition.shape)).map(
    (content) => new Map([...content].map(([id, entry]) => [`E-${id}`, separateParts(definition, entry)])),
  );
}

/** Gives the parts of an entry names of their own: they share one namespace. */
function separateParts(definition: CollectionDefinition, entry: Written): Written {
  if (!(entry instanceof Map)) return entry;
  const result = new Map<string, Written>(entry as WrittenMap);
  definition.parts.forEach(({ attribute }, index) => {
    const parts = result.get(attribute);
    if (parts instanceof Map && !parts.has('notApplicable'))
      result.set(attribute, new Map([...(parts as WrittenMap)].map(([id, part]) => [`P${index}-${id}`, part])));
    // Kinds of message may be a list of names.
    else if (Array.isArray(parts)) result.delete(attribute);
    else if (parts !== undefined && !(parts instanceof Map)) result.delete(attribute);
  });
  return result;
}
