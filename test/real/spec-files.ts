import { yamlText } from './yaml-text.ts';
import type { PlainMap } from './yaml-text.ts';

/** The files of one revision: path below the project folder → content. */
export type SpecFiles = ReadonlyMap<string, string>;

/** A revision of the origin as specification, with what belongs to its commit. */
export interface ImportedRevision {
  readonly files: SpecFiles;
  readonly commit: OriginCommit;
}

/** What the origin says of a commit. */
export interface OriginCommit {
  readonly hash: string;
  /** ISO 8601 with its zone. */
  readonly date: string;
  readonly subject: string;
}

/** One element per file, so that a file changes when its element does. */
export function elementFile(collection: string, id: string, content: PlainMap): readonly [string, string] {
  return [`specs/${collection}/${id}.yaml`, yamlText({ [collection]: { [id]: content } })];
}

/** Entries as a map; two of one name would be one entry, so that is an error. */
export function byName<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const map = new Map(entries);
  if (map.size !== entries.length) throw new Error('two entries have one name');
  return Object.fromEntries(map);
}
