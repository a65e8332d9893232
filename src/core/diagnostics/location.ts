/** A point in a text, both numbers counted from 1; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open stretch of a text. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Where a value was written. `revision` is the label under which the revision was loaded (`base`, `head` or `project`),
 * `file` is relative to the project folder with `/`, `pointer` is the RFC 6901 JSON pointer of the value in that file.
 */
export interface Location {
  readonly revision: RevisionLabel;
  readonly file: string;
  readonly pointer: string;
  readonly span: Span;
}

/** The part a revision plays in this run: a single one is `head`. */
export type RevisionLabel = 'base' | 'head';
