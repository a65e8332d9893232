import type { ColumnKind } from './worksheet.ts';

/** A cell as a row of it is measured: its text, and the column in which it stands. */
export interface MeasuredCell {
  readonly text: string;
  /** Characters that fit on a line. */
  readonly width: number;
  readonly kind: ColumnKind;
}

/**
 * Lines that a row may take, by the kind of its cells: a long list of names shall not push the rows apart, and no program shows a
 * row higher than 409 points. What is not shown is still in its cell.
 */
const MOST: Readonly<Record<ColumnKind, number>> = { id: 8, text: 31, lines: 31, number: 1 };

/** How many lines a row needs so that its texts can be read: programs that open a workbook do not all measure that themselves. */
export function rowLines(cells: readonly MeasuredCell[]): number {
  return cells.reduce((most, { text, width, kind }) => Math.max(most, Math.min(MOST[kind], linesOf(text, width))), 1);
}

function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, width), 0);
}

/** Lines of a paragraph that is broken at blanks and after hyphens, and anywhere in a word longer than a line. */
function wrapped(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [word] of line.matchAll(/[^ -]*[ -]?/g)) {
    const length = word.trimEnd().length;
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used += length > width ? length % width : word.length;
  }
  return lines;
}
