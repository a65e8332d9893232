import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../../diagnostics/location.ts';
import type { Json } from '../../language/canonical.ts';
import type { CollectionName } from '../../language/shape.ts';
import type { PositionIndex } from '../../source/position-index.ts';
import type { SpecDocument } from '../../source/spec-document.ts';
import type { ElementKey } from '../element.ts';
import type { ElementFacts } from './make-element.ts';

/**
 * One content read as a spec file: everything that can be said of it without another file. It names neither file nor
 * revision, so revisions that hold the same content share it.
 */
export interface FileReading {
  /** The content as text; empty when it is none. */
  readonly text: string;
  /** False when the content cannot be read whole, so that what is missing from it proves nothing. */
  readonly readable: boolean;
  /** What is wrong with it as text and as YAML. */
  readonly problems: readonly UnplacedDiagnostic[];
  /** What is wrong with it as language. */
  readonly remarks: readonly UnplacedDiagnostic[];
  readonly entries: readonly EntryReading[];
  /** The author's own keys at the top of the file. */
  readonly extensions: ReadonlyMap<string, Json>;
  /** Where its values stand; where nothing is written, a mapping of nothing. */
  positions(): PositionIndex;
  /** The tree of a project file, whose own attributes are read with what other files say. */
  readonly document?: SpecDocument;
}

/** One entry of a collection with its parts. */
export interface EntryReading {
  readonly collection: CollectionName;
  readonly id: string;
  /** False when its id is none: then it is no element, and only what is wrong in it counts. */
  readonly usable: boolean;
  /** The entry first; its parts are nothing without it. */
  readonly elements: readonly ElementFacts[];
  /** Elements that are written but could not be read. */
  readonly withheld: readonly ElementKey[];
}

/** A diagnostic whose locations have yet to be given file and revision. */
export type UnplacedDiagnostic = Diagnostic;

/** The file name and revision of what has not been given its own yet. */
export const UNPLACED = { revision: 'head', file: '' } as const;

/** Diagnostics of a content where it stands as `file` in `revision`. */
export function placed(
  diagnostics: readonly UnplacedDiagnostic[],
  file: string,
  revision: RevisionLabel,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { at, related } = diagnostic;
    return {
      ...diagnostic,
      at: { ...at, revision, file },
      ...(related === undefined
        ? {}
        : { related: related.map((other) => ({ ...other, at: { ...other.at, revision, file } })) }),
    };
  });
}
