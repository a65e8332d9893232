import { Failure } from '../../core/diagnostics/failure.ts';
import {
  type CellBlock,
  type KeyValueTable,
  type Table,
  type TableColumn,
  type TableRow,
  inlineText,
  plain,
} from '../../render/blocks.ts';
import { columnGrid, gridOf } from './column-widths.ts';
import { placeText } from './document-outline.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { type Piece, altered, drawStack, solid, stackHeight, textPiece } from './piece.ts';
import { CELL_PAD, type ColumnGrid, type RowCell, type RowStyle, WHOLE_ROW, rowPiece } from './row-piece.ts';
import { setPlain, setText, textWidth } from './set-text.ts';
import { CAPTION, CELL, CELL_HEADER, CODE, HEADER_FILL, LABEL, QUIET, SMALL, TITLE, type TextStyle } from './style.ts';

/** Lays out the blocks of a cell; given by the caller, since lists know paragraphs and paragraphs know nothing of tables. */
export type LayoutCell = (content: readonly CellBlock[], frame: Frame) => Piece[];

const ROW: RowStyle = { padTop: 2.6, padBottom: 3.2, verticals: true };
/** Pairs abreast stand close: they head a script that should not fill its page before the first step. */
const CLOSE_ROW: RowStyle = { padTop: 1.8, padBottom: 2.2, verticals: false };
const EDGE = 0.9;

/** Caption, header and rows; the header is what a new page repeats, with the word that the table goes on. */
export function tablePieces(context: LayoutContext, table: Table, frame: Frame, layoutCell: LayoutCell): Piece[] {
  const grid = columnGrid(context, table, frame.x, frame.width);
  const header = headerPiece(context, table, grid);
  const caption = table.caption === undefined ? [] : captionPieces(context, table, frame);
  const running = runningHeader(context, table, header, frame);
  const firstRoom = (grid.widths[0] ?? 0) - 2 * CELL_PAD;
  const word = ['(continued)', '(cont.)'].find((each) => textWidth(context.faces, each, SMALL) <= firstRoom) ?? '…';
  const goesOn = [
    textPiece(setPlain(context, word, SMALL, firstRoom), SMALL, { x: (grid.x[0] ?? 0) + CELL_PAD, width: 0 }),
  ];
  const first: Piece[] = [...caption, altered(header, { keepWithNext: true, before: caption.length > 0 ? 3 : 8 })];
  const id = table.id;
  if (id !== undefined && first[0] !== undefined) first[0] = withDestination(first[0], id);
  if (table.rows.length === 0) return [...first, nonePiece(context, grid)];
  const rows = table.rows.map((row, index) => {
    if (row.cells.length !== table.columns.length) {
      throw new Failure(
        5,
        'table-row-length',
        `Row ${index + 1} of a table has ${row.cells.length} cells for ${table.columns.length} columns${placeText(row.source ?? table.source)}.`,
        'Give every row one cell per column.',
      );
    }
    const cells = row.cells.map((cell, column): RowCell => {
      const style = rowStyle(columnStyle(table.columns[column]), row.tone);
      const cellFrame = {
        x: (grid.x[column] ?? 0) + CELL_PAD,
        width: (grid.widths[column] ?? 0) - 2 * CELL_PAD,
        style,
        gap: 2.5,
        depth: 0,
      };
      if (cell.content.length === 0 || cell.content.every(isBare)) {
        throw new Failure(
          5,
          'table-cell-empty',
          `Row ${index + 1}${row.id === undefined ? '' : ` (${row.id})`} has nothing in column “${inlineText(table.columns[column]?.header ?? [])}”${placeText(row.source ?? table.source)}.`,
          'Give a value, “N/A – reason”, or a blank to be filled by hand.',
        );
      }
      const only = cell.content.length === 1 ? cell.content[0] : undefined;
      if (only?.kind === 'blank' && only.shape === 'line' && only.label === undefined)
        return { pieces: [], tone: cell.tone, ruled: only.lines ?? 1 };
      return {
        pieces: aligned(layoutCell(cell.content, cellFrame), context, cell.content, cellFrame, table.columns[column]),
        tone: cell.tone,
      };
    });
    return altered(rowPiece(grid, cells, { ...ROW, goesOn }, { tone: row.tone, id: row.id }), { running });
  });
  return [...first, ...companions(rows)];
}

/** Label and value pairs between hairlines. */
export function keyValuePieces(
  context: LayoutContext,
  table: KeyValueTable,
  frame: Frame,
  layoutCell: LayoutCell,
): Piece[] {
  const abreast = table.abreast ?? 1;
  const label = abreast === 1 ? Math.min(150, frame.width * 0.3) : Math.min(76, frame.width * 0.17);
  const value = frame.width / abreast - label;
  const grid = gridOf(Array.from({ length: abreast }, () => [label, value]).flat(), frame.x);
  const rows: Piece[] = [];
  for (let at = 0; at < table.entries.length; at += abreast) {
    const cells = Array.from({ length: abreast }, (_, offset): readonly RowCell[] => {
      const entry = table.entries[at + offset];
      if (entry === undefined) return [{ pieces: [] }, { pieces: [] }];
      const labelX = (grid.x[offset * 2] ?? 0) + CELL_PAD;
      const cellFrame = {
        x: (grid.x[offset * 2 + 1] ?? 0) + CELL_PAD,
        width: value - 2 * CELL_PAD,
        style: abreast === 1 ? { ...CELL, size: 8.2, leading: 11 } : CELL,
        gap: 2.5,
        depth: 0,
      };
      if (entry.content.length === 0 || entry.content.every(isBare)) {
        throw new Failure(
          5,
          'table-cell-empty',
          `“${entry.label}” has no value${placeText(table.source)}.`,
          'Give a value, “N/A – reason”, or a blank to be filled by hand.',
        );
      }
      const labelStyle = abreast === 1 ? { ...LABEL, leading: 11 } : LABEL;
      const words = setPlain(context, entry.label, labelStyle, label - 2 * CELL_PAD, table.source);
      return [
        { pieces: [textPiece(words, labelStyle, { x: labelX, width: label })], fill: HEADER_FILL },
        { pieces: layoutCell(entry.content, cellFrame), tone: entry.tone },
      ];
    }).flat();
    rows.push(rowPiece(grid, cells, abreast === 1 ? { ...ROW, verticals: false } : CLOSE_ROW, {}));
  }
  return companions(rows).map((row, index) => (index === 0 ? withTopRule(altered(row, { before: 8 }), grid) : row));
}

/** A row up to this height looks lost alone at the foot or head of a page. */
const LONELY = 28;

/** Tables up to this height stay on one page. */
const WHOLE_TABLE = 170;

/** Keeps a small table whole, and no single row of a long one alone at the foot or head of a page. */
function companions(rows: readonly Piece[]): Piece[] {
  const whole = stackHeight(rows) <= WHOLE_TABLE;
  const kept = (row: Piece | undefined, index: number): boolean => {
    if (row === undefined || row.height > WHOLE_ROW || index + 1 >= rows.length) return false;
    return whole || (row.height <= LONELY && (index === 0 || index === rows.length - 2));
  };
  return rows.map((row, index) => (kept(row, index) ? altered(row, { keepWithNext: true }) : row));
}

/** Puts a header row of plain words on a grid; the approval table uses it too. */
export function headerRow(
  context: LayoutContext,
  headers: readonly Table['columns'][number]['header'][],
  grid: ColumnGrid,
  aligns: readonly ('left' | 'right' | 'center')[] = [],
): Piece {
  const pad = 3.4;
  const cells = headers.map((header, index) => {
    const width = (grid.widths[index] ?? 0) - 2 * CELL_PAD;
    return textPiece(setText(context, header, CELL_HEADER, width), CELL_HEADER, {
      x: (grid.x[index] ?? 0) + CELL_PAD,
      width,
      align: aligns[index] ?? 'left',
    });
  });
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * pad;
  return solid(height, (sheet, top) => {
    sheet.rectangle(grid.left, top, grid.right - grid.left, height, HEADER_FILL);
    for (const x of [...grid.x, grid.right]) sheet.rule(x, top, x, top - height, '0.72 0.75 0.79', 0.4);
    sheet.rule(grid.left, top, grid.right, top, TITLE, EDGE);
    sheet.rule(grid.left, top - height, grid.right, top - height, TITLE, 0.6);
    for (const cell of cells) cell.draw(sheet, top - pad);
  });
}

function headerPiece(context: LayoutContext, table: Table, grid: ColumnGrid): Piece {
  return headerRow(
    context,
    table.columns.map((column) => column.header),
    grid,
    table.columns.map((column) => column.align ?? 'left'),
  );
}

function captionPieces(context: LayoutContext, table: Table, frame: Frame): Piece[] {
  return [
    textPiece(setText(context, table.caption ?? [], CAPTION, frame.width, table.source), CAPTION, {
      x: frame.x,
      width: frame.width,
      before: 9,
      keepWithNext: true,
    }),
  ];
}

/** The header on the pages after the first: `caption, continued` in small above it. */
function runningHeader(context: LayoutContext, table: Table, header: Piece, frame: Frame): Piece {
  const name = table.continued ?? table.caption ?? plain('Table');
  const words = [...name, { kind: 'text' as const, text: ', continued' }];
  const note: TextStyle = { ...SMALL, role: 'emphasis', size: 7.4 };
  const line = textPiece(setText(context, words, note, frame.width), note, {
    x: frame.x,
    width: frame.width,
    keepWithNext: true,
  });
  const stack = [line, altered(header, { before: 2 })];
  return solid(stackHeight(stack), (sheet, top) => drawStack(stack, sheet, top));
}

function nonePiece(context: LayoutContext, grid: ColumnGrid): Piece {
  const style: TextStyle = { ...CELL, role: 'emphasis', colour: QUIET };
  const whole = gridOf([grid.right - grid.left], grid.left);
  const pieces = [textPiece(setPlain(context, 'None.', style, 200), style, { x: grid.left + CELL_PAD, width: 200 })];
  return rowPiece(whole, [{ pieces }], ROW, {});
}

function columnStyle(column: TableColumn | undefined): TextStyle {
  return column?.font === 'code' ? CODE : CELL;
}

function rowStyle(style: TextStyle, tone: TableRow['tone']): TextStyle {
  return tone === 'small' ? { ...style, size: style.size - 0.8, colour: QUIET } : style;
}

/** A cell of one paragraph may stand at the right or in the middle; anything else reads from the left. */
function aligned(
  pieces: Piece[],
  context: LayoutContext,
  content: readonly CellBlock[],
  frame: Frame,
  column: TableColumn | undefined,
): Piece[] {
  const only = content.length === 1 ? content[0] : undefined;
  const align = column?.align ?? 'left';
  if (align === 'left' || only?.kind !== 'paragraph') return pieces;
  return [
    textPiece(setText(context, only.content, frame.style, frame.width, only.source), frame.style, {
      x: frame.x,
      width: frame.width,
      align,
    }),
  ];
}

function isBare(block: CellBlock): boolean {
  return block.kind === 'paragraph' && inlineText(block.content).trim() === '';
}

function withTopRule(piece: Piece, grid: ColumnGrid): Piece {
  return {
    ...altered(piece, {}),
    draw: (sheet, top) => {
      sheet.rule(grid.left, top, grid.right, top, TITLE, EDGE);
      piece.draw(sheet, top);
    },
  };
}

function withDestination(piece: Piece, id: string): Piece {
  return {
    ...altered(piece, {}),
    draw: (sheet, top) => {
      sheet.destination(id, top + 4);
      piece.draw(sheet, top);
    },
  };
}
