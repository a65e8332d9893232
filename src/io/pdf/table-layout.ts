import { LayoutFailure } from '../../render/layout-failure.ts';
import {
  type CellBlock,
  type KeyValueTable,
  type Paragraph,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRow,
  inlineText,
  plain,
} from '../../render/blocks.ts';
import { cellText, columnGrid, gridOf } from './column-widths.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { type Piece, altered, drawStack, solid, stackHeight, textPiece } from './piece.ts';
import { CELL_PAD, type ColumnGrid, type RowCell, type RowStyle, WHOLE_ROW, rowPiece } from './row-piece.ts';
import { setPlain, setText, textWidth } from './set-text.ts';
import { COLUMN_HEADER, ROW_HEADER, type StructureElement, penField, spanning } from './structure.ts';
import {
  CAPTION,
  CELL,
  CELL_HEADER,
  CODE,
  HAIRLINE,
  HEADER_FILL,
  LABEL,
  QUIET,
  SMALL,
  TITLE,
  type TextStyle,
} from './style.ts';

/** Lays out the blocks of a cell; given by the caller, since lists know paragraphs and paragraphs know nothing of tables. */
export type LayoutCell = (content: readonly CellBlock[], frame: Frame) => Piece[];

const ROW: RowStyle = { padTop: 2.6, padBottom: 3.2, verticals: true };
/** Pairs abreast stand close: they head a script that should not fill its page before the first step. */
const CLOSE_ROW: RowStyle = { padTop: 1.8, padBottom: 2.2, verticals: false };
const EDGE = 0.9;

/** Caption, header and rows; the header is what a new page repeats, with the word that the table goes on. */
export function* tablePieces(
  context: LayoutContext,
  table: Table,
  frame: Frame,
  layoutCell: LayoutCell,
): Generator<Piece, void, undefined> {
  const headers = table.columns.map(({ header }) => inlineText(header));
  const grid = measuredGrid(context, table, frame);
  const element = frame.element.child('Table');
  const caption = table.caption === undefined ? [] : captionPieces(context, table, frame, element.child('Caption'));
  const header = headerPiece(context, table, grid, element.child('THead').child('TR'));
  const body = element.child('TBody');
  const running = runningHeader(context, table, header, frame);
  const firstRoom = (grid.widths[0] ?? 0) - 2 * CELL_PAD;
  const word = ['(continued)', '(cont.)'].find((each) => textWidth(context.faces, each, SMALL) <= firstRoom) ?? '…';
  const goesOn = [
    textPiece(setPlain(context, word, SMALL, firstRoom), SMALL, { x: (grid.x[0] ?? 0) + CELL_PAD, width: 0 }),
  ];
  const first: Piece[] = [...caption, altered(header, { keepWithNext: true, before: caption.length > 0 ? 3 : 8 })];
  const id = table.id;
  if (id !== undefined && first[0] !== undefined) first[0] = withDestination(first[0], id);
  yield* first;
  if (table.rows.length === 0) {
    yield nonePiece(context, grid, body);
    return;
  }
  const layRow = (row: TableRow, index: number): Piece => {
    if (row.cells.length !== table.columns.length) {
      throw new LayoutFailure(
        5,
        'table-row-length',
        (place) =>
          `Row ${index + 1} of a table has ${row.cells.length} cells for ${table.columns.length} columns${place}.`,
        'Give every row one cell per column.',
        row.source ?? table.source,
      );
    }
    const line = body.child('TR');
    const layCell = (cell: TableCell, column: number): RowCell => {
      const style = rowStyle(columnStyle(table.columns[column]), row.tone);
      const cellFrame = {
        element: column === 0 && table.columns.length > 1 ? line.child('TH', ROW_HEADER) : line.child('TD'),
        x: (grid.x[column] ?? 0) + CELL_PAD,
        width: (grid.widths[column] ?? 0) - 2 * CELL_PAD,
        style,
        gap: 2.5,
        depth: 0,
      };
      if (cell.content.length === 0 || cell.content.every(isBare)) {
        const named = `Row ${index + 1}${row.id === undefined ? '' : ` (${row.id})`}`;
        throw new LayoutFailure(
          5,
          'table-cell-empty',
          (place) => `${named} has nothing in column “${headers[column] ?? ''}”${place}.`,
          'Give a value, “N/A – reason”, or a blank to be filled by hand.',
          row.source ?? table.source,
        );
      }
      const only = cell.content.length === 1 ? cell.content[0] : undefined;
      if (only?.kind === 'blank' && only.shape === 'line' && only.label === undefined) {
        const what = inlineText(table.columns[column]?.header ?? []);
        return {
          pieces: [],
          tone: cell.tone,
          ruled: only.lines ?? 1,
          form: cellFrame.element.child('Form', penField(what, 'text')),
        };
      }
      // A cell of one paragraph may stand at the right or in the middle; anything else reads from the left.
      const pieces =
        only?.kind === 'paragraph' && only.id === undefined && only.tone === undefined
          ? [paragraphCell(context, only, cellFrame, table.columns[column]?.align)]
          : layoutCell(cell.content, cellFrame);
      return { pieces, tone: cell.tone };
    };
    const named = row.id === undefined ? '' : ` (${row.id})`;
    const cells = row.cells.map((cell, column) =>
      inCell(`row ${index + 1}${named}, column “${headers[column] ?? ''}”`, () => layCell(cell, column)),
    );
    return altered(rowPiece(grid, cells, { ...ROW, goesOn }, { tone: row.tone, id: row.id, element: line }), {
      running,
    });
  };
  yield* companions(lazily(table.rows, layRow), table.rows.length);
}

/**
 * Measures the columns; says of a character that cannot be printed in which cell it stands, where no template line does.
 * What cannot be printed is met here first, or else in the cell itself.
 */
function measuredGrid(context: LayoutContext, table: Table, frame: Frame): ColumnGrid {
  const nameOf = (row: TableRow, index: number): string =>
    `row ${index + 1}${row.id === undefined ? '' : ` (${row.id})`}`;
  try {
    return columnGrid(context, table, frame.x, frame.width);
  } catch (error) {
    if (!isPlaceless(error)) throw error;
    for (const [index, row] of table.rows.entries())
      for (const [at, cell] of row.cells.entries())
        inCell(`${nameOf(row, index)}, column “${inlineText(table.columns[at]?.header ?? [])}”`, () =>
          setPlain(context, cellText(cell), CELL, frame.width),
        );
    throw error;
  }
}

function isPlaceless(error: unknown): error is LayoutFailure {
  return error instanceof LayoutFailure && error.at === undefined && error.cell === undefined;
}

function inCell<T>(cell: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isPlaceless(error) && error.code === 'unprintable-character' ? error.inCell(cell) : error;
  }
}

function* lazily(
  rows: readonly TableRow[],
  layRow: (row: TableRow, index: number) => Piece,
): Generator<Piece, void, undefined> {
  for (const [index, row] of rows.entries()) yield layRow(row, index);
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
  const element = frame.element.child('Table');
  for (let at = 0; at < table.entries.length; at += abreast) {
    const line = element.child('TR');
    const cells = Array.from({ length: abreast }, (_, offset): readonly RowCell[] => {
      const entry = table.entries[at + offset];
      if (entry === undefined) {
        line.child('TD', spanning(2));
        return [{ pieces: [] }, { pieces: [] }];
      }
      const heading = line.child('TH', ROW_HEADER);
      const labelX = (grid.x[offset * 2] ?? 0) + CELL_PAD;
      const cellFrame = {
        element: line.child('TD'),
        x: (grid.x[offset * 2 + 1] ?? 0) + CELL_PAD,
        width: value - 2 * CELL_PAD,
        style: abreast === 1 ? { ...CELL, size: 8.2, leading: 11 } : CELL,
        gap: 2.5,
        depth: 0,
      };
      if (entry.content.length === 0 || entry.content.every(isBare)) {
        throw new LayoutFailure(
          5,
          'table-cell-empty',
          (place) => `“${entry.label}” has no value${place}.`,
          'Give a value, “N/A – reason”, or a blank to be filled by hand.',
          table.source,
        );
      }
      const labelStyle = abreast === 1 ? { ...LABEL, leading: 11 } : LABEL;
      const words = setPlain(context, entry.label, labelStyle, label - 2 * CELL_PAD, table.source);
      return [
        { pieces: [textPiece(words, labelStyle, { x: labelX, width: label, element: heading })], fill: HEADER_FILL },
        { pieces: layoutCell(entry.content, cellFrame), tone: entry.tone },
      ];
    }).flat();
    rows.push(rowPiece(grid, cells, abreast === 1 ? { ...ROW, verticals: false } : CLOSE_ROW, { element: line }));
  }
  return [...companions(rows, rows.length)].map((row, index) =>
    index === 0 ? withTopRule(altered(row, { before: 8 }), grid) : row,
  );
}

/** A row up to this height looks lost alone at the foot or head of a page. */
const LONELY = 28;

/** Tables up to this height stay on one page. */
const WHOLE_TABLE = 170;

/** Keeps a small table whole, and no single row of a long one alone at the foot or head of a page. */
function* companions(rows: Iterable<Piece>, count: number): Generator<Piece, void, undefined> {
  const kept = (row: Piece, index: number, whole: boolean): Piece => {
    if (row.height > WHOLE_ROW || index + 1 >= count) return row;
    return whole || (row.height <= LONELY && (index === 0 || index === count - 2))
      ? altered(row, { keepWithNext: true })
      : row;
  };
  // Rows wait until it is clear whether the table is a small one.
  let waiting: Piece[] | undefined = [];
  let height = 0;
  let index = 0;
  for (const row of rows) {
    if (waiting === undefined) {
      yield kept(row, index, false);
      index += 1;
      continue;
    }
    height += row.height + (waiting.length === 0 ? 0 : row.before);
    waiting.push(row);
    if (height <= WHOLE_TABLE) continue;
    for (const each of waiting) yield kept(each, index++, false);
    waiting = undefined;
  }
  for (const row of waiting ?? []) yield kept(row, index++, true);
}

/** Puts a header row of plain words on a grid; the approval table uses it too. */
export function headerRow(
  context: LayoutContext,
  headers: readonly Table['columns'][number]['header'][],
  grid: ColumnGrid,
  element: StructureElement,
  aligns: readonly ('left' | 'right' | 'center')[] = [],
): Piece {
  const pad = 3.4;
  const cells = headers.map((header, index) => {
    const width = (grid.widths[index] ?? 0) - 2 * CELL_PAD;
    return textPiece(setText(context, header, CELL_HEADER, width), CELL_HEADER, {
      x: (grid.x[index] ?? 0) + CELL_PAD,
      width,
      align: aligns[index] ?? 'left',
      element: element.child('TH', COLUMN_HEADER),
    });
  });
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * pad;
  return solid(height, (sheet, top) => {
    sheet.rectangle(grid.left, top, grid.right - grid.left, height, HEADER_FILL);
    const edges = [...grid.x, grid.right].map((x) => [x, top, x, top - height] as const);
    sheet.rules(edges, HAIRLINE, 0.4);
    sheet.rule(grid.left, top, grid.right, top, TITLE, EDGE);
    sheet.rule(grid.left, top - height, grid.right, top - height, TITLE, 0.6);
    for (const cell of cells) cell.draw(sheet, top - pad);
  });
}

function headerPiece(context: LayoutContext, table: Table, grid: ColumnGrid, element: StructureElement): Piece {
  return headerRow(
    context,
    table.columns.map((column) => column.header),
    grid,
    element,
    table.columns.map((column) => column.align ?? 'left'),
  );
}

function captionPieces(context: LayoutContext, table: Table, frame: Frame, element: StructureElement): Piece[] {
  return [
    textPiece(setText(context, table.caption ?? [], CAPTION, frame.width, table.source), CAPTION, {
      x: frame.x,
      width: frame.width,
      before: 9,
      keepWithNext: true,
      element,
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
  return solid(stackHeight(stack), (sheet, top) => sheet.furniture('Repeated', () => drawStack(stack, sheet, top)));
}

function nonePiece(context: LayoutContext, grid: ColumnGrid, body: StructureElement): Piece {
  const style: TextStyle = { ...CELL, role: 'emphasis', colour: QUIET };
  const whole = gridOf([grid.right - grid.left], grid.left);
  const line = body.child('TR');
  const element = line.child('TD', spanning(grid.x.length));
  const words = setPlain(context, 'None.', style, 200);
  const pieces = [textPiece(words, style, { x: grid.left + CELL_PAD, width: 200, element })];
  return rowPiece(whole, [{ pieces }], ROW, { element: line });
}

function columnStyle(column: TableColumn | undefined): TextStyle {
  return column?.font === 'code' ? CODE : CELL;
}

function rowStyle(style: TextStyle, tone: TableRow['tone']): TextStyle {
  return tone === 'small' ? { ...style, size: style.size - 0.8, colour: QUIET } : style;
}

function paragraphCell(
  context: LayoutContext,
  { content, source }: Paragraph,
  frame: Frame,
  align: TableColumn['align'] = 'left',
): Piece {
  return textPiece(setText(context, content, frame.style, frame.width, source), frame.style, {
    x: frame.x,
    width: frame.width,
    align,
    element: frame.element,
  });
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
