import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Json } from '../../language/canonical.ts';
import { COLLECTION_NAMES, COLLECTIONS, PROJECT } from '../../language/collections.ts';
import type { CollectionDefinition } from '../../language/collections.ts';
import { EXTENSION_PREFIX } from '../../language/patterns.ts';
import type { CollectionName } from '../../language/shape.ts';
import { decodeSpecText } from '../../source/decode.ts';
import { parseSpecText } from '../../source/parse-document.ts';
import { indexPositions } from '../../source/position-index.ts';
import type { PositionIndex } from '../../source/position-index.ts';
import { PROJECT_FILE } from '../../source/project-header.ts';
import { spanOf } from '../../source/spec-document.ts';
import type { SourceMapping, SpecDocument } from '../../source/spec-document.ts';
import { UNPLACED } from './file-reading.ts';
import type { EntryReading, FileReading, UnplacedDiagnostic } from './file-reading.ts';
import { readExtension } from './plain-json.ts';
import { entryPlace, rootPlace } from './place.ts';
import type { Place } from './place.ts';
import { readEntry } from './read-entry.ts';
import { checkName } from './read-name.ts';
import { reportNoValue } from './read-scalar.ts';
import { readingInto } from './reading.ts';
import type { Reading } from './reading.ts';

/** Which file of a project a content is read as: attributes of the project stand in its project file alone. */
export type FileRole = 'project file' | 'spec file';

/** Reads a content as YAML in the language, as far as that needs no other file; never throws. */
export function readFile(bytes: Uint8Array, role: FileRole): FileReading {
  const { text, diagnostics: undecodable } = decodeSpecText(bytes, UNPLACED.revision, UNPLACED.file);
  if (undecodable.length > 0) {
    return {
      text,
      readable: false,
      problems: undecodable,
      ...NOTHING_READ,
      positions: () => positionsOf(undefined, text, [0]),
    };
  }
  const document = parseSpecText(text);
  const positions = positionsOf(document.root, text, document.lineStarts);
  return {
    text,
    readable: document.readable,
    problems: problemsOf(document),
    ...readTop(document, role),
    positions: () => positions,
    ...(role === 'project file' ? { document } : {}),
  };
}

/** Where the values of a text stand. */
export function readPositions(text: string): PositionIndex {
  const { root, lineStarts } = parseSpecText(text);
  return positionsOf(root, text, lineStarts);
}

type TopReading = Pick<FileReading, 'entries' | 'extensions' | 'remarks'>;

const NOTHING_READ: TopReading = { entries: [], extensions: new Map(), remarks: [] };

/** An empty project file is a mapping of nothing, with the same place as the file. */
function positionsOf(root: SpecDocument['root'], text: string, lineStarts: readonly number[]): PositionIndex {
  const nothing: SourceMapping = { kind: 'mapping', entries: new Map(), start: 0, end: text.length };
  return indexPositions(root ?? nothing, lineStarts);
}

function problemsOf({ problems, lineStarts }: SpecDocument): readonly UnplacedDiagnostic[] {
  const locate = (pointer: string, range: { readonly start: number; readonly end: number }): Diagnostic['at'] => ({
    ...UNPLACED,
    pointer,
    span: spanOf(lineStarts, range),
  });
  return problems.map(({ ruleId, severity, message, hint, pointer, range, related }) => ({
    ruleId,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    at: locate(pointer, range),
    ...(related === undefined
      ? {}
      : { related: related.map((first) => ({ message: first.message, at: locate(first.pointer, first.range) })) }),
  }));
}

/** Top-level words that a later version of the language will give a meaning to. */
const RESERVED: Readonly<Record<string, string>> = {
  overlays: 'One package for several sites is not part of this version of the language; keep a project for each site.',
  sites: 'One package for several sites is not part of this version of the language; keep a project for each site.',
  imports: 'Elements of other projects are not part of this version of the language; write them out here.',
  extends: 'Variants of an element are not part of this version of the language; write the element out.',
};

function readTop(document: SpecDocument, role: FileRole): TopReading {
  const { root } = document;
  if (root === undefined) return NOTHING_READ;
  const remarks: UnplacedDiagnostic[] = [];
  const reading = readingInto(remarks, undefined);
  const top = rootPlace({ ...UNPLACED, document }, root);
  if (root.kind !== 'mapping') {
    reading.report({
      rule: 'schema-invalid',
      message: `A spec file is a mapping of collections; this one is a ${root.kind === 'list' ? 'list' : 'single value'}.`,
      at: top,
    });
    return { ...NOTHING_READ, remarks };
  }
  const entries: EntryReading[] = [];
  const extensions = new Map<string, Json>();
  for (const [name, { key, value }] of root.entries) {
    const place = entryPlace(top, name, key, value);
    if (name.startsWith(EXTENSION_PREFIX)) extensions.set(name, readExtension(place));
    else if (isCollection(name)) readCollection(name, place, reading, remarks, entries);
    else checkTopKey(place, name, role, reading);
  }
  return { entries, extensions, remarks };
}

function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(COLLECTIONS, name);
}

function readCollection(
  name: CollectionName,
  place: Place,
  reading: Reading,
  remarks: UnplacedDiagnostic[],
  entries: EntryReading[],
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
    // What is wrong inside an element that cannot be kept is still worth knowing.
    const usable = checkName(at, 'id', reading);
    entries.push({ collection: name, id, usable, ...readEntry(name, definition, id, at, remarks) });
  }
}

function checkTopKey(place: Place, name: string, role: FileRole, reading: Reading): void {
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
  const inProject = role === 'project file';
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
