import type { Json } from '../../language/canonical.ts';
import { COLLECTIONS } from '../../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../../language/collections.ts';
import type { CollectionName } from '../../language/shape.ts';
import { decodeSpecText } from '../../source/decode.ts';
import type { PositionIndex } from '../../source/position-index.ts';
import { elementKey } from '../element.ts';
import { UNPLACED } from './file-reading.ts';
import type { EntryReading, FileReading } from './file-reading.ts';
import type { ElementFacts } from './make-element.ts';
import { readPositions } from './read-file.ts';
import { restoredValue, storedValue } from './stored-value.ts';

/** An entry of a collection as it is stored: its attributes, then each part with its kind, its way, its id and its attributes. */
type StoredEntry = readonly [
  collection: string,
  id: string,
  attributes: Json,
  parts: readonly (readonly [kind: string, group: string, step: string | number, localId: string, attributes: Json])[],
];

/**
 * What can be kept of a reading for a later run, as one line of JSON. Undefined where something was wrong with the file, or
 * it has keys of its author's own at the top: such files are read again, so that everything is said of them again.
 */
export function storedReading(reading: FileReading): string | undefined {
  const { readable, problems, remarks, extensions, entries, document } = reading;
  const clean = readable && problems.length === 0 && remarks.length === 0 && document === undefined;
  if (!clean || extensions.size > 0) return undefined;
  const stored: StoredEntry[] = [];
  for (const { collection, id, usable, elements, withheld } of entries) {
    const [entry, ...parts] = elements;
    if (!usable || withheld.length > 0 || entry === undefined) return undefined;
    const attributes = storedValue(entry.attributes);
    const storedParts = parts.map(storedPart);
    if (attributes === undefined || storedParts.some((part) => part === undefined)) return undefined;
    stored.push([collection, id, attributes, storedParts.filter((part) => part !== undefined)]);
  }
  return JSON.stringify(stored);
}

function storedPart({ kind, localId, written, attributes }: ElementFacts): StoredEntry[3][number] | undefined {
  const stored = storedValue(attributes);
  const [, , group, step] = written;
  return stored === undefined || typeof group !== 'string' || step === undefined
    ? undefined
    : [kind, group, step, localId, stored];
}

/**
 * The reading of a content from what an earlier run stored of it. Where its values stand is found in the content itself, when
 * somebody asks. Throws where the text is not what `storedReading` makes.
 */
export function restoredReading(stored: string, bytes: Uint8Array): FileReading {
  const entries = (JSON.parse(stored) as readonly StoredEntry[]).map(restoredEntry);
  let text: string | undefined;
  let positions: PositionIndex | undefined;
  const textOf = (): string => (text ??= decodeSpecText(bytes, UNPLACED.revision, UNPLACED.file).text);
  return {
    get text() {
      return textOf();
    },
    readable: true,
    problems: [],
    remarks: [],
    entries,
    extensions: new Map(),
    positions: () => (positions ??= readPositions(textOf())),
  };
}

function restoredEntry([collection, id, attributes, parts]: StoredEntry): EntryReading {
  if (!Object.hasOwn(COLLECTIONS, collection)) throw new TypeError('This is no stored reading.');
  const name = collection as CollectionName;
  const definition: CollectionDefinition = COLLECTIONS[name];
  const kind = definition.kind as ElementKind;
  const key = elementKey(kind, id);
  const entry: ElementFacts = {
    kind,
    id,
    localId: id,
    key,
    collection: name,
    attributes: restoredValue(attributes) as ElementFacts['attributes'],
    written: [name, id],
  };
  const elements = parts.map(([partKind, group, step, localId, content]): ElementFacts => {
    if (!definition.parts.some((part) => part.kind === partKind)) throw new TypeError('This is no stored reading.');
    const partId = `${id}.${localId}`;
    return {
      kind: partKind as ElementKind,
      id: partId,
      localId,
      key: elementKey(partKind as ElementKind, partId),
      collection: name,
      parent: key,
      attributes: restoredValue(content) as ElementFacts['attributes'],
      written: [name, id, group, step],
    };
  });
  return { collection: name, id, usable: true, elements: [entry, ...elements], withheld: [] };
}
