import type { Tone } from '../../render/blocks.ts';
import { type Piece, drawStack, splitStack, stackHeight } from './piece.ts';
import type { Sheet } from './sheet.ts';
import type { StructureElement } from './structure.ts';
import { HAIRLINE, RULED, TONES } from './style.ts';

/** The columns of a table on the page: left edges and widths in points. */
export interface ColumnGrid {
  readonly x: readonly number[];
  readonly widths: readonly number[];
  readonly left: number;
  readonly right: number;
}

export interface RowCell {
  /** Laid out within the cell's padding. */
  readonly pieces: readonly Piece[];
  readonly tone?: Tone | undefined;
  /** A fill that belongs to the kind of cell, as that of labels. */
  readonly fill?: string | undefined;
  /** Room for a pen over the whole cell: ruled as far as the row goes, and at least this many lines. */
  readonly ruled?: number | undefined;
  /** The element of a cell that a pen fills, its room being the whole cell. */
  readonly form?: StructureElement | undefined;
}

export interface RowStyle {
  readonly padTop: number;
  readonly padBottom: number;
  /** Draws lines between columns. */
  readonly verticals: boolean;
  /** Tall enough to be filled by hand. */
  readonly minHeight?: number;
  /** What the first cell says on a page where the row goes on and that cell has ended. */
  readonly goesOn?: readonly Piece[];
}

/** Rows up to this height stay whole: the eye should find a short row on one page. */
export const WHOLE_ROW = 96;
/** Least height of either part of a split row. */
const PART_OF_ROW = 34;

export const CELL_PAD = 4;

/** Height of a line that a pen fills in a cell; one that is alone is taller. */
const PEN_LINE = 15;
const ONLY_PEN_LINE = 21;

/** What a row is beside its cells. */
export interface RowFacts {
  readonly tone?: Tone | undefined;
  /** Destination of links. */
  readonly id?: string | undefined;
  /** Its element, which is complete when the last part of the row is drawn. */
  readonly element?: StructureElement | undefined;
}

/** A row of cells; one that is tall splits between the lines of its cells. */
export function rowPiece(grid: ColumnGrid, cells: readonly RowCell[], style: RowStyle, row: RowFacts): Piece {
  const content = Math.max(0, ...cells.map((cell) => stackHeight(cell.pieces)));
  const pads = style.padTop + style.padBottom;
  const pen = Math.max(0, ...cells.map(({ ruled = 0 }) => (ruled === 1 ? ONLY_PEN_LINE : ruled * PEN_LINE)));
  const height = Math.max(content + pads, pen, style.minHeight ?? 0);
  return {
    height,
    before: 0,
    keepWithNext: false,
    least: height <= WHOLE_ROW ? height : PART_OF_ROW + pads,
    draw: (sheet, top) => {
      drawGround(sheet, grid, cells, style, row.tone, top, height);
      cells.forEach((cell) => drawStack(cell.pieces, sheet, top - style.padTop));
      if (row.id !== undefined) sheet.destination(row.id, top + 2);
      row.element?.close();
    },
    split: (room) => {
      if (height <= WHOLE_ROW) return undefined;
      const parts = cells.map((cell) => splitCell(cell, room - pads));
      if (parts.every(([head]) => head.pieces.length === 0)) return undefined;
      const rests = parts.map(([, rest]) => rest);
      if (Math.max(0, ...rests.map((rest) => stackHeight(rest.pieces))) === 0) return undefined;
      const first = rests[0];
      if (first !== undefined && first.pieces.length === 0 && style.goesOn !== undefined)
        rests[0] = { ...first, pieces: style.goesOn };
      const { minHeight: _, ...bare } = style;
      return [
        rowPiece(
          grid,
          parts.map(([head]) => withoutMinimum(head)),
          bare,
          { tone: row.tone, id: row.id },
        ),
        rowPiece(grid, rests.map(withoutMinimum), bare, { tone: row.tone, element: row.element }),
      ];
    },
  };
}

/** The parts of a split row are as tall as their text: a pen finds room in either. */
function withoutMinimum(cell: RowCell): RowCell {
  return cell.ruled === undefined ? cell : { ...cell, ruled: 0 };
}

function splitCell(cell: RowCell, room: number): readonly [RowCell, RowCell] {
  if (cell.pieces.length === 0) return [cell, cell];
  const parts = splitStack(cell.pieces, room);
  if (parts === undefined) return [{ ...cell, pieces: [] }, cell];
  return [
    { ...cell, pieces: parts[0] },
    { ...cell, pieces: parts[1] },
  ];
}

/** Lines for a pen, spread evenly; the lower edge of the row is the last of them. */
function drawPenLines(sheet: Sheet, x: number, width: number, top: number, height: number): void {
  const count = Math.max(1, Math.floor(height / PEN_LINE));
  for (let line = 1; line < count; line += 1) {
    const y = top - (height * line) / count;
    sheet.rule(x + CELL_PAD, y, x + width - CELL_PAD, y, RULED, 0.4);
  }
}

function drawGround(
  sheet: Sheet,
  grid: ColumnGrid,
  cells: readonly RowCell[],
  style: RowStyle,
  tone: Tone | undefined,
  top: number,
  height: number,
): void {
  const rowTint = tone === undefined || tone === 'plain' ? undefined : TONES[tone].tint;
  // Grounds keep clear of the rules above and below them.
  const inset = 0.3;
  if (rowTint !== undefined)
    sheet.rectangle(grid.left, top - inset, grid.right - grid.left, height - 2 * inset, rowTint);
  cells.forEach((cell, index) => {
    const tint = cell.tone === undefined || cell.tone === 'plain' ? cell.fill : TONES[cell.tone].tint;
    const [x, width] = [grid.x[index] ?? grid.left, grid.widths[index] ?? 0];
    if (tint !== undefined) sheet.rectangle(x, top - inset, width, height - 2 * inset, tint);
    if (cell.tone !== undefined && cell.tone !== 'plain' && cell.tone !== tone)
      sheet.rectangle(x, top, TONES[cell.tone].barWidth * 0.7, height, TONES[cell.tone].bar);
  });
  cells.forEach((cell, index) => {
    const [x, width] = [grid.x[index] ?? grid.left, grid.widths[index] ?? 0];
    const rules = cell.ruled === undefined ? undefined : () => drawPenLines(sheet, x, width, top, height);
    if (rules !== undefined || cell.form !== undefined) sheet.pen(cell.form, [x, top - height, x + width, top], rules);
  });
  const lower = [grid.left, top - height, grid.right, top - height] as const;
  const edges = style.verticals ? [...grid.x, grid.right] : [];
  sheet.rules([lower, ...edges.map((x) => [x, top, x, top - height] as const)], HAIRLINE, 0.4);
  if (tone !== undefined && tone !== 'plain') {
    const bar = TONES[tone].barWidth * 0.75;
    sheet.rectangle(grid.left - bar * 0.6, top, bar, height, TONES[tone].bar);
  }
}
