import { Failure } from '../../core/diagnostics/failure.ts';
import type { Piece } from './piece.ts';
import { Sheet } from './sheet.ts';
import { PAGE } from './style.ts';

export type Orientation = 'portrait' | 'landscape';

/** Room that header and footer take of every page, from its edges. */
export interface FurnitureRoom {
  readonly top: number;
  readonly bottom: number;
}

/** Width of the text column. */
export function columnWidth(orientation: Orientation): number {
  return (orientation === 'portrait' ? PAGE.width : PAGE.height) - PAGE.left - PAGE.right;
}

/** Fills pages with pieces from top to bottom. */
export class PageFlow {
  readonly sheets: Sheet[] = [];
  readonly #roomOf: (width: number) => FurnitureRoom;
  readonly #ground: (sheet: Sheet) => void;
  #orientation: Orientation = 'portrait';
  /** The next piece begins a page of the other orientation; a page that nothing follows is never begun. */
  #turned = false;
  #sheet: Sheet;
  #y: number;
  /** Where the first piece of the page stood: below a repeated header. */
  #firstY: number;

  /** `ground` draws what lies behind the text of a page. */
  constructor(roomOf: (width: number) => FurnitureRoom, ground: (sheet: Sheet) => void) {
    this.#roomOf = roomOf;
    this.#ground = ground;
    this.#sheet = this.#newSheet();
    this.#y = this.#firstY = this.#sheet.height - this.#room.top;
  }

  get #room(): FurnitureRoom {
    return this.#roomOf(this.#sheet.width);
  }

  get orientation(): Orientation {
    return this.#orientation;
  }

  /** Begins a new page, unless this one is still empty. */
  breakPage(): void {
    if (this.#y < this.#firstY) this.#nextPage(undefined);
  }

  /** Turns the pages that follow. */
  turn(orientation: Orientation): void {
    if (orientation === this.#orientation) return;
    this.#orientation = orientation;
    this.#turned = true;
  }

  /** Takes back a turn that no piece has followed. */
  stay(): void {
    if (this.#turned) this.#orientation = this.#sheet.width > this.#sheet.height ? 'landscape' : 'portrait';
    this.#turned = false;
  }

  place(pieces: readonly Piece[]): void {
    if (pieces.length > 0 && this.#turned) {
      if (this.#atTop()) this.sheets.pop();
      this.#turned = false;
      this.#nextPage(undefined);
    }
    pieces.forEach((piece, index) => this.#placeOne(piece, pieces, index));
  }

  #placeOne(piece: Piece, pieces: readonly Piece[], index: number): void {
    const gap = this.#atTop() ? 0 : piece.before;
    const needed = gap + chainHeight(pieces, index);
    const whole = this.#sheet.height - this.#room.top - this.#room.bottom - (piece.running?.height ?? 0);
    if (!this.#atTop() && needed > this.#left() && (needed - gap <= whole || gap + piece.least > this.#left()))
      this.#nextPage(piece.running);
    let rest = piece;
    if (!this.#atTop()) this.#y -= piece.before;
    while (rest.height > this.#left() + 0.001) {
      const parts = rest.split?.(this.#left());
      if (parts !== undefined) {
        this.#draw(parts[0]);
        rest = parts[1];
      } else if (this.#atTop()) {
        throw new Failure(
          5,
          'layout-overflow',
          'A part of the document is taller than a page and cannot be split.',
          'Report this as a fault.',
        );
      }
      this.#nextPage(piece.running);
    }
    this.#draw(rest);
    this.#y -= piece.after ?? 0;
  }

  #draw(piece: Piece): void {
    piece.draw(this.#sheet, this.#y);
    this.#y -= piece.height;
  }

  #left(): number {
    return this.#y - this.#room.bottom;
  }

  #atTop(): boolean {
    return this.#y >= this.#firstY;
  }

  #nextPage(running: Piece | undefined): void {
    this.#sheet = this.#newSheet();
    this.#y = this.#sheet.height - this.#room.top;
    if (running !== undefined) {
      running.draw(this.#sheet, this.#y);
      this.#y -= running.height;
    }
    this.#firstY = this.#y;
  }

  #newSheet(): Sheet {
    const [width, height] = this.#orientation === 'portrait' ? [PAGE.width, PAGE.height] : [PAGE.height, PAGE.width];
    const sheet = new Sheet(this.sheets.length, width, height);
    this.#ground(sheet);
    this.sheets.push(sheet);
    return sheet;
  }
}

/** Height from the piece at `index` to where the first page break is allowed. */
function chainHeight(pieces: readonly Piece[], index: number): number {
  let height = 0;
  for (let at = index; ; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) return height;
    if (at > index) height += piece.before;
    const chained = piece.keepWithNext && at + 1 < pieces.length;
    height += chained ? piece.height : piece.least;
    if (!chained) return height;
  }
}
