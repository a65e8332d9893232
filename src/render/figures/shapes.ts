import type { FigureMove, FigurePath, FigureRectangle, FigureStroke, FigureText } from '../blocks.ts';
import { textWidth } from './text-width.ts';

/** Colours of the figures; what they say is also said by line style, sign or word, so that a grey print keeps it. */
export const PALETTE = {
  ink: '#1c2430',
  soft: '#566273',
  line: '#8792a2',
  faint: '#b7c1ce',
  paper: '#ffffff',
  accent: '#1f4f7a',
  accentTint: '#eaf2f9',
  message: '#1f6fb2',
  loud: '#9b2d0f',
  loudTint: '#fdf1eb',
  warnTint: '#fff3d6',
  added: '#1d6b43',
  addedTint: '#e9f5ee',
} as const;

/** A straight line between points. */
export function line(points: readonly (readonly [number, number])[], stroke: FigureStroke): FigurePath {
  return { kind: 'path', moves: polyline(points), stroke };
}

/** A filled outline through points. */
export function area(points: readonly (readonly [number, number])[], fill: string): FigurePath {
  return { kind: 'path', moves: [...polyline(points), ['Z']], fill };
}

function polyline(points: readonly (readonly [number, number])[]): FigureMove[] {
  return points.map(([x, y], index) => [index === 0 ? 'M' : 'L', x, y]);
}

/** How far the handles of a curve lie that is a quarter of a circle of radius 1. */
const QUARTER = 0.5523;

/** A circle or ellipse. */
export function ellipse(
  x: number,
  y: number,
  radii: readonly [number, number],
  look: Pick<FigurePath, 'fill' | 'stroke'>,
): FigurePath {
  const [rx, ry] = radii;
  const [hx, hy] = [rx * QUARTER, ry * QUARTER];
  const moves: FigureMove[] = [
    ['M', x + rx, y],
    ['C', x + rx, y + hy, x + hx, y + ry, x, y + ry],
    ['C', x - hx, y + ry, x - rx, y + hy, x - rx, y],
    ['C', x - rx, y - hy, x - hx, y - ry, x, y - ry],
    ['C', x + hx, y - ry, x + rx, y - hy, x + rx, y],
    ['Z'],
  ];
  return { kind: 'path', moves, ...look };
}

/** The tip of an arrow at a point, coming from another. */
export function tip(
  to: readonly [number, number],
  from: readonly [number, number],
  fill: string,
  length = 8,
): FigurePath {
  const [x, y] = to;
  const [dx, dy] = [x - from[0], y - from[1]];
  const distance = Math.sqrt(dx * dx + dy * dy) || 1;
  const [ux, uy] = [dx / distance, dy / distance];
  const [backX, backY] = [x - ux * length, y - uy * length];
  const half = length * 0.42;
  return area(
    [
      [x, y],
      [backX - uy * half, backY + ux * half],
      [backX + uy * half, backY - ux * half],
    ],
    fill,
  );
}

/** Left edge and width of a text. */
export function extentOf({ x, text, size, anchor, face }: FigureText): {
  readonly left: number;
  readonly width: number;
} {
  const width = textWidth(text, size, face);
  return { left: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, width };
}

/** Ground for a text that crosses lines, so that it stays legible. */
export function groundOf(text: FigureText, fill: string): FigureRectangle {
  const { left, width } = extentOf(text);
  return {
    kind: 'rectangle',
    x: left - 1.5,
    y: text.y - text.size * 0.92,
    width: width + 3,
    height: text.size * 1.2,
    fill,
  };
}
