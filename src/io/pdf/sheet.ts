import { type PageContent, pdfNumber } from './pdfkit-document.ts';
import type { Line } from './set-text.ts';
import type { Colour, TextStyle } from './style.ts';

/** Cap height of the faces in parts of the size; lines are centred on it. */
const CAP_HEIGHT = 0.729;

/** One page being drawn; `y` counts from the lower edge, as in PDF, and `top` is the upper edge of what is drawn. */
export class Sheet implements PageContent {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly operators: string[] = [];
  readonly fonts = new Set<string>();
  readonly forms = new Set<string>();
  readonly links: { rect: [number, number, number, number]; target: string }[] = [];
  readonly destinations: { id: string; top: number }[] = [];
  #fill: Colour = '';
  #stroke = '';

  constructor(index: number, width: number, height: number) {
    this.index = index;
    this.width = width;
    this.height = height;
  }

  rectangle(x: number, top: number, width: number, height: number, colour: Colour): void {
    this.#setFill(colour);
    this.operators.push(`${pdfNumber(x)} ${pdfNumber(top - height)} ${pdfNumber(width)} ${pdfNumber(height)} re f`);
  }

  frame(x: number, top: number, width: number, height: number, colour: Colour, weight: number): void {
    this.#setStroke(colour, weight);
    this.operators.push(`${pdfNumber(x)} ${pdfNumber(top - height)} ${pdfNumber(width)} ${pdfNumber(height)} re S`);
  }

  rule(fromX: number, fromY: number, toX: number, toY: number, colour: Colour, weight: number): void {
    this.#setStroke(colour, weight);
    this.operators.push(`${pdfNumber(fromX)} ${pdfNumber(fromY)} m ${pdfNumber(toX)} ${pdfNumber(toY)} l S`);
  }

  /** A line of dots, as in contents. */
  dots(fromX: number, toX: number, y: number, colour: Colour): void {
    if (toX <= fromX) return;
    this.operators.push(
      `q ${colour} RG 0.7 w 1 J [0 3.2] 0 d ${pdfNumber(fromX)} ${pdfNumber(y)} m ${pdfNumber(toX)} ${pdfNumber(y)} l S Q`,
    );
  }

  /** Lines of text below `top`; `width` is the room that alignment refers to. */
  text(
    lines: readonly Line[],
    style: TextStyle,
    x: number,
    top: number,
    width = 0,
    align: 'left' | 'right' | 'center' = 'left',
  ): void {
    let operators = 'BT';
    let font = '';
    let fill = this.#fill;
    lines.forEach((line, index) => {
      if (line.runs.length === 0) return;
      const baseline = baselineBelow(top - index * style.leading, style);
      const indent = align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2;
      operators += ` 1 0 0 1 ${pdfNumber(x + indent)} ${pdfNumber(baseline)} Tm`;
      for (const run of line.runs) {
        const wanted = `/${run.font.id} ${pdfNumber(run.size)} Tf`;
        if (wanted !== font) {
          operators += ` ${wanted}`;
          font = wanted;
          this.fonts.add(run.font.id);
        }
        if (run.colour !== fill) {
          operators += ` ${run.colour} rg`;
          fill = run.colour;
        }
        operators += ` <${run.codes}> Tj`;
        if (run.link !== undefined) {
          const left = x + indent + run.x;
          this.links.push({
            rect: [
              round(left),
              round(baseline - run.size * 0.24),
              round(left + run.width),
              round(baseline + run.size * 0.8),
            ],
            target: run.link,
          });
        }
      }
    });
    if (operators === 'BT') return;
    this.#fill = fill;
    this.operators.push(`${operators} ET`);
  }

  destination(id: string, top: number): void {
    this.destinations.push({ id, top: round(Math.min(top, this.height)) });
  }

  /** Keeps the place in the reading order for what is known only when all pages are laid out. */
  later(): (draw: (sheet: Sheet) => void) => void {
    const place = this.operators.push('') - 1;
    return (draw) => {
      const aside = new Sheet(this.index, this.width, this.height);
      draw(aside);
      this.operators[place] = `q ${aside.operators.join(' ')} Q`;
      for (const font of aside.fonts) this.fonts.add(font);
      this.links.push(...aside.links);
    };
  }

  /** Marks what is drawn as furniture of the page and not part of its text. */
  artifact(subtype: 'Header' | 'Footer' | 'Watermark', draw: () => void): void {
    this.operators.push(`/Artifact <</Type/Pagination/Subtype/${subtype}>> BDC`);
    draw();
    this.operators.push('EMC');
  }

  #setFill(colour: Colour): void {
    if (colour === this.#fill) return;
    this.operators.push(`${colour} rg`);
    this.#fill = colour;
  }

  #setStroke(colour: Colour, weight: number): void {
    const wanted = `${colour} RG ${pdfNumber(weight)} w`;
    if (wanted === this.#stroke) return;
    this.operators.push(wanted);
    this.#stroke = wanted;
  }
}

/** Where the letters of a line stand whose upper edge is `top`. */
export function baselineBelow(top: number, style: TextStyle): number {
  return top - style.leading / 2 - (CAP_HEIGHT * style.size) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
