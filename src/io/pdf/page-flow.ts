import { Failure } from '../../core/diagnostics/failure.ts';
import type { Piece } from './piece.ts';
import type { Sheet } from './sheet.ts';
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
  readonly #begin: (index: number, width: number, height: number) => Sheet;
  readonly #end: (sheet: Sheet) => void;
  #orientation: Orientation = 'portrait';
  /** The next piece begins a page of the other orientation; a page that nothing follows is never begun. */
  #turned = false;
  #sheet: Sheet;
  #y: number;
  /** Where the first piece of the page stood: below a repeated header. */
  #firstY: number;

  /** `begin` gives a new page with what lies behind its text; `end` takes one that no more text comes to. */
  constructor(
    roomOf: (width: number) => FurnitureRoom,
    begin: (index: number, width: number, height: number) => Sheet,
    end: (sheet: Sheet) => void,
  ) {
    this.#roomOf = roomOf;
    this.#begin = begin;
    this.#end = end;
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

  place(pieces: Iterable<Piece>): void {
    const queue = new PieceQueue(pieces);
    if (this.#turned && queue.at(0) !== undefined) {
      if (this.#atTop()) this.sheets.pop();
      this.#turned = false;
      this.#nextPage(undefined);
    }
    for (let piece = queue.at(0); piece !== undefined; piece = queue.at(0)) {
      this.#placeOne(piece, queue);
      queue.advance();
    }
  }

  #placeOne(piece: Piece, queue: PieceQueue): void {
    const gap = this.#atTop() ? 0 : piece.before;
    const needed = gap + queue.chainHeight();
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
    if (this.sheets.at(-1) === this.#sheet) this.#end(this.#sheet);
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
    const sheet = this.#begin(this.sheets.length, width, height);
    this.sheets.push(sheet);
    return sheet;
  }
}

/** Pieces that come one after the other, seen as far ahead as a decision needs. */
class PieceQueue {
  readonly #source: Iterator<Piece>;
  #ahead: Piece[] = [];

  constructor(pieces: Iterable<Piece>) {
    this.#source = pieces[Symbol.iterator]();
  }

  at(index: number): Piece | undefined {
    while (this.#ahead.length <= index) {
      const next = this.#source.next();
      if (next.done === true) return undefined;
      this.#ahead.push(next.value);
    }
    return this.#ahead[index];
  }

  advance(): void {
    this.#ahead.shift();
  }

  /** Height from the first piece to where the first page break is allowed. */
  chainHeight(): number {
    let height = 0;
    for (let index = 0; ; index += 1) {
      const piece = this.at(index);
      if (piece === undefined) return height;
      if (index > 0) height += piece.before;
      const chained = piece.keepWithNext && this.at(index + 1) !== undefined;
      height += chained ? piece.height : piece.least;
      if (!chained) return height;
    }
  }
}
