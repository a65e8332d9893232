import { destinationName, pdfNumber, pdfText } from './pdf-syntax.ts';
import type { Line, Run } from './set-text.ts';
import type { Structure, StructureElement } from './structure.ts';
import type { Colour, TextStyle } from './style.ts';

/** Cap height of the faces in parts of the size; lines are centred on it. */
const CAP_HEIGHT = 0.729;

/** Left, lower, right and upper edge in points. */
export type Box = readonly [number, number, number, number];

/** What furniture of a page is. */
export type Furniture = 'Header' | 'Footer' | 'Watermark' | 'Repeated';

/**
 * One page being drawn; `y` counts from the lower edge, as in PDF, and `top` is the upper edge of what is drawn.
 * Text belongs to the structure element that it is drawn `within`; rules, tints and frames belong to none, and what
 * is drawn as `furniture` belongs to none either: both are artifacts, which a screen reader passes over.
 */
export class Sheet {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Number of the page object. */
  readonly page: number;
  readonly fonts = new Set<string>();
  readonly destinations: { id: string; top: number }[] = [];
  readonly annotations: number[] = [];
  /** Numbers of the elements that own the marked contents, by MCID. */
  readonly owners: number[];
  readonly #structure: Structure;
  #operators: string[] = [];
  #fill: Colour = '';
  #stroke = '';
  #owner: StructureElement | undefined;
  /** Paths that are drawn belong to the owner, as in a figure. */
  #pathsBelong = false;
  /** The marked content that is open. */
  #open: StructureElement | 'artifact' | 'furniture' | undefined;
  #waiting = 0;

  constructor(index: number, width: number, height: number, structure: Structure, page: number, owners: number[] = []) {
    this.index = index;
    this.width = width;
    this.height = height;
    this.page = page;
    this.owners = owners;
    this.#structure = structure;
  }

  /** True while something is still to come that was kept a place for. */
  get waits(): boolean {
    return this.#waiting > 0;
  }

  /** What was drawn so far as a content stream; it leaves this sheet, and what is drawn later makes a stream of its own. */
  takeContent(): string {
    this.#close();
    const content = this.#operators.join('\n');
    this.#operators = [];
    this.#fill = '';
    this.#stroke = '';
    return content;
  }

  /** Draws content of an element. */
  within(element: StructureElement | undefined, draw: () => void): void {
    const outer = this.#owner;
    this.#owner = element;
    draw();
    this.#owner = outer;
  }

  /**
   * Draws a figure: paths and text of it belong to one element with `alternative` as its text for those who do not see
   * it. It becomes a child of the element that it is drawn `within`; text drawn in it is part of the picture.
   */
  figure(alternative: string, box: Box, draw: () => void): void {
    const attributes = `<</O/Layout/Placement/Block/BBox[${box.map(pdfNumber).join(' ')}]>>`;
    const parent = this.#owner ?? this.#structure.document;
    this.#drawing(this.#open === 'furniture' ? undefined : parent.child('Figure', { alternative, attributes }), draw);
  }

  /** Draws room for a pen; its place in `box` and its rules or frame are the content of `element`. */
  pen(element: StructureElement | undefined, box: Box, draw?: () => void): void {
    this.#drawing(element, () => {
      // Not painted: it tells programs where the field is, also where nothing is ruled.
      if (element !== undefined) this.#path(`${rectangleOf(box)} re n`);
      draw?.();
    });
  }

  rectangle(x: number, top: number, width: number, height: number, colour: Colour): void {
    this.#beginPath();
    this.#setFill(colour);
    this.#operators.push(`${pdfNumber(x)} ${pdfNumber(top - height)} ${pdfNumber(width)} ${pdfNumber(height)} re f`);
  }

  frame(x: number, top: number, width: number, height: number, colour: Colour, weight: number): void {
    this.#beginPath();
    this.#setStroke(colour, weight);
    this.#operators.push(`${pdfNumber(x)} ${pdfNumber(top - height)} ${pdfNumber(width)} ${pdfNumber(height)} re S`);
  }

  /** Rules of one look, drawn as one path. */
  rules(lines: readonly (readonly [number, number, number, number])[], colour: Colour, weight: number): void {
    this.#beginPath();
    this.#setStroke(colour, weight);
    let path = '';
    for (const [fromX, fromY, toX, toY] of lines)
      path += `${pdfNumber(fromX)} ${pdfNumber(fromY)} m ${pdfNumber(toX)} ${pdfNumber(toY)} l `;
    this.#operators.push(`${path}S`);
  }

  rule(fromX: number, fromY: number, toX: number, toY: number, colour: Colour, weight: number): void {
    this.#beginPath();
    this.#setStroke(colour, weight);
    this.#operators.push(`${pdfNumber(fromX)} ${pdfNumber(fromY)} m ${pdfNumber(toX)} ${pdfNumber(toY)} l S`);
  }

  /** A line of dots, as in contents. */
  dots(fromX: number, toX: number, y: number, colour: Colour): void {
    if (toX <= fromX) return;
    this.#path(
      `q ${colour} RG 0.7 w 1 J [0 3.2] 0 d ${pdfNumber(fromX)} ${pdfNumber(y)} m ${pdfNumber(toX)} ${pdfNumber(y)} l S Q`,
    );
  }

  /** Path operators as they are; they leave the graphics state as it was. */
  path(operators: string): void {
    this.#path(operators);
  }

  /** Draws in a state of its own, of which only what lies in the box shows. */
  clipped(box: Box, draw: () => void): void {
    this.#path(`q ${rectangleOf(box)} re W n`);
    const [fill, stroke] = [this.#fill, this.#stroke];
    draw();
    this.#operators.push('Q');
    [this.#fill, this.#stroke] = [fill, stroke];
  }

  /** Draws a form that the document defines. */
  form(name: string, matrix?: string): void {
    this.#path(matrix === undefined ? `/${name} Do` : `q ${matrix} cm /${name} Do Q`);
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
    const linked = lines.some((line) => line.runs.some((run) => run.link !== undefined));
    const belongs = linked && this.#open !== 'furniture' && this.#owner !== undefined;
    if (belongs) this.#close();
    else this.#begin(this.#owner);
    const links = belongs ? new LinkedText(this, this.#structure, this.#owner) : undefined;
    let operators = 'BT';
    let font = '';
    let fill = this.#fill;
    let lastLeft = NaN;
    let lastIndex = -1;
    for (const [index, line] of lines.entries()) {
      if (line.runs.length === 0) continue;
      const baseline = baselineBelow(top - index * style.leading, style);
      const indent = align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2;
      // Lines at the left edge follow each other by the leading; others have a place of their own.
      const left = x + indent;
      if (left === lastLeft && index === lastIndex + 1) operators += ' T*';
      else {
        if (lastIndex < 0) operators += ` ${pdfNumber(style.leading)} TL`;
        operators += ` 1 0 0 1 ${pdfNumber(left)} ${pdfNumber(baseline)} Tm`;
      }
      [lastLeft, lastIndex] = [left, index];
      for (const run of line.runs) {
        if (links !== undefined) operators += links.mark(run, x + indent, baseline);
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
        operators += `(${run.codes})Tj`;
      }
      links?.endLine();
    }
    if (operators === 'BT') return;
    if (links !== undefined) operators += links.end();
    this.#fill = fill;
    this.#operators.push(`${operators} ET`);
  }

  destination(id: string, top: number): void {
    this.destinations.push({ id, top: round(Math.min(top, this.height)) });
  }

  /** Keeps the place for what is known only when all pages are laid out. */
  later(): (draw: (sheet: Sheet) => void) => void {
    this.#close();
    const operators = this.#operators;
    const place = operators.push('') - 1;
    this.#waiting += 1;
    return (draw) => {
      const aside = new Sheet(this.index, this.width, this.height, this.#structure, this.page, this.owners);
      draw(aside);
      operators[place] = `q\n${aside.takeContent()}\nQ`;
      for (const font of aside.fonts) this.fonts.add(font);
      this.annotations.push(...aside.annotations);
      this.#waiting -= 1;
    };
  }

  /** The operators of a drawing that pages use as a form, without marks: the page that uses it marks it. */
  unmarked(draw: () => void): string {
    this.#open = 'furniture';
    draw();
    this.#open = undefined;
    return this.takeContent();
  }

  /** Marks what is drawn as furniture of the page and not part of its text. */
  furniture(kind: Furniture, draw: () => void): void {
    this.#close();
    this.#open = 'furniture';
    this.#operators.push(`/Artifact <</Type/Pagination${kind === 'Repeated' ? '' : `/Subtype/${kind}`}>> BDC`);
    draw();
    this.#close();
  }

  #drawing(element: StructureElement | undefined, draw: () => void): void {
    const outer = this.#pathsBelong;
    this.#pathsBelong = true;
    this.within(element, draw);
    this.#pathsBelong = outer;
  }

  #path(operators: string): void {
    this.#beginPath();
    this.#operators.push(operators);
  }

  #beginPath(): void {
    this.#begin(this.#pathsBelong ? this.#owner : undefined);
  }

  /** Opens marked content of the owner, or an artifact, unless it is open. */
  #begin(owner: StructureElement | undefined): void {
    if (this.#open === 'furniture' || this.#open === (owner ?? 'artifact')) return;
    this.#close();
    if (owner === undefined) {
      this.#operators.push('/Artifact BMC');
      this.#open = 'artifact';
    } else {
      this.#operators.push(`${markedContent(owner, this)} BDC`);
      this.#open = owner;
    }
  }

  #close(): void {
    if (this.#open !== undefined) this.#operators.push('EMC');
    this.#open = undefined;
  }

  #setFill(colour: Colour): void {
    if (colour === this.#fill) return;
    this.#operators.push(`${colour} rg`);
    this.#fill = colour;
  }

  #setStroke(colour: Colour, weight: number): void {
    const wanted = `${colour} RG ${pdfNumber(weight)} w`;
    if (wanted === this.#stroke) return;
    this.#operators.push(wanted);
    this.#stroke = wanted;
  }
}

/** Running text with links, each an element in the one that the text belongs to, with an annotation for each line. */
class LinkedText {
  readonly #sheet: Sheet;
  readonly #structure: Structure;
  readonly #owner: StructureElement | undefined;
  #target: string | undefined;
  #link: StructureElement | undefined;
  #begun = false;
  #label = '';
  #box: { left: number; right: number; lower: number; upper: number } | undefined;

  constructor(sheet: Sheet, structure: Structure, owner: StructureElement | undefined) {
    this.#sheet = sheet;
    this.#structure = structure;
    this.#owner = owner;
  }

  /** The operators that come before a run: the end of what it does not belong to, and the beginning of what it does. */
  mark(run: Run, left: number, baseline: number): string {
    let operators = '';
    if (!this.#begun || run.link !== this.#target) {
      this.endLine();
      if (this.#begun) operators += ' EMC';
      const target = run.link;
      this.#link = target === undefined ? undefined : this.#owner?.child('Link');
      const owner = this.#link ?? this.#owner;
      if (owner !== undefined) operators += ` ${markedContent(owner, this.#sheet)} BDC`;
      this.#target = target;
      this.#begun = true;
    }
    if (run.link !== undefined) {
      const from = left + run.x;
      const [lower, upper] = [baseline - run.size * 0.24, baseline + run.size * 0.8];
      this.#box =
        this.#box === undefined
          ? { left: from, right: from + run.width, lower, upper }
          : {
              left: this.#box.left,
              right: from + run.width,
              lower: Math.min(lower, this.#box.lower),
              upper: Math.max(upper, this.#box.upper),
            };
      this.#label += run.label ?? '';
    }
    return operators;
  }

  /** Ends the line, and with it the rectangle of a link on it. */
  endLine(): void {
    const box = this.#box;
    this.#box = undefined;
    if (box === undefined || this.#link === undefined || this.#target === undefined) return;
    const rectangle = [box.left, box.lower, box.right, box.upper].map(pdfNumber).join(' ');
    this.#sheet.annotations.push(
      this.#structure.annotate(
        this.#link,
        this.#sheet.page,
        `<</Type/Annot/Subtype/Link/Rect[${rectangle}]/Border[0 0 0]/F 4/Contents${pdfText(this.#label)}/Dest(${destinationName(this.#target)})`,
      ),
    );
    this.#label = '';
  }

  end(): string {
    this.endLine();
    return this.#begun ? ' EMC' : '';
  }
}

/** A new marked content of an element on a page, up to its operator. */
function markedContent(element: StructureElement, sheet: Sheet): string {
  const mcid = sheet.owners.push(element.id) - 1;
  element.content(sheet.page, mcid);
  return `/${element.type} <</MCID ${mcid}>>`;
}

function rectangleOf([left, lower, right, upper]: Box): string {
  return `${pdfNumber(left)} ${pdfNumber(lower)} ${pdfNumber(right - left)} ${pdfNumber(upper - lower)}`;
}

/** Where the letters of a line stand whose upper edge is `top`. */
export function baselineBelow(top: number, style: TextStyle): number {
  return top - style.leading / 2 - (CAP_HEIGHT * style.size) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
