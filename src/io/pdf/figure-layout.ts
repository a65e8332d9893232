import type { Block, Figure, FigureMove, FigureShape, FigureStroke } from '../../render/blocks.ts';
import { cutFigure, sheetsOfFigure } from '../../render/figure-parts.ts';
import type { Frame, LayoutContext } from './layout-context.ts';
import { columnWidth } from './page-flow.ts';
import { pdfNumber } from './pdf-syntax.ts';
import { type Piece, altered, textPiece } from './piece.ts';
import { setPlain, setText, setVerbatim } from './set-text.ts';
import type { Sheet } from './sheet.ts';
import { CAPTION, SMALL, type Colour, type TextStyle } from './style.ts';
import type { FaceRole } from './typefaces.ts';

/** Letters smaller than this are not legible on paper, in points. */
export const LEAST_LETTERS = 6;
/** Larger ones would shout beside the running text, in points. */
const MOST_LETTERS = 9.5;
/** What a page holds of a figure besides its caption, whatever its header and footer take; in points. */
const ROOM = { portrait: 640, landscape: 400 } as const;
/** A column broader than this is that of a landscape page. */
const BROAD = 600;
/** A figure up to this part of a page is not divided; a higher one begins where this part of it finds room. */
const KEPT_WHOLE = 0.5;
const WORTH_BEGINNING = 0.35;
/** Air above and below a figure. */
const AIR = { before: 4, after: 9 };

/**
 * A figure as pieces: as large as it is drawn, or smaller where the column is narrower, as long as its letters stay legible;
 * divided at its cuts, or into sheets that overlap, where that is not enough.
 */
export function figurePieces(context: LayoutContext, figure: Figure, frame: Frame): Piece[] {
  const { caption = [], id } = figure;
  const title = caption.length === 0 ? undefined : frame.element.child('P');
  const scale = scaleFor(figure, frame.width);
  const drawings = scale === undefined ? sheetPieces(context, figure, frame) : [drawing(context, figure, frame, scale)];
  const named =
    caption.length === 0
      ? drawings
      : [
          textPiece(setText(context, caption, CAPTION, frame.width, figure.source), CAPTION, {
            x: frame.x,
            width: frame.width,
            before: 9,
            keepWithNext: true,
            element: title,
          }),
          ...drawings,
        ];
  const [first, ...rest] = named;
  if (first === undefined || id === undefined) return named;
  return [
    {
      ...altered(first, {}),
      draw: (sheet, top) => {
        sheet.destination(id, top + 4);
        first.draw(sheet, top);
      },
    },
    ...rest,
  ];
}

/** On upright pages: gives each figure a landscape page that is legible on one, and not as they stand. */
export function figuresIntoLandscape(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    const turned =
      block.kind === 'figure' &&
      scaleFor(block, columnWidth('portrait')) === undefined &&
      scaleFor(block, columnWidth('landscape')) !== undefined;
    return turned ? { kind: 'landscape', content: [block] } : block;
  });
}

/** Letters that a drawing without any counts as having, so that it is not drawn smaller than others. */
const UNLETTERED = 12;

function letterSizes({ shapes }: Figure): readonly number[] {
  return shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.size] : []));
}

function leastScale(figure: Figure): number {
  return Math.min(1, LEAST_LETTERS / Math.min(...letterSizes(figure), UNLETTERED));
}

/** How much smaller the figure is drawn; undefined where its letters would become illegible. */
function scaleFor(figure: Figure, width: number): number | undefined {
  const least = leastScale(figure);
  const room = width > BROAD ? ROOM.landscape : ROOM.portrait;
  const fits = Math.min(1, MOST_LETTERS / Math.max(...letterSizes(figure), MOST_LETTERS), width / figure.width);
  if (fits < least) return undefined;
  if (figure.height * fits <= room) return fits;
  const whole = Math.min(fits, room / figure.height);
  if (whole >= least) return whole;
  return (figure.cuts ?? []).length > 0 ? fits : undefined;
}

/** A figure that a column holds in its width; one that is too high for a page is divided at its cuts. */
function drawing(context: LayoutContext, figure: Figure, frame: Frame, scale: number): Piece {
  const [width, height] = [figure.width * scale, figure.height * scale];
  const room = frame.width > BROAD ? ROOM.landscape : ROOM.portrait;
  const x = frame.x + (frame.width - width) / 2;
  const firstCut = (figure.cuts?.[0] ?? figure.height) * scale;
  return {
    height,
    before: AIR.before,
    after: AIR.after,
    keepWithNext: false,
    least:
      height <= room * KEPT_WHOLE
        ? height
        : Math.min(height, Math.max(firstCut, Math.min(height, room) * WORTH_BEGINNING)),
    draw: (sheet, top) =>
      sheet.within(frame.element, () =>
        sheet.figure(figure.alt, [x, top - height, x + width, top], () =>
          drawShapes(context, figure, sheet, { x, top, scale }),
        ),
      ),
    split: (left) => {
      const soft = cutFigure(figure, left / scale);
      // Where nothing else helps it is cut through: a step with more notes than a page holds.
      const hard = left > room / 2 ? cutFigure({ ...figure, cuts: [left / scale] }, left / scale) : undefined;
      const parts = soft ?? hard;
      return parts === undefined
        ? undefined
        : [drawing(context, parts[0], frame, scale), drawing(context, parts[1], frame, scale)];
    },
  };
}

/** The figure in sheets, each with its place among them. */
function sheetPieces(context: LayoutContext, figure: Figure, frame: Frame): Piece[] {
  const scale = leastScale(figure);
  const room = frame.width > BROAD ? ROOM.landscape : ROOM.portrait;
  const sheets = sheetsOfFigure(figure, frame.width / scale, (room - 2 * SMALL.leading) / scale);
  const rows = Math.max(...sheets.map(({ row }) => row)) + 1;
  const columns = Math.max(...sheets.map(({ column }) => column)) + 1;
  return sheets.flatMap(({ row, column, figure: part }, index) => {
    const place = `Sheet ${index + 1} of ${sheets.length}: row ${row + 1} of ${rows}, column ${column + 1} of ${columns}; sheets overlap at their edges.`;
    const words = textPiece(setPlain(context, place, SMALL, frame.width), SMALL, {
      x: frame.x,
      width: frame.width,
      before: 6,
      keepWithNext: true,
      element: frame.element.child('P'),
    });
    const alt = index === 0 ? `${place} ${figure.alt}` : `${place} The first sheet has the whole figure in words.`;
    return [words, drawing(context, { ...part, alt }, frame, scale)];
  });
}

interface Placement {
  /** Left and upper edge on the page. */
  readonly x: number;
  readonly top: number;
  readonly scale: number;
}

const ROLES: Readonly<Record<'plain' | 'strong' | 'emphasis', FaceRole>> = {
  plain: 'text',
  strong: 'strong',
  emphasis: 'emphasis',
};

/** Draws in a state of its own, so that the page goes on with its colours and lines as they were. */
function drawShapes(context: LayoutContext, figure: Figure, sheet: Sheet, placement: Placement): void {
  const { x, top, scale } = placement;
  const [width, height] = [figure.width * scale, figure.height * scale];
  sheet.clipped([x, top - height, x + width, top], () => {
    sheet.path('1 j');
    for (const shape of figure.shapes) drawShape(context, figure, sheet, shape, placement);
  });
}

function drawShape(
  context: LayoutContext,
  figure: Figure,
  sheet: Sheet,
  shape: FigureShape,
  placement: Placement,
): void {
  const { x, top, scale } = placement;
  if (shape.kind !== 'text') {
    sheet.path(outline(shape, placement));
    return;
  }
  const size = shape.size * scale;
  const style: TextStyle = { role: ROLES[shape.face], size, leading: size, colour: colourOf(shape.colour) };
  const line = setVerbatim(context, shape.text, style, figure.source);
  const indent = shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? line.width : line.width / 2;
  // The letters stand half a line and half a capital below the upper edge of their line.
  const upper = top - shape.y * scale + size / 2 + CAPITAL * size;
  sheet.text([line], style, x + shape.x * scale - indent, upper);
}

/** Half of the height of a capital, in parts of the size: see `baselineBelow`. */
const CAPITAL = 0.3645;

function outline(shape: Exclude<FigureShape, { readonly kind: 'text' }>, { x, top, scale }: Placement): string {
  const px = (value: number): string => pdfNumber(x + value * scale);
  const py = (value: number): string => pdfNumber(top - value * scale);
  const moves = shape.kind === 'path' ? shape.moves : rectangleMoves(shape);
  const path = moves.map((move) => {
    if (move[0] === 'Z') return 'h';
    if (move[0] === 'C')
      return `${px(move[1])} ${py(move[2])} ${px(move[3])} ${py(move[4])} ${px(move[5])} ${py(move[6])} c`;
    return `${px(move[1])} ${py(move[2])} ${move[0] === 'M' ? 'm' : 'l'}`;
  });
  const { fill, stroke } = shape;
  const paint = fill === undefined ? (stroke === undefined ? 'n' : 'S') : stroke === undefined ? 'f' : 'B';
  const colours = [
    ...(fill === undefined ? [] : [`${colourOf(fill)} rg`]),
    ...(stroke === undefined ? [] : [strokeState(stroke, scale)]),
  ];
  return ['q', ...colours, ...path, paint, 'Q'].join(' ');
}

function strokeState({ colour, width, dash }: FigureStroke, scale: number): string {
  const gaps = dash === undefined ? '' : ` [${dash.map((length) => pdfNumber(length * scale)).join(' ')}] 0 d`;
  return `${colourOf(colour)} RG ${pdfNumber(width * scale)} w${gaps}`;
}

/** How far the handles of a rounded corner reach, in parts of its radius. */
const ROUND = 0.5523;

function rectangleMoves(shape: Extract<FigureShape, { readonly kind: 'rectangle' }>): readonly FigureMove[] {
  const { x, y, width, height } = shape;
  const [right, bottom] = [x + width, y + height];
  const radius = Math.min(shape.radius ?? 0, width / 2, height / 2);
  if (radius === 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const near = radius * (1 - ROUND);
  return [
    ['M', x + radius, y],
    ['L', right - radius, y],
    ['C', right - near, y, right, y + near, right, y + radius],
    ['L', right, bottom - radius],
    ['C', right, bottom - near, right - near, bottom, right - radius, bottom],
    ['L', x + radius, bottom],
    ['C', x + near, bottom, x, bottom - near, x, bottom - radius],
    ['L', x, y + radius],
    ['C', x, y + near, x + near, y, x + radius, y],
    ['Z'],
  ];
}

/** `#1f4f7a` as the operands of `rg`. */
function colourOf(colour: string): Colour {
  return [1, 3, 5].map((at) => pdfNumber(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
}
