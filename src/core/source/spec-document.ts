import type { Position, Span } from '../diagnostics/location.ts';

/** A stretch of a text in UTF-16 code units, half open. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** How a scalar is written; `empty` where nothing is written at all. */
export type ScalarStyle = 'plain' | 'quoted' | 'block' | 'empty';

/** One value as its author wrote it, before any meaning is read into it: what looks like a number is still text. */
export interface SourceScalar extends SourceRange {
  readonly kind: 'scalar';
  /** The content after folding and escapes; the line breaks that end a block scalar are dropped. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface SourceList extends SourceRange {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
}

export interface SourceMapping extends SourceRange {
  readonly kind: 'mapping';
  /** In the order of the file. A map, so that a key such as `__proto__` is a key like any other. */
  readonly entries: ReadonlyMap<string, SourceEntry>;
}

export interface SourceEntry {
  readonly key: SourceScalar;
  readonly value: SourceNode;
}

/** YAML content with aliases put in place; an expanded alias shares the node of its anchor and thereby its position. */
export type SourceNode = SourceScalar | SourceList | SourceMapping;

/** Something wrong in one file. It names neither file nor revision, because files with one content share it. */
export interface SourceProblem {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly pointer: string;
  readonly range: SourceRange;
  readonly related?: readonly { readonly message: string; readonly pointer: string; readonly range: SourceRange }[];
}

/** One file read as YAML. */
export interface SpecDocument {
  readonly text: string;
  /** Undefined when the file holds nothing, or cannot be read (then `problems` say why). */
  readonly root: SourceNode | undefined;
  /** False when `root` cannot be trusted, so that what is missing from it proves nothing. */
  readonly readable: boolean;
  readonly problems: readonly SourceProblem[];
  /** Offset at which each line begins. */
  readonly lineStarts: readonly number[];
}

/** Offsets at which the lines of a text begin; only a line feed ends a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, by bisection. */
export function positionOf(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

export function spanOf(lineStarts: readonly number[], range: SourceRange): Span {
  return { start: positionOf(lineStarts, range.start), end: positionOf(lineStarts, range.end) };
}

/** A JSON pointer (RFC 6901) one step longer. */
export function childPointer(pointer: string, step: string | number): string {
  return typeof step === 'string' && ESCAPED.test(step)
    ? `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : `${pointer}/${step}`;
}

const ESCAPED = /[~/]/;
