import type { Line } from './set-text.ts';
import type { Sheet } from './sheet.ts';
import type { StructureElement } from './structure.ts';
import type { TextStyle } from './style.ts';

/**
 * A piece is a horizontal slice of the text column that is measured before it is drawn. Pages are filled with pieces
 * from top to bottom; one that does not fit is split where it allows that, or begins the next page.
 */
export interface Piece {
  readonly height: number;
  /** Space above, dropped at the top of a page. */
  readonly before: number;
  /** Space below, wherever the page leaves some: air after a table. */
  readonly after?: number;
  /** True: no page break between this piece and the next. */
  readonly keepWithNext: boolean;
  /** Height below which it is not worth beginning this piece on a page; the whole height where it cannot split. */
  readonly least: number;
  /** What a page repeats on its top when the break falls before or in this piece: the header of a table. */
  readonly running?: Piece;
  /** Draws it with its upper edge at `top`. */
  draw(sheet: Sheet, top: number): void;
  /** Splits off what fits in `room`, or says that nothing sensible does. */
  split?(room: number): readonly [Piece, Piece] | undefined;
}

/** The same piece with other properties. */
export function altered(
  piece: Piece,
  change: Partial<Pick<Piece, 'before' | 'after' | 'keepWithNext' | 'least' | 'running'>>,
): Piece {
  const split = piece.split?.bind(piece);
  return {
    height: piece.height,
    before: piece.before,
    keepWithNext: piece.keepWithNext,
    least: piece.least,
    ...(piece.running === undefined ? {} : { running: piece.running }),
    ...(piece.after === undefined ? {} : { after: piece.after }),
    ...change,
    draw: (sheet, top) => piece.draw(sheet, top),
    ...(split === undefined ? {} : { split }),
  };
}

/** The same pieces, the last of them with other properties. */
export function* withLast(
  pieces: Iterable<Piece>,
  change: Parameters<typeof altered>[1],
): Generator<Piece, void, undefined> {
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last !== undefined) yield last;
    last = piece;
  }
  if (last !== undefined) yield altered(last, change);
}

/** A piece that cannot be split. */
export function solid(
  height: number,
  draw: (sheet: Sheet, top: number) => void,
  before = 0,
  keepWithNext = false,
): Piece {
  return { height, before, keepWithNext, least: height, draw };
}

/** Height of a stack of pieces, the space above the first not counted. */
export function stackHeight(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece, index) => sum + piece.height + (index === 0 ? 0 : piece.before), 0);
}

/** Draws a stack of pieces below each other. */
export function drawStack(pieces: readonly Piece[], sheet: Sheet, top: number): void {
  let y = top;
  pieces.forEach((piece, index) => {
    if (index > 0) y -= piece.before;
    piece.draw(sheet, y);
    y -= piece.height;
  });
}

/** Lines that stand at each side of a page break at least: no widows and orphans. */
const LINES_TOGETHER = 2;

/** Lines of text as a piece; splits between lines, both parts content of the one element. */
export function textPiece(
  lines: readonly Line[],
  style: TextStyle,
  place: {
    readonly x: number;
    readonly width: number;
    readonly align?: 'left' | 'right' | 'center';
    readonly before?: number;
    readonly keepWithNext?: boolean;
    /** What the text belongs to; without one it is an artifact. */
    readonly element?: StructureElement | undefined;
  },
): Piece {
  const { x, width, align = 'left', before = 0, keepWithNext = false, element } = place;
  const together = lines.length <= LINES_TOGETHER * 2 - 1 ? lines.length : LINES_TOGETHER;
  return {
    height: lines.length * style.leading,
    before,
    keepWithNext,
    least: together * style.leading,
    draw: (sheet, top) => sheet.within(element, () => sheet.text(lines, style, x, top, width, align)),
    split: (room) => {
      const fitting = Math.floor((room + 0.001) / style.leading);
      const head = Math.min(fitting, lines.length - LINES_TOGETHER);
      if (together === lines.length || head < LINES_TOGETHER) return undefined;
      const rest = { ...place, before: 0 };
      return [
        textPiece(lines.slice(0, head), style, { ...place, keepWithNext: false }),
        textPiece(lines.slice(head), style, rest),
      ];
    },
  };
}

/** Splits a stack where `room` ends: what fits, and the rest; undefined where nothing fits. */
export function splitStack(
  pieces: readonly Piece[],
  room: number,
): readonly [readonly Piece[], readonly Piece[]] | undefined {
  let left = room;
  for (const [index, piece] of pieces.entries()) {
    const before = index === 0 ? 0 : piece.before;
    if (before + piece.height > left + 0.001) {
      const parts = piece.least <= left - before + 0.001 ? piece.split?.(left - before) : undefined;
      if (parts !== undefined)
        return [
          [...pieces.slice(0, index), parts[0]],
          [parts[1], ...pieces.slice(index + 1)],
        ];
      let cut = index;
      while (cut > 0 && pieces[cut - 1]?.keepWithNext === true) cut -= 1;
      return cut === 0 ? undefined : [pieces.slice(0, cut), pieces.slice(cut)];
    }
    left -= before + piece.height;
  }
  return [pieces, []];
}
