import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { compareText } from '../../diagnostics/order.ts';
import { attributeEntries } from '../../language/attribute-entries.ts';
import type { AttributeEntry } from '../../language/attribute-entries.ts';
import type { Json } from '../../language/canonical.ts';
import { EXTENSION_PREFIX } from '../../language/patterns.ts';
import type { Attribute, PartShape } from '../../language/shape.ts';
import { quoted } from '../../source/plain-scalar.ts';
import { readExtension } from './plain-json.ts';
import { entryPlace, nameOf, sentenceNameOf } from './place.ts';
import type { Place } from './place.ts';
import { readText, reportNoValue } from './read-scalar.ts';
import type { Reading, ValueReader } from './reading.ts';

/** Words of the field that people try before they know the one of this language. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  guard: ['when'],
  condition: ['when'],
  effect: ['emits', 'does'],
  effects: ['emits', 'does'],
  message: ['emits', 'receives'],
  esig: ['sign'],
  signature: ['sign'],
  signatures: ['sign'],
  role: ['by'],
  roles: ['by'],
  actor: ['by'],
  permission: ['by'],
  was: ['formerIds'],
  name: ['title'],
  label: ['title'],
  entity: ['object'],
  steward: ['owner'],
  source: ['from'],
  target: ['to'],
  enum: ['codes'],
  maxLength: ['length'],
  precision: ['digits'],
  scale: ['decimals'],
  frequency: ['every'],
  interval: ['every'],
  timer: ['after'],
  mandatory: ['required'],
  comment: ['description'],
};

/** Words that a later version of the language will give a meaning to. */
export const RESERVED_ATTRIBUTES: Readonly<Record<string, string>> = {
  extends: 'Variants of an element are not part of this version of the language; write the element out.',
};

/** How a part is read that is more than an attribute group inside another one. */
export interface PartReading {
  /** What one is called, for messages: `transition`. */
  readonly noun?: string;
  /** Keys that are read elsewhere. */
  readonly elsewhere?: ReadonlySet<string>;
  /** Required attributes whose absence has been reported already. */
  readonly reported?: ReadonlySet<string>;
}

export function shorthandAttribute(shape: PartShape): Attribute {
  const attribute = shape.shorthand === undefined ? undefined : shape.attributes[shape.shorthand];
  if (attribute === undefined) throw new Error(`The part ${shape.name} has no attribute for its shorthand.`);
  return attribute;
}

/** Reads a part into its canonical attributes; undefined when one that it cannot be without is missing or wrong. */
export function readPart(
  shape: PartShape,
  place: Place,
  reading: Reading,
  readValue: ValueReader,
  how: PartReading = {},
): Readonly<Record<string, unknown>> | undefined {
  const { node } = place;
  if (node.kind !== 'mapping') return readShorthand(shape, place, reading, readValue, how);
  const { byName, expected, required } = partTable(shape);
  const read: { readonly name: string; readonly position: number; readonly value: unknown }[] = [];
  const notApplicable: [string, string][] = [];
  const extensions: [string, Json][] = [];
  for (const [name, { key, value }] of node.entries) {
    const below = entryPlace(place, name, key, value);
    const entry = byName.get(name);
    if (name.startsWith(EXTENSION_PREFIX) && name.length > EXTENSION_PREFIX.length)
      extensions.push([name, readExtension(below)]);
    else if (how.elsewhere?.has(name) === true) continue;
    else if (entry === undefined) reportUnknown(shape, below, name, reading, how);
    else if (isNotApplicable(below)) {
      const reason = readReason(entry.attribute, below, reading);
      if (reason !== undefined) notApplicable.push([name, reason]);
    } else {
      const canonical = readValue(entry.attribute.shape, below, reading);
      if (canonical !== undefined) read.push({ name, position: entry.position, value: canonical });
    }
  }
  for (const { name, attribute } of expected) {
    const asked = how.elsewhere?.has(name) !== true && how.reported?.has(name) !== true;
    if (asked && !node.entries.has(name)) reportMissing(name, attribute, place, reading, how);
  }
  const lacksRequired = required.some(
    (name) => how.elsewhere?.has(name) !== true && !read.some((attribute) => attribute.name === name),
  );
  if (lacksRequired) return undefined;
  // A plain object, and none without prototype as where authors choose the names: engines keep those as tables, which cost
  // several times the memory and time. Names of the language clash with none that objects have.
  const part: Record<string, unknown> = {};
  for (const { name, value } of read.sort((a, b) => a.position - b.position)) part[name] = value;
  if (notApplicable.length > 0) part['notApplicable'] = sorted(notApplicable);
  if (extensions.length > 0) part['extensions'] = sorted(extensions);
  return Object.freeze(part);
}

/** What reading asks of a shape for every part that is written. */
interface PartTable {
  readonly byName: ReadonlyMap<string, AttributeEntry>;
  /** Attributes whose absence is reported. */
  readonly expected: readonly AttributeEntry[];
  /** Attributes without which a part cannot be used. */
  readonly required: readonly string[];
}

function partTable(shape: PartShape): PartTable {
  const known = TABLES.get(shape);
  if (known !== undefined) return known;
  const entries = attributeEntries(shape);
  const table = {
    byName: new Map(entries.map((entry) => [entry.name, entry])),
    expected: entries.filter(({ attribute }) => attribute.required || attribute.declared === true),
    required: entries.filter(({ attribute }) => attribute.required).map(({ name }) => name),
  };
  TABLES.set(shape, table);
  return table;
}

const TABLES = new WeakMap<PartShape, PartTable>();

function readShorthand(
  shape: PartShape,
  place: Place,
  reading: Reading,
  readValue: ValueReader,
  how: PartReading,
): Readonly<Record<string, unknown>> | undefined {
  const { node } = place;
  if (node.kind === 'scalar' && node.style === 'empty') {
    reportNoValue(place, reading);
    return undefined;
  }
  if (shape.shorthand === undefined) {
    const wanted = how.noun === undefined ? 'a mapping' : `the mapping that describes ${withArticle(how.noun)}`;
    const hint = `It takes ${Object.keys(shape.attributes).slice(0, 8).map(quoted).join(', ')}${Object.keys(shape.attributes).length > 8 ? ', …' : ''}.`;
    reading.report({
      rule: 'schema-invalid',
      message: `${sentenceNameOf(place)} must be ${wanted}.`,
      hint,
      at: place,
      part: 'key',
    });
    return undefined;
  }
  const value = readValue(shorthandAttribute(shape).shape, place, reading);
  if (value === undefined) return undefined;
  return Object.freeze({ [shape.shorthand]: value });
}

/** Whether the author says that a value does not apply: a mapping of that one word. */
export function isNotApplicable(place: Place): boolean {
  return place.node.kind === 'mapping' && place.node.entries.has('notApplicable') && place.node.entries.size === 1;
}

/** The reason why an attribute does not apply; reported where the attribute cannot be done without. */
export function readReason(attribute: Attribute, place: Place, reading: Reading): string | undefined {
  const entry = place.node.kind === 'mapping' ? place.node.entries.get('notApplicable') : undefined;
  if (entry === undefined) return undefined;
  if (attribute.required) {
    reading.report({
      rule: 'schema-invalid',
      message: `${sentenceNameOf(place)} is required and cannot be "not applicable".`,
      at: place,
      part: 'key',
    });
    return undefined;
  }
  return readText(entryPlace(place, 'notApplicable', entry.key, entry.value), reading);
}

/** What one is called: `a transition`, or `"delivery"` for a group that only its key names. */
function ownerOf(place: Place, how: PartReading): string {
  if (how.noun !== undefined) return withArticle(how.noun);
  return typeof place.step === 'string'
    ? nameOf(place)
    : `an item of ${place.parent === undefined ? 'the file' : nameOf(place.parent)}`;
}

export function reportMissing(
  name: string,
  attribute: Attribute,
  place: Place,
  reading: Reading,
  how: PartReading,
): void {
  const what =
    how.noun === undefined
      ? sentenceNameOf(place)
      : `The ${how.noun}${typeof place.step === 'string' ? ` ${nameOf(place)}` : ''}`;
  reading.report({
    rule: 'schema-invalid',
    message: `${what} has no "${name}", which is required.`,
    hint: `Add it: ${attribute.description.charAt(0).toLowerCase()}${attribute.description.slice(1)}`,
    at: place,
    part: 'key',
  });
}

function reportUnknown(shape: PartShape, place: Place, name: string, reading: Reading, how: PartReading): void {
  const reserved = Object.hasOwn(RESERVED_ATTRIBUTES, name) ? RESERVED_ATTRIBUTES[name] : undefined;
  if (reserved !== undefined) {
    reading.report({
      rule: 'reserved-word',
      message: `"${name}" is reserved for a later version of the language.`,
      hint: reserved,
      at: place,
      part: 'key',
    });
    return;
  }
  const owner = place.parent === undefined ? 'the file' : ownerOf(place.parent, how);
  const message = `"${name}" is no attribute of ${owner}.`;
  reading.report({ rule: 'unknown-property', message, hint: hintFor(name, shape), at: place, part: 'key' });
}

function hintFor(name: string, shape: PartShape): string | undefined {
  if (name === 'notApplicable') return 'It stands alone: write {notApplicable: why} in place of the whole value.';
  if (name === 'id') return 'The key under which an element stands is its id; leave the line out.';
  const attributes = Object.keys(shape.attributes);
  const synonyms = SYNONYMS[nearestWord(name, Object.keys(SYNONYMS)) ?? ''] ?? [];
  const meant = nearestWord(name, attributes) ?? synonyms.find((synonym) => attributes.includes(synonym));
  return meant === undefined ? `Keys of your own begin with "${EXTENSION_PREFIX}".` : `Did you mean "${meant}"?`;
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function sorted<T>(entries: [string, T][]): Readonly<Record<string, T>> {
  const result = Object.create(null) as Record<string, T>;
  for (const [name, value] of entries.sort(([a], [b]) => compareText(a, b))) result[name] = value;
  return Object.freeze(result);
}
