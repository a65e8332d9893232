import { pdfNumber } from './pdf-syntax.ts';

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
}

/** A font file as fontkit reads it. */
export interface ParsedFont {
  layout(text: string): unknown;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
}

/** A font as pdfkit embeds it. */
export interface EmbeddedFont {
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
  ref(): { readonly id: number };
}

/** A font file as the document embeds it: the glyphs that were asked for, each with a code of its own. */
export interface FontFile {
  /** Name in the resources of a page. */
  readonly id: string;
  readonly name: string;
  /** Units of a thousandth of the font size, as are all widths here. */
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  /** The code (two bytes as in a literal string) and width of a character, or undefined where the font has no glyph for it. */
  glyph(codePoint: number): { readonly code: string; readonly width: number } | undefined;
  /** The outline of a text as path operators at size 1000, and its width: text that extraction must not see. */
  outline(text: string): { readonly operators: string; readonly width: number };
}

/** The part of an embedded font that text is set with. */
export function fontFile(font: EmbeddedFont): FontFile {
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
  return { code: codeText(index), width };
}

/** A code of two bytes as a literal string spells it: half as long as hexadecimal digits, and that much less to compress. */
function codeText(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff).replace(/[\\()\r]/g, (sign) =>
    sign === '\r' ? '\\r' : `\\${sign}`,
  );
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
