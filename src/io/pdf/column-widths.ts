import { type Table, type TableCell, inlineText } from '../../render/blocks.ts';
import type { LayoutContext } from './layout-context.ts';
import { textWidth } from './set-text.ts';
import { CELL, CELL_HEADER, CODE } from './style.ts';
import { CELL_PAD, type ColumnGrid } from './row-piece.ts';

/** Rows that are measured for columns without a width; the rest follow their look. */
const MEASURED_ROWS = 200;

/**
 * Shares the width of the page among the columns: fixed ones first, then by `width`, or by content where no column has
 * one. No column gets less than its longest unbreakable word needs, as far as the others can spare it.
 */
export function columnGrid(context: LayoutContext, table: Table, left: number, width: number): ColumnGrid {
  const fixed = table.columns.reduce((sum, column) => sum + (column.points ?? 0), 0);
  const open = table.columns.filter((column) => column.points === undefined);
  const free = Math.max(0, width - fixed);
  const natural =
    open.length > 0 && open.every((column) => column.width === undefined)
      ? contentWidths(context, table, free)
      : undefined;
  const shares = natural ?? weightedWidths(context, table, free);
  let used = 0;
  const widths = table.columns.map((column) => column.points ?? shares[used++] ?? 0);
  const total = widths.reduce((sum, each) => sum + each, 0);
  return gridOf(total > width ? widths.map((each) => (each * width) / total) : widths, left);
}

/** A grid from widths in points. */
export function gridOf(widths: readonly number[], left: number): ColumnGrid {
  let right = left;
  const x = widths.map((width) => {
    const at = right;
    right += width;
    return at;
  });
  return { x, widths, left, right };
}

/** Widths by weight; columns that would break a word take what it needs, and the others share the rest by weight. */
function weightedWidths(context: LayoutContext, table: Table, free: number): number[] {
  const columns = table.columns
    .map((column, index) => ({ weight: column.width ?? 1, index, column }))
    .filter(({ column }) => column.points === undefined);
  const least = columns.map(({ index }) => Math.min(longestPart(context, table, index) + 2 * CELL_PAD + 1, free * 0.3));
  const raised = new Set<number>();
  for (;;) {
    const left = free - columns.reduce((sum, _, at) => sum + (raised.has(at) ? (least[at] ?? 0) : 0), 0);
    const weights = columns.reduce((sum, { weight }, at) => sum + (raised.has(at) ? 0 : weight), 0);
    const widths = columns.map(({ weight }, at) => (raised.has(at) ? (least[at] ?? 0) : (left * weight) / weights));
    const short = widths.flatMap((width, at) => (!raised.has(at) && width < (least[at] ?? 0) ? [at] : []));
    if (short.length === 0 || raised.size + short.length === columns.length) return widths;
    for (const at of short) raised.add(at);
  }
}

/** Width of the longest part of a word in a column that would only break between any two letters. */
function longestPart(context: LayoutContext, table: Table, index: number): number {
  const column = table.columns[index];
  const style = column?.font === 'code' ? CODE : { ...CELL, role: 'strong' as const };
  const parts = table.rows.slice(0, MEASURED_ROWS).flatMap((row) => cellText(row.cells[index]).split(UNBREAKABLE));
  const header = inlineText(column?.header ?? []).split(UNBREAKABLE);
  return Math.max(
    textWidth(context.faces, longestOf(parts), style),
    textWidth(context.faces, longestOf(header), CELL_HEADER),
  );
}

const UNBREAKABLE = /(?<=[-._/#:,;=|\\@–—→])|\s+|(?=[([])|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu}\p{Ll}?)/u;

/**
 * The rule of HTML tables: every column gets its longest word, what is left goes to those whose text would like more.
 */
function contentWidths(context: LayoutContext, table: Table, width: number): number[] {
  const limit = width * 0.4;
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.points === undefined);
  const measures = columns.map(({ column, index }) => {
    const style = column.font === 'code' ? CODE : CELL;
    const texts = table.rows.slice(0, MEASURED_ROWS).map((row) => cellText(row.cells[index]));
    const header = inlineText(column.header);
    const words = [...texts.flatMap((text) => text.split(/\s+/)), ''];
    const longest = Math.max(
      textWidth(context.faces, longestOf(words), style),
      textWidth(context.faces, longestOf(header.split(/\s+/)), CELL_HEADER),
    );
    const whole = Math.max(
      textWidth(context.faces, longestOf(texts), style),
      textWidth(context.faces, header, CELL_HEADER),
    );
    const least = Math.min(longest + 2 * CELL_PAD + 2, limit);
    return { least, wish: Math.max(Math.min(whole + 2 * CELL_PAD + 2, width), least) };
  });
  const least = measures.reduce((sum, each) => sum + each.least, 0);
  const wish = measures.reduce((sum, each) => sum + each.wish, 0);
  if (least >= width) return measures.map((each) => (each.least * width) / least);
  if (wish <= width) return measures.map((each) => (each.wish * width) / wish);
  return measures.map((each) => each.least + ((width - least) * (each.wish - each.least)) / (wish - least));
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '').replace(/[\n\r\t]/g, ' ');
}

/** The words of a cell, for measuring. */
export function cellText(cell: TableCell | undefined): string {
  return (cell?.content ?? [])
    .map((block) => {
      if (block.kind === 'paragraph') return inlineText(block.content);
      return block.kind === 'blank'
        ? (block.label ?? '')
        : block.items
            .map((item) => item.map((inner) => (inner.kind === 'paragraph' ? inlineText(inner.content) : '')).join(' '))
            .join(' ');
    })
    .join(' ');
}
