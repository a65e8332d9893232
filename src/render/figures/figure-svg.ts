import type { Figure, FigureMove, FigureShape, FigureStroke } from '../blocks.ts';
import { escaped, type Html } from '../html.ts';

/** Faces that are as narrow as those of the documents, which measure the letters. */
const FACES = "'DejaVu Sans Condensed', Arial, Helvetica, 'Liberation Sans', sans-serif";

/** A figure as an SVG that needs no style sheet: `name` is its title, the figure in words its description. */
export function figureSvg(figure: Figure, name: string): Html {
  const { width, height, alt, shapes } = figure;
  return escaped`<svg class="figure" role="img" aria-label="${name}" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="${FACES}" xmlns="http://www.w3.org/2000/svg">
<title>${name}</title><desc>${alt}</desc>
${shapes.map(shapeSvg)}</svg>
`;
}

function shapeSvg(shape: FigureShape): Html {
  if (shape.kind === 'path')
    return escaped`<path d="${shape.moves.map(moveText).join('')}"${paint(shape.fill, shape.stroke)}/>
`;
  if (shape.kind === 'rectangle') {
    const radius = shape.radius === undefined ? [] : [escaped` rx="${round(shape.radius)}"`];
    return escaped`<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}"${radius}${paint(shape.fill, shape.stroke)}/>
`;
  }
  const { x, y, text, size, anchor, face, colour } = shape;
  const style =
    face === 'strong' ? [escaped` font-weight="700"`] : face === 'emphasis' ? [escaped` font-style="italic"`] : [];
  const end = anchor === 'start' ? [] : [escaped` text-anchor="${anchor}"`];
  return escaped`<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${style}${end} fill="${colour}">${text}</text>
`;
}

function paint(fill: string | undefined, stroke: FigureStroke | undefined): readonly Html[] {
  const inside = escaped` fill="${fill ?? 'none'}"`;
  if (stroke === undefined) return [inside];
  const dash = stroke.dash === undefined ? [] : [escaped` stroke-dasharray="${stroke.dash.map(round).join(' ')}"`];
  return [inside, escaped` stroke="${stroke.colour}" stroke-width="${round(stroke.width)}"`, ...dash];
}

function moveText(move: FigureMove): string {
  const [letter, ...numbers] = move;
  return `${letter}${numbers.map((number) => round(number)).join(' ')}`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10 + 0;
}
