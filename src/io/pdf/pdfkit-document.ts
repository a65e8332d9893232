import { type Hash, createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { deflate } from 'pako';

/**
 * The only file that touches the inside of pdfkit (pinned exactly; `pdfkit-contract.test.ts` holds what is used here).
 * Why inside: pdfkit compresses with the zlib that Node was linked with, sorts names by locale, derives the file's id
 * from the title alone, and lays out text slowly; each of these would cost determinism or speed.
 */

/** A PDF object under construction. */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
  finalize(): void;
}

interface PdfPage {
  readonly dictionary: PdfReference;
  readonly content: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
  write(chunk: Uint8Array): void;
}

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
}

interface ParsedFont {
  layout(text: string): unknown;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
}

interface EmbeddedFont {
  readonly id: string;
  readonly name: string;
  readonly font: ParsedFont;
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
  readonly unicode: number[][];
  readonly widths: number[];
  ref(): PdfReference;
}

interface PdfkitInside {
  page: PdfPage;
  compress: boolean;
  _offset: number;
  _id: Uint8Array;
  _font: EmbeddedFont;
  _root: { data: { Names: PdfReference; [key: string]: unknown } };
  font(source: string | ParsedFont): void;
  addPage(options: { size: readonly [number, number]; margin: number }): void;
  addNamedDestination(name: string, ...position: unknown[]): void;
  ref(data?: unknown): PdfReference;
  end(): void;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
}

const Base = PDFDocument as unknown as new (options: Record<string, unknown>) => PdfkitInside;

/** Level of the compressor; pako at a fixed level gives the same bytes on every build of Node. */
const COMPRESSION_LEVEL = 6;

/** Fonts parsed once per process: parsing costs more than a short document. */
const parsedFonts = new Map<string, ParsedFont>();

/** A font file as the document embeds it: the glyphs that were asked for, each with a code of its own. */
export interface FontFile {
  /** Name in the resources of a page. */
  readonly id: string;
  readonly name: string;
  /** Units of a thousandth of the font size, as are all widths here. */
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  /** The code (four hex digits) and width of a character, or undefined where the font has no glyph for it. */
  glyph(codePoint: number): { readonly code: string; readonly width: number } | undefined;
  /** The outline of a text as path operators at size 1000, and its width: text that extraction must not see. */
  outline(text: string): { readonly operators: string; readonly width: number };
}

/** Facts of the information dictionary. */
export interface DocumentInformation {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  readonly instant: Date;
}

/** A page as the writer fills it, in the coordinates of PDF: points from the lower left corner. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly operators: readonly string[];
  readonly fonts: Iterable<string>;
  readonly forms: Iterable<string>;
  readonly links: readonly { readonly rect: readonly [number, number, number, number]; readonly target: string }[];
  readonly destinations: readonly { readonly id: string; readonly top: number }[];
}

/** An entry of the bookmarks; `page` counts from 0. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly top: number;
  readonly children: readonly Bookmark[];
}

/** A number as content streams spell it, to a hundredth of a point. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** Named destinations are ASCII with a prefix, so that their order by bytes is their order by code units. */
export function destinationName(id: string): string {
  return `d.${encodeURIComponent(id)}`;
}

/** A PDF 1.7 under construction, whose bytes depend on nothing but what is put in. */
export class Doc extends Base {
  /** Only declared: pdfkit's constructor writes the first bytes before fields of this class would exist. */
  declare private written?: { readonly chunks: Uint8Array[]; readonly hash: Hash };
  readonly #fonts = new Map<string, EmbeddedFont>();
  readonly #forms = new Map<string, PdfReference>();
  readonly #pages: PdfReference[] = [];

  constructor(information: DocumentInformation) {
    super({
      font: null,
      autoFirstPage: false,
      compress: false,
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      info: {
        Title: information.title,
        Author: information.author,
        Subject: information.subject,
        Creator: information.creator,
        Producer: information.producer,
        CreationDate: information.instant,
        ModDate: information.instant,
      },
    });
    const destinations = this._root.data.Names.data['Dests'] as { _compareKeys: unknown; limits: boolean };
    destinations._compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    destinations.limits = false; // the root of a name tree has no limits (ISO 32000-1, 7.9.6)
  }

  override ref(data?: unknown): PdfReference {
    const reference = super.ref(data);
    const inherited = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0 && reference.data['Filter'] === undefined) {
        reference.buffer = [deflate(Buffer.concat(reference.buffer), { level: COMPRESSION_LEVEL })];
        reference.data['Filter'] = 'FlateDecode';
      }
      inherited();
    };
    return reference;
  }

  override _write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.written ??= { chunks: [], hash: createHash('sha256') };
    this.written.chunks.push(bytes);
    this.written.hash.update(bytes);
    this._offset += bytes.length;
  }

  override _finalize(): void {
    if (this.written !== undefined) this._id = new Uint8Array(this.written.hash.copy().digest().subarray(0, 16));
    super._finalize();
  }

  /** Opens a TrueType file; it is embedded as a subset when a page uses it. */
  openFont(file: string): FontFile {
    this.font(parsedFonts.get(file) ?? file);
    const font = this._font;
    parsedFonts.set(file, font.font);
    this.#fonts.set(font.id, font);
    return {
      id: font.id,
      name: font.name,
      ascender: font.ascender,
      descender: font.descender,
      capHeight: font.capHeight,
      glyph: (codePoint) => subsetGlyph(font, codePoint),
      outline: (text) => outline(font, text),
    };
  }

  /** Defines a drawing that pages use by name, as `/name Do`. */
  defineForm(name: string, box: readonly [number, number, number, number], operators: string): void {
    const form = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: {} });
    form.write(Buffer.from(operators, 'latin1'));
    form.end();
    this.#forms.set(name, form);
  }

  writePage(content: PageContent): void {
    this.addPage({ size: [content.width, content.height], margin: 0 });
    const { page } = this;
    page.content.buffer.length = 0; // drops the flip of the axes that pdfkit puts first
    page.content.data['Length'] = 0;
    for (const id of content.fonts) {
      const font = this.#fonts.get(id);
      if (font !== undefined) page.fonts[id] = font.ref();
    }
    for (const name of content.forms) {
      const form = this.#forms.get(name);
      if (form !== undefined) page.xobjects[name] = form;
    }
    for (const link of content.links) {
      const annotation = this.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: link.rect,
        Border: [0, 0, 0],
        F: 4,
        A: { S: 'GoTo', D: pdfString(destinationName(link.target)) },
      });
      page.annotations.push(annotation);
      annotation.end();
    }
    for (const destination of content.destinations) {
      // pdfkit counts from the top of the page and turns the number round.
      this.addNamedDestination(destinationName(destination.id), 'XYZ', 0, content.height - destination.top, null);
    }
    this.#pages.push(page.dictionary);
    page.write(Buffer.from(content.operators.join('\n'), 'latin1'));
  }

  /** Writes the bookmarks, all of the first level open; call once, after the last page. */
  writeBookmarks(bookmarks: readonly Bookmark[]): void {
    if (bookmarks.length === 0) return;
    const root = this.ref({ Type: 'Outlines' });
    this.#writeBookmarkLevel(root, bookmarks);
    root.data['Count'] = bookmarks.length;
    root.end();
    this._root.data['Outlines'] = root;
    this._root.data['PageMode'] = 'UseOutlines';
  }

  #writeBookmarkLevel(parent: PdfReference, bookmarks: readonly Bookmark[]): void {
    const references = bookmarks.map((bookmark) =>
      this.ref({
        Title: pdfString(bookmark.title),
        Parent: parent,
        Dest: [this.#pages[bookmark.page], 'XYZ', 0, bookmark.top, null],
      }),
    );
    parent.data['First'] = references[0];
    parent.data['Last'] = references.at(-1);
    references.forEach((reference, index) => {
      const children = bookmarks[index]?.children ?? [];
      if (index > 0) reference.data['Prev'] = references[index - 1];
      if (index + 1 < references.length) reference.data['Next'] = references[index + 1];
      if (children.length > 0) {
        this.#writeBookmarkLevel(reference, children);
        reference.data['Count'] = -children.length; // closed
      }
      reference.end();
    });
  }

  /** Ends the document and gives its bytes. */
  finish(): Uint8Array {
    this.end();
    return new Uint8Array(Buffer.concat(this.written?.chunks ?? []));
  }
}

/** What pdfkit writes as a string and not as a name. */
function pdfString(text: string): unknown {
  return Object(text) as unknown;
}

function subsetGlyph(font: EmbeddedFont, codePoint: number): { code: string; width: number } | undefined {
  if (!font.font.hasGlyphForCodePoint(codePoint)) return undefined;
  const glyph = font.font.glyphForCodePoint(codePoint);
  const width = glyph.advanceWidth * font.scale;
  let index = font.subset.includeGlyph(glyph.id);
  const known = font.unicode[index];
  if (known !== undefined && known[0] !== codePoint) {
    // Two characters share the glyph (space and no-break space): the second gets a copy, so that copying text from the
    // page gives back the character that was written.
    index = font.subset.glyphs.push(glyph.id) - 1;
  }
  font.widths[index] = width;
  font.unicode[index] = [codePoint];
  return { code: index.toString(16).padStart(4, '0'), width };
}

function outline(font: EmbeddedFont, text: string): { operators: string; width: number } {
  const operators: string[] = [];
  let x = 0;
  for (const character of text) {
    const glyph = font.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    let [fromX, fromY] = [0, 0];
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, index) => value * font.scale + (index % 2 === 0 ? x : 0));
      const curve = command === 'quadraticCurveTo' ? cubic(fromX, fromY, points) : points;
      const operator = PATH_OPERATORS[command];
      if (operator !== undefined) operators.push(`${curve.map(pdfNumber).join(' ')} ${operator}`.trim());
      [fromX, fromY] = [points.at(-2) ?? fromX, points.at(-1) ?? fromY];
    }
    x += glyph.advanceWidth * font.scale;
  }
  return { operators: `${operators.join('\n')}\nf`, width: x };
}

const PATH_OPERATORS: Readonly<Record<string, string>> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'c',
  bezierCurveTo: 'c',
  closePath: 'h',
};

/** PDF has cubic curves only: the same curve with its one control point raised to two. */
function cubic(fromX: number, fromY: number, [cx = 0, cy = 0, x = 0, y = 0]: readonly number[]): number[] {
  return [
    fromX + (2 / 3) * (cx - fromX),
    fromY + (2 / 3) * (cy - fromY),
    x + (2 / 3) * (cx - x),
    y + (2 / 3) * (cy - y),
    x,
    y,
  ];
}
