import canonicalize from 'canonicalize';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Json } from '../../language/canonical.ts';
import { COLLECTIONS } from '../../language/collections.ts';
import type { Element, ElementKey } from '../element.ts';
import type { EntryReading, FileReading } from './file-reading.ts';
import { locateKey, makeElement } from './make-element.ts';
import type { WrittenFile } from './make-element.ts';

/** A file of one revision and what was read from its content. */
export interface ReadFile extends WrittenFile {
  readonly reading: FileReading;
}

export interface CollectedElements {
  readonly elements: readonly Element[];
  /** Elements that are written but cannot be read: names that mean them are not wrong. */
  readonly withheld: ReadonlySet<ElementKey>;
  /** The author's own keys at the top of the files. */
  readonly extensions: Readonly<Record<string, Json>>;
}

/** Where something was written first. */
interface First<T> {
  readonly what: T;
  readonly source: WrittenFile;
}

/** Puts what the files say into one set of elements; an id that is written twice is read where it stands first. */
export function collectElements(files: readonly ReadFile[], diagnostics: Diagnostic[]): CollectedElements {
  const extensions = new Map<string, First<Json>>();
  const written = new Map<string, First<EntryReading>>();
  const elements: Element[] = [];
  const withheld = new Set<ElementKey>();
  for (const source of files) {
    const { reading } = source;
    for (const [name, value] of reading.extensions) keepExtension(name, value, source, extensions, diagnostics);
    for (const entry of reading.entries) {
      if (!entry.usable || isTaken(entry, source, written, diagnostics)) continue;
      for (const facts of entry.elements) elements.push(makeElement(facts, source));
      for (const key of entry.withheld) withheld.add(key);
    }
  }
  return { elements, withheld, extensions: sorted(extensions) };
}

/** Whether an id is taken already; ids that differ only in upper and lower case are one. */
function isTaken(
  entry: EntryReading,
  source: WrittenFile,
  written: Map<string, First<EntryReading>>,
  diagnostics: Diagnostic[],
): boolean {
  const { collection, id } = entry;
  const slot = `${collection} ${id.toLowerCase()}`;
  const first = written.get(slot);
  if (first === undefined) {
    written.set(slot, { what: entry, source });
    return false;
  }
  const same = first.what.id === id;
  const { noun } = COLLECTIONS[collection];
  diagnostics.push(
    duplicate(
      same
        ? `The ${noun} ${id} is written in two places.`
        : `The ${noun} ids ${id} and ${first.what.id} differ only in upper and lower case.`,
      same
        ? 'One element is written in one place: join the two, or give one a new id.'
        : 'File names and people do not keep them apart; give one a new id.',
      locateKey(source, [collection, id]),
      locateKey(first.source, [collection, first.what.id]),
    ),
  );
  return true;
}

/** Keeps a key of the author's own; the same key may stand in several files if it says the same. */
function keepExtension(
  name: string,
  value: Json,
  source: WrittenFile,
  extensions: Map<string, First<Json>>,
  diagnostics: Diagnostic[],
): void {
  const first = extensions.get(name);
  if (first === undefined) extensions.set(name, { what: value, source });
  else if (canonicalize(first.what) !== canonicalize(value)) {
    diagnostics.push(
      duplicate(
        `"${name}" says different things in two files.`,
        'All files are one specification: give one of them another name.',
        locateKey(source, [name]),
        locateKey(first.source, [name]),
      ),
    );
  }
}

function duplicate(message: string, hint: string, at: Location, first: Location): Diagnostic {
  const related = [{ message: 'It is written here first.', at: first }];
  return { ruleId: 'id-duplicate', severity: 'error', message, hint, at, related };
}

function sorted(extensions: ReadonlyMap<string, First<Json>>): Readonly<Record<string, Json>> {
  const read = Object.create(null) as Record<string, Json>;
  for (const name of [...extensions.keys()].sort()) read[name] = extensions.get(name)?.what ?? null;
  return Object.freeze(read);
}
