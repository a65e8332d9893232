import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CollectionDefinition, ElementKind } from '../../language/collections.ts';
import { CONDITION_WORDS } from '../../language/condition.ts';
import type { CollectionName } from '../../language/shape.ts';
import { elementKey } from '../element.ts';
import type { Element, ElementKey } from '../element.ts';
import { makeElement } from './make-element.ts';
import { readGroups } from './read-groups.ts';
import type { Place } from './place.ts';
import { readPart, withArticle } from './read-part.ts';
import { readValue } from './read-value.ts';
import { readingInto } from './reading.ts';
import type { Reading } from './reading.ts';

/** One entry of a collection with its parts, or the keys of what could not be read. */
export interface ReadEntry {
  readonly elements: readonly Element[];
  readonly withheld: readonly ElementKey[];
}

/** Reads one entry of a collection. Its parts become elements of their own; without the entry they mean nothing. */
export function readEntry(
  collection: CollectionName,
  definition: CollectionDefinition,
  id: string,
  place: Place,
  diagnostics: Diagnostic[],
): ReadEntry {
  const { noun, shape } = definition;
  const kind = definition.kind as ElementKind;
  const key = elementKey(kind, id);
  const reading = readingInto(diagnostics, key);
  checkReserved(kind, noun, id, place, reading);
  const elsewhere = new Set(definition.parts.map(({ attribute }) => attribute));
  const attributes = readPart(shape, place, reading, readValue, { noun, elsewhere });
  const groups = readGroups(definition, place, reading);
  const elements: Element[] = [];
  const withheld: ElementKey[] = [];
  for (const { definition: part, localId, place: at, bare, usable } of groups.parts) {
    const partId = `${id}.${localId}`;
    const partKind = part.kind as ElementKind;
    const partKey = elementKey(partKind, partId);
    const partReading = readingInto(diagnostics, partKey);
    checkReserved(partKind, part.noun, localId, at, partReading);
    const content = bare ? NOTHING_SAID : readPart(part.shape, at, partReading, readValue, { noun: part.noun });
    if (!usable) continue;
    if (content === undefined) withheld.push(partKey);
    else elements.push(makeElement({ kind: partKind, id: partId, localId, collection, parent: key }, content, at));
  }
  if (attributes === undefined || !groups.complete)
    return { elements: [], withheld: [key, ...elements.map((part) => part.key), ...withheld] };
  const entry = makeElement({ kind, id, localId: id, collection }, addReasons(attributes, groups.reasons), place);
  return { elements: [entry, ...elements], withheld };
}

/** Attributes of a part that is only named. */
const NOTHING_SAID = Object.freeze(Object.create(null) as Record<string, unknown>);

/** Ids that would be read as a word of the language where the element is named. */
const RESERVED_IDS: Partial<Record<ElementKind, readonly string[]>> = {
  lifecycle: CONDITION_WORDS,
  state: ['any', 'absent', 'same'],
  role: ['anyone'],
  interface: ['all'],
};

function checkReserved(kind: ElementKind, noun: string, id: string, place: Place, reading: Reading): void {
  if (RESERVED_IDS[kind]?.includes(id) !== true) return;
  const message = `"${id}" cannot be the id of ${withArticle(noun)}: it is a word of the language.`;
  reading.report({
    rule: 'reserved-word',
    message,
    hint: 'Give it another id; its title is free.',
    at: place,
    part: 'key',
  });
}

function addReasons(
  attributes: Readonly<Record<string, unknown>>,
  reasons: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  if (reasons.size === 0) return attributes;
  const own = attributes['notApplicable'] as Readonly<Record<string, string>> | undefined;
  const all = new Map([...Object.entries(own ?? {}), ...reasons]);
  const sorted = Object.create(null) as Record<string, string>;
  for (const name of [...all.keys()].sort()) sorted[name] = all.get(name) ?? '';
  return Object.freeze(
    Object.assign(Object.create(null) as Record<string, unknown>, attributes, { notApplicable: Object.freeze(sorted) }),
  );
}
