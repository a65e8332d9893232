import type { CollectionDefinition, PartDefinition } from '../../language/collections.ts';
import type { SourceNode } from '../../source/spec-document.ts';
import { entryPlace, itemPlace } from './place.ts';
import type { Place } from './place.ts';
import { isNotApplicable, readReason, reportMissing } from './read-part.ts';
import { checkName, readId } from './read-name.ts';
import { reportNoValue } from './read-scalar.ts';
import type { Reading } from './reading.ts';

/** A part of an entry as it is written, before its attributes are read. */
export interface WrittenPart {
  readonly definition: PartDefinition;
  readonly localId: string;
  readonly place: Place;
  /** Only named, in a list. */
  readonly bare: boolean;
  /** False when its id is none or taken: what is wrong inside it is still worth knowing. */
  readonly usable: boolean;
}

/** The parts of one entry, of all kinds. */
export interface PartGroups {
  readonly parts: readonly WrittenPart[];
  /** Attributes of parts that do not apply, each with its reason. */
  readonly reasons: ReadonlyMap<string, string>;
  /** False when a group of parts is missing that the entry cannot be without. */
  readonly complete: boolean;
}

/** Names that the parts of one entry share, in lower case. */
type Names = Map<string, { readonly localId: string; readonly place: Place; readonly noun: string }>;

/** Finds the parts of an entry (states, transitions, mapped fields …) and checks that each has a name of its own. */
export function readGroups(definition: CollectionDefinition, place: Place, reading: Reading): PartGroups {
  const parts: WrittenPart[] = [];
  const reasons = new Map<string, string>();
  if (place.node.kind !== 'mapping') return { parts, reasons, complete: true };
  const names: Names = new Map();
  let complete = true;
  for (const part of definition.parts) {
    const attribute = definition.shape.attributes[part.attribute];
    if (attribute === undefined) continue;
    const at = attributePlace(place, part.attribute);
    if (at === undefined) {
      if (!attribute.required) continue;
      reportMissing(part.attribute, attribute, place, reading, { noun: definition.noun });
      complete = false;
    } else if (isNotApplicable(at)) {
      const reason = readReason(attribute, at, reading);
      if (reason !== undefined) reasons.set(part.attribute, reason);
      if (attribute.required) complete = false;
    } else {
      const written = writtenParts(part, at, attribute.shape.kind === 'map' && attribute.shape.listed, reading);
      if (written === undefined && attribute.required) complete = false;
      for (const { localId, place: one, bare, usable: named } of written ?? []) {
        const usable = named && claim(names, localId, part.noun, one, definition, place, reading);
        parts.push({ definition: part, localId, place: one, bare, usable });
      }
    }
  }
  if (definition.kind === 'interface') claimHeaders(names, definition, place, reading);
  return { parts, reasons, complete };
}

function attributePlace(place: Place, name: string): Place | undefined {
  const entry = place.node.kind === 'mapping' ? place.node.entries.get(name) : undefined;
  return entry && entryPlace(place, name, entry.key, entry.value);
}

function writtenParts(
  definition: PartDefinition,
  place: Place,
  listed: boolean,
  reading: Reading,
): readonly WrittenPart[] | undefined {
  const { node } = place;
  if (node.kind === 'mapping') {
    const parts: WrittenPart[] = [];
    for (const [localId, { key, value }] of node.entries) {
      const at = entryPlace(place, localId, key, value);
      parts.push({ definition, localId, place: at, bare: false, usable: checkName(at, 'id', reading) });
    }
    return parts;
  }
  if (node.kind === 'scalar' && node.style === 'empty') {
    reportNoValue(place, reading);
    return undefined;
  }
  if (!listed) {
    const message = `"${definition.attribute}" must be a mapping of ids to what each ${definition.noun} is.`;
    reading.report({ rule: 'schema-invalid', message, at: place, part: 'key' });
    return undefined;
  }
  return items(place).flatMap((at) => {
    const localId = readId(at, reading);
    return localId === undefined ? [] : [{ definition, localId, place: at, bare: true, usable: true }];
  });
}

/** The items of a list, or the single value that stands for one. */
function items(place: Place): readonly Place[] {
  return place.node.kind === 'list'
    ? place.node.items.map((item: SourceNode, index) => itemPlace(place, index, item))
    : [place];
}

/** Headers are named as mapped fields are, though they are no elements. */
function claimHeaders(names: Names, definition: CollectionDefinition, place: Place, reading: Reading): void {
  const at = attributePlace(place, 'headers');
  if (at === undefined) return;
  const seen = new Set<string>();
  for (const item of items(at)) {
    // The same header twice is a duplicate in a set, and what is no name is reported where the list is read.
    if (item.node.kind !== 'scalar' || item.node.text === '' || seen.has(item.node.text)) continue;
    seen.add(item.node.text);
    claim(names, item.node.text, 'header', item, definition, place, reading);
  }
}

/** Whether a name is still free among the parts of an entry; upper and lower case do not make a difference. */
function claim(
  names: Names,
  localId: string,
  noun: string,
  place: Place,
  definition: CollectionDefinition,
  entry: Place,
  reading: Reading,
): boolean {
  const slot = localId.toLowerCase();
  const first = names.get(slot);
  if (first === undefined) {
    names.set(slot, { localId, place, noun });
    return true;
  }
  const owner = String(entry.step);
  const kinds = first.noun === noun ? `two parts of ${owner}` : `two parts of ${owner}, a ${first.noun} and a ${noun}`;
  reading.report({
    rule: 'id-duplicate',
    message:
      first.localId === localId
        ? `${localId} is the id of ${kinds}.`
        : `${first.localId} and ${localId} are the ids of ${kinds}, and differ only in upper and lower case.`,
    hint: `The parts of one ${definition.noun} share their names, so that ${owner}.${localId} means one thing.`,
    at: place,
    part: 'key',
    related: [{ message: 'It is written here first.', at: first.place, part: 'key' }],
  });
  return false;
}
