import { TONES, type ToneLook } from './style.ts';
import type { Piece } from './piece.ts';

/** Geometry of a box around other pieces. */
export interface BoxPlace {
  readonly x: number;
  readonly width: number;
}

export const BOX_PAD = { top: 7, bottom: 8, left: 12, right: 10 } as const;

/** Puts pieces into one box that may run over pages: each piece draws its part of the ground and the border. */
export function boxed(pieces: readonly Piece[], tone: keyof typeof TONES, place: BoxPlace, before: number): Piece[] {
  const look = TONES[tone];
  return pieces.map((piece, index) =>
    part(
      piece,
      look,
      place,
      index === 0,
      index + 1 === pieces.length,
      index === 0 ? before : 0,
      index === 0 ? BOX_PAD.top : piece.before + (pieces[index - 1]?.after ?? 0),
    ),
  );
}

function part(
  piece: Piece,
  look: ToneLook,
  place: BoxPlace,
  first: boolean,
  last: boolean,
  before: number,
  above: number,
): Piece {
  const below = last ? BOX_PAD.bottom : 0;
  const height = above + piece.height + below;
  return {
    height,
    before,
    keepWithNext: piece.keepWithNext,
    least: piece.least < piece.height ? above + piece.least : height,
    ...(piece.running === undefined ? {} : { running: part(piece.running, look, place, false, false, 0, 4) }),
    draw: (sheet, top) => {
      const { x, width } = place;
      if (look.tint !== undefined) sheet.rectangle(x, top, width, height, look.tint);
      if (first) sheet.rule(x, top, x + width, top, look.bar, 0.5);
      if (last) sheet.rule(x, top - height, x + width, top - height, look.bar, 0.5);
      sheet.rule(x + width, top, x + width, top - height, look.bar, 0.5);
      sheet.rectangle(
        x,
        top + (first ? 0.25 : 0),
        look.barWidth + 0.5,
        height + (first ? 0.25 : 0) + (last ? 0.25 : 0),
        look.bar,
      );
      piece.draw(sheet, top - above);
    },
    split: (room) => {
      const parts = piece.split?.(room - above);
      if (parts === undefined) return undefined;
      return [part(parts[0], look, place, first, false, before, above), part(parts[1], look, place, false, last, 0, 4)];
    },
  };
}
