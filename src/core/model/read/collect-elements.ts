import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Json } from '../../language/canonical.ts';
import { COLLECTION_NAMES, COLLECTIONS, PROJECT } from '../../language/collections.ts';
import type { CollectionDefinition } from '../../language/collections.ts';
import { EXTENSION_PREFIX } from '../../language/patterns.ts';
import type { CollectionName } from '../../language/shape.ts';
import { PROJECT_FILE } from '../../source/project-header.ts';
import canonicalize from 'canonicalize';
import type { Element, ElementKey } from '../element.ts';
import { readExtension } from './plain-json.ts';
import { entryPlace, rootPlace } from './place.ts';
import type { LoadedDocument, Place } from './place.ts';
import { readEntry } from './read-entry.ts';
import { checkName } from './read-name.ts';
import { reportNoValue } from './read-scalar.ts';
import { readingInto } from './reading.ts';
import type { Reading } from './reading.ts';

export interface CollectedElements {
  readonly elements: readonly Element[];
  /** Elements that are written but cannot be read: names that mean them are not wrong. */
  readonly withheld: ReadonlySet<ElementKey>;
  /** The author's own keys at the top of the files. */
  readonly extensions: Readonly<Record<string, Json>>;
}

/** Top-level words that a later version of the language will give a meaning to. */
const RESERVED: Readonly<Record<string, string>> = {
  overlays: 'One package for several sites is not part of this version of the language; keep a project for each site.',
  sites: 'One package for several sites is not part of this version of the language; keep a project for each site.',
  imports: 'Elements of other projects are not part of this version of the language; write them out here.',
  extends: 'Variants of an element are not part of this version of the language; write the element out.',
};

/** Reads the collections of all files into one set of elements; an id that is written twice is read where it stands first. */
export function collectElements(documents: readonly LoadedDocument[], diagnostics: Diagnostic[]): CollectedElements {
  const reading = readingInto(diagnostics, undefined);
  const extensions = new Map<string, Place>();
  const written = new Map<string, Place>();
  const elements: Element[] = [];
  const withheld = new Set<ElementKey>();
  for (const source of documents) {
    const { root } = source.document;
    if (root === undefined) continue;
    const top = rootPlace(source, root);
    if (root.kind !== 'mapping') {
      reading.report({
        rule: 'schema-invalid',
        message: `A spec file is a mapping of collections; this one is a ${root.kind === 'list' ? 'list' : 'single value'}.`,
        at: top,
      });
      continue;
    }
    for (const [name, { key, value }] of root.entries) {
      const place = entryPlace(top, name, key, value);
      if (name.startsWith(EXTENSION_PREFIX)) keepExtension(place, name, extensions, reading);
      else if (isCollection(name)) readCollection(name, place, written, reading, diagnostics, elements, withheld);
      else checkTopKey(place, name, reading);
    }
  }
  return { elements, withheld, extensions: readExtensions(extensions) };
}

function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(COLLECTIONS, name);
}

function readCollection(
  name: CollectionName,
  place: Place,
  written: Map<string, Place>,
  reading: Reading,
  diagnostics: Diagnostic[],
  elements: Element[],
  withheld: Set<ElementKey>,
): void {
  const { node } = place;
  if (node.kind === 'scalar' && node.style === 'empty') return reportNoValue(place, reading);
  const definition: CollectionDefinition = COLLECTIONS[name];
  if (node.kind !== 'mapping') {
    const hint = `Write "${definition.kind.toUpperCase()}-01:" below it, and what belongs to that ${definition.noun} below that.`;
    return reading.report({
      rule: 'schema-invalid',
      message: `"${name}" must be a mapping of ids to what they are.`,
      hint,
      at: place,
      part: 'key',
    });
  }
  for (const [id, { key, value }] of node.entries) {
    const at = entryPlace(place, id, key, value);
    const usable = checkName(at, 'id', reading) && !isTaken(name, definition, id, at, written, reading);
    const entry = readEntry(name, definition, id, at, diagnostics);
    // What is wrong inside an element that cannot be kept is still worth knowing.
    if (!usable) continue;
    elements.push(...entry.elements);
    entry.withheld.forEach((unread) => withheld.add(unread));
  }
}

/** Whether an id is taken already; ids that differ only in upper and lower case are one. */
function isTaken(
  name: CollectionName,
  definition: CollectionDefinition,
  id: string,
  at: Place,
  written: Map<string, Place>,
  reading: Reading,
): boolean {
  const slot = `${name} ${id.toLowerCase()}`;
  const first = written.get(slot);
  if (first === undefined) {
    written.set(slot, at);
    return false;
  }
  const same = first.step === id;
  reading.report({
    rule: 'id-duplicate',
    message: same
      ? `The ${definition.noun} ${id} is written in two places.`
      : `The ${definition.noun} ids ${id} and ${String(first.step)} differ only in upper and lower case.`,
    hint: same
      ? 'One element is written in one place: join the two, or give one a new id.'
      : 'File names and people do not keep them apart; give one a new id.',
    at,
    part: 'key',
    related: [{ message: 'It is written here first.', at: first, part: 'key' }],
  });
  return true;
}

function checkTopKey(place: Place, name: string, reading: Reading): void {
  if (Object.hasOwn(RESERVED, name)) {
    reading.report({
      rule: 'reserved-word',
      message: `"${name}" is reserved for a later version of the language.`,
      hint: RESERVED[name],
      at: place,
      part: 'key',
    });
    return;
  }
  const inProject = place.source.file === PROJECT_FILE;
  const ofProject = Object.keys(PROJECT.attributes);
  if (ofProject.includes(name)) {
    if (inProject) return;
    const hint = `Move it to ${PROJECT_FILE}.`;
    reading.report({
      rule: 'unknown-property',
      message: `"${name}" belongs in the project file.`,
      hint,
      at: place,
      part: 'key',
    });
    return;
  }
  const near = nearestWord(name, inProject ? [...COLLECTION_NAMES, ...ofProject] : COLLECTION_NAMES);
  reading.report({
    rule: 'unknown-property',
    message: `"${name}" is no collection of the language${inProject ? ' and no attribute of the project' : ''}.`,
    hint: near === undefined ? `Keys of your own begin with "${EXTENSION_PREFIX}".` : `Did you mean "${near}"?`,
    at: place,
    part: 'key',
  });
}

/** Keeps a key of the author's own; the same key may stand in several files if it says the same. */
function keepExtension(place: Place, name: string, extensions: Map<string, Place>, reading: Reading): void {
  const first = extensions.get(name);
  if (first === undefined) extensions.set(name, place);
  else if (canonicalize(readExtension(first)) !== canonicalize(readExtension(place))) {
    reading.report({
      rule: 'id-duplicate',
      message: `"${name}" says different things in two files.`,
      hint: 'All files are one specification: give one of them another name.',
      at: place,
      part: 'key',
      related: [{ message: 'It is written here first.', at: first, part: 'key' }],
    });
  }
}

function readExtensions(extensions: ReadonlyMap<string, Place>): Readonly<Record<string, Json>> {
  const read = Object.create(null) as Record<string, Json>;
  for (const name of [...extensions.keys()].sort()) {
    const place = extensions.get(name);
    if (place !== undefined) read[name] = readExtension(place);
  }
  return Object.freeze(read);
}
