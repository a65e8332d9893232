import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CollectionDefinition, ElementKind } from '../../language/collections.ts';
import { CONDITION_WORDS } from '../../language/condition.ts';
import type { CollectionName } from '../../language/shape.ts';
import { elementKey } from '../element.ts';
import type { ElementKey } from '../element.ts';
import type { EntryReading } from './file-reading.ts';
import type { ElementFacts } from './make-element.ts';
import { readGroups } from './read-groups.ts';
import type { Place } from './place.ts';
import { readPart, withArticle } from './read-part.ts';
import { readValue } from './read-value.ts';
import { readingInto } from './reading.ts';
import type { Reading } from './reading.ts';

/** Reads one entry of a collection. Its parts become elements of their own; without the entry they mean nothing. */
export function readEntry(
  collection: CollectionName,
  definition: CollectionDefinition,
  id: string,
  place: Place,
  diagnostics: Diagnostic[],
): Pick<EntryReading, 'elements' | 'withheld'> {
  const { noun, shape } = definition;
  const kind = definition.kind as ElementKind;
  const key = elementKey(kind, id);
  const reading = readingInto(diagnostics, key);
  checkReserved(kind, noun, id, place, reading);
  const elsewhere = new Set(definition.parts.map(({ attribute }) => attribute));
  const attributes = readPart(shape, place, reading, readValue, { noun, elsewhere });
  const groups = readGroups(definition, place, reading);
  const elements: ElementFacts[] = [];
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
    else {
      elements.push({
        kind: partKind,
        id: partId,
        localId,
        key: partKey,
        collection,
        parent: key,
        attributes: content as unknown as Attributes,
        written: [collection, id, part.attribute, at.step ?? localId],
      });
    }
  }
  if (attributes === undefined || !groups.complete)
    return { elements: [], withheld: [key, ...elements.map((part) => part.key), ...withheld] };
  const entry: ElementFacts = {
    kind,
    id,
    localId: id,
    key,
    collection,
    attributes: addReasons(attributes, groups.reasons) as unknown as Attributes,
    written: [collection, id],
  };
  return { elements: [entry, ...elements], withheld };
}

type Attributes = ElementFacts['attributes'];

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
