import type { Location, RevisionLabel } from '../../diagnostics/location.ts';
import { childPointer, spanOf } from '../../source/spec-document.ts';
import type { SourceNode, SourceRange, SourceScalar, SpecDocument } from '../../source/spec-document.ts';

/** A content read as YAML, and the file and revision under which its problems are located. */
export interface LoadedDocument {
  readonly revision: RevisionLabel;
  readonly file: string;
  readonly document: SpecDocument;
}

/** One written value and the way to it from the top of its file. */
export interface Place {
  readonly source: LoadedDocument;
  readonly parent: Place | undefined;
  /** The key or list index by which the parent holds it; undefined at the top. */
  readonly step: string | number | undefined;
  /** The key as written, where there is one. */
  readonly key: SourceScalar | undefined;
  readonly node: SourceNode;
}

export function rootPlace(source: LoadedDocument, node: SourceNode): Place {
  return { source, parent: undefined, step: undefined, key: undefined, node };
}

export function entryPlace(parent: Place, name: string, key: SourceScalar, node: SourceNode): Place {
  return { source: parent.source, parent, step: name, key, node };
}

export function itemPlace(parent: Place, index: number, node: SourceNode): Place {
  return { source: parent.source, parent, step: index, key: undefined, node };
}

export function pointerOf(place: Place): string {
  return place.parent === undefined || place.step === undefined
    ? ''
    : childPointer(pointerOf(place.parent), place.step);
}

/** Where a value, or the key that names it, is written; a list item has no key and answers with itself. */
export function locationOf(place: Place, part: 'key' | 'value'): Location {
  const top: SourceRange = { start: 0, end: 0 };
  const range = part === 'value' ? place.node : (place.key ?? (place.parent === undefined ? top : place.node));
  const { revision, file, document } = place.source;
  return { revision, file, pointer: pointerOf(place), span: spanOf(document.lineStarts, range) };
}

/** What to call a value in a sentence: its key, or its place in the list that has one. */
export function nameOf(place: Place): string {
  if (typeof place.step === 'string') return `"${place.step}"`;
  if (place.step === undefined || place.parent === undefined) return 'the file';
  return `item ${place.step + 1} of ${nameOf(place.parent)}`;
}

/** The same at the beginning of a sentence. */
export function sentenceNameOf(place: Place): string {
  const name = nameOf(place);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
