import type { Figure, FigureMove, FigureShape } from './blocks.ts';
import { extentOf } from './figures/shapes.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Divides a figure at the last of its cuts that leaves the first part at most `height` high; the second part repeats the head.
 * Undefined where no cut does.
 */
export function cutFigure(figure: Figure, height: number): readonly [Figure, Figure] | undefined {
  const cut = figure.cuts?.findLast((at) => at <= height + 0.001);
  if (cut === undefined || cut <= (figure.head ?? 0)) return undefined;
  const head = figure.head ?? 0;
  const { caption: _, id: __, ...rest } = figure;
  const ahead = figure.shapes.filter((shape) => boxOf(shape).bottom <= head + 0.001);
  const body = figure.shapes.filter((shape) => boxOf(shape).bottom > head + 0.001);
  const within = (top: number, bottom: number): readonly FigureShape[] =>
    body.flatMap((shape) => withinHeights(shape, top, bottom));
  const shift = cut - head;
  return [
    { ...figure, height: cut, shapes: [...ahead, ...within(head, cut)], cuts: cutsBelow(figure, cut) },
    {
      ...rest,
      height: figure.height - shift,
      shapes: [...ahead, ...within(cut, figure.height).map((shape) => moved(shape, 0, -shift))],
      cuts: (figure.cuts ?? []).filter((at) => at > cut).map((at) => at - shift),
    },
  ];
}

function cutsBelow({ cuts = [] }: Figure, height: number): readonly number[] {
  return cuts.filter((at) => at < height);
}

/** The figure in parts of at most these heights, for the first and the others; its name goes with the first. */
export function partsOfFigure(figure: Figure, first: number, others: number): readonly Figure[] {
  const parts: Figure[] = [];
  let rest = figure;
  for (;;) {
    const room = parts.length === 0 ? first : others;
    const divided = rest.height <= room ? undefined : (cutFigure(rest, room) ?? cutFigure(rest, rest.cuts?.[0] ?? 0));
    if (divided === undefined) return [...parts, rest];
    parts.push(divided[0]);
    rest = divided[1];
  }
}

/** A sheet of a figure that is divided like a map; `column` and `row` count from 0. */
export interface FigureSheet {
  readonly column: number;
  readonly row: number;
  readonly figure: Figure;
}

/** The widest box that is kept whole on one of two neighbouring sheets. */
const OVERLAP = 130;

/** Divides a figure into sheets that overlap, so that every box of it stands whole on one of them. */
export function sheetsOfFigure(figure: Figure, width: number, height: number): readonly FigureSheet[] {
  const boxes = figure.shapes.filter((shape) => shape.kind === 'rectangle');
  const overlap = (of: 'width' | 'height', room: number): number =>
    Math.min(room * 0.4, OVERLAP, Math.max(0, ...boxes.map((box) => box[of])) + 6);
  const lefts = startsOf(figure.width, width, overlap('width', width));
  const tops = startsOf(figure.height, height, overlap('height', height));
  const { caption: _, id: __, head: ___, cuts: ____, ...rest } = figure;
  return tops.flatMap((top, row) =>
    lefts.map((left, column): FigureSheet => {
      const box = {
        left,
        top,
        right: Math.min(left + width, figure.width),
        bottom: Math.min(top + height, figure.height),
      };
      const shapes = figure.shapes.filter((shape) => isOn(shape, box)).map((shape) => moved(shape, -left, -top));
      return { column, row, figure: { ...rest, width: box.right - left, height: box.bottom - top, shapes } };
    }),
  );
}

/** Where the sheets begin along one side; the last ends with the figure. */
function startsOf(whole: number, room: number, overlap: number): readonly number[] {
  if (whole <= room) return [0];
  const count = Math.ceil((whole - overlap) / (room - overlap));
  return Array.from({ length: count }, (_, index) => ((whole - room) * index) / (count - 1));
}

/** Letters stand whole on a sheet or not at all; lines and boxes are cut at its edge. */
function isOn(shape: FigureShape, sheet: Box): boolean {
  const box = boxOf(shape);
  if (shape.kind === 'text')
    return (
      box.left >= sheet.left - 1 &&
      box.right <= sheet.right + 1 &&
      box.top >= sheet.top - 1 &&
      box.bottom <= sheet.bottom + 1
    );
  return box.right >= sheet.left && box.left <= sheet.right && box.bottom >= sheet.top && box.top <= sheet.bottom;
}

/** The box around a shape, the width of its lines left out; of a curve the box of its handles. */
export function boxOf(shape: FigureShape): Box {
  if (shape.kind === 'rectangle')
    return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height };
  if (shape.kind === 'text') {
    const { left, width } = extentOf(shape);
    return { left, top: shape.y - shape.size * 0.8, right: left + width, bottom: shape.y + shape.size * 0.25 };
  }
  const points = shape.moves.flatMap((move) => pointsOf(move));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function pointsOf(move: FigureMove): readonly (readonly [number, number])[] {
  if (move[0] === 'Z') return [];
  if (move[0] !== 'C') return [[move[1], move[2]]];
  return [
    [move[1], move[2]],
    [move[3], move[4]],
    [move[5], move[6]],
  ];
}

/** What of a shape lies between two heights: a straight line is cut there, anything else stands where its middle is. */
function withinHeights(shape: FigureShape, top: number, bottom: number): readonly FigureShape[] {
  const box = boxOf(shape);
  if (box.top >= top - 0.001 && box.bottom <= bottom + 0.001) return [shape];
  if (box.bottom < top || box.top > bottom) return [];
  const straight = shape.kind === 'path' && shape.fill === undefined && shape.moves.every(([letter]) => letter !== 'C');
  if (!straight) {
    const middle = (box.top + box.bottom) / 2;
    return middle >= top && middle < bottom ? [shape] : [];
  }
  const moves = cutLine(shape.moves, top, bottom);
  return moves.length === 0 ? [] : [{ ...shape, moves }];
}

function cutLine(moves: readonly FigureMove[], top: number, bottom: number): readonly FigureMove[] {
  const points = moves.flatMap((move) => pointsOf(move));
  return points.slice(1).flatMap(([x, y], index): FigureMove[] => {
    const [fromX, fromY] = points[index] ?? [x, y];
    if (Math.max(y, fromY) < top || Math.min(y, fromY) > bottom) return [];
    const at = (height: number): number => (y === fromY ? x : fromX + ((x - fromX) * (height - fromY)) / (y - fromY));
    const bound = (height: number): number => Math.min(Math.max(height, top), bottom);
    const [startY, endY] = [bound(fromY), bound(y)];
    if (startY === endY && y !== fromY) return [];
    return [
      ['M', startY === fromY ? fromX : at(startY), startY],
      ['L', endY === y ? x : at(endY), endY],
    ];
  });
}

function moved(shape: FigureShape, dx: number, dy: number): FigureShape {
  if (shape.kind !== 'path') return { ...shape, x: shape.x + dx, y: shape.y + dy };
  return { ...shape, moves: shape.moves.map((move) => movedBy(move, dx, dy)) };
}

function movedBy(move: FigureMove, dx: number, dy: number): FigureMove {
  if (move[0] === 'Z') return move;
  if (move[0] !== 'C') return [move[0], move[1] + dx, move[2] + dy];
  return ['C', move[1] + dx, move[2] + dy, move[3] + dx, move[4] + dy, move[5] + dx, move[6] + dy];
}
