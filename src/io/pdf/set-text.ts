import { type Inline, type TemplatePosition, inlineText } from '../../render/blocks.ts';
import type { Face } from './face.ts';
import type { FontFile } from './font-file.ts';
import { type Colour, LINK, type TextStyle } from './style.ts';
import type { FaceRole, Typefaces } from './typefaces.ts';

/** A stretch of one look on a line; `x` from the start of the line, all in points. */
export interface Run {
  readonly font: FontFile;
  readonly size: number;
  readonly colour: Colour;
  readonly link: string | undefined;
  readonly x: number;
  width: number;
  codes: string;
  /** The text of a link as it is written. */
  label?: string;
}

export interface Line {
  readonly runs: Run[];
  width: number;
}

/** What text setting needs to know of the document. */
export interface TextContext {
  readonly faces: Typefaces;
  /** Whether the document has a destination of this id. */
  hasDestination(id: string): boolean;
}

/** Width of one line of plain text in points. */
export function textWidth(faces: Typefaces, text: string, style: TextStyle): number {
  return (faces.face(style.role).word(text).width * style.size) / 1000;
}

/** Breaks running text into lines of at most `width` points; a word wider than a line breaks at a sensible sign. */
export function setText(
  context: TextContext,
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  at?: TemplatePosition,
): Line[] {
  const setter = new LineSetter(context, style, width, at);
  setter.span(content, { role: style.role, size: style.size, colour: style.colour, link: undefined });
  return setter.finish();
}

/** One plain string as lines. */
export function setPlain(
  context: TextContext,
  text: string,
  style: TextStyle,
  width: number,
  at?: TemplatePosition,
): Line[] {
  return setText(context, [{ kind: 'text', text }], style, width, at);
}

/** One line as it is written, every space kept. */
export function setVerbatim(context: TextContext, text: string, style: TextStyle, at?: TemplatePosition): Line {
  const set = context.faces.face(style.role).word(text, at);
  const width = (set.width * style.size) / 1000;
  const runs = set.runs.map((run) => ({
    ...run,
    size: style.size,
    colour: style.colour,
    link: undefined,
    x: 0,
    width: 0,
  }));
  return { runs, width };
}

interface Look {
  readonly role: FaceRole;
  readonly size: number;
  readonly colour: Colour;
  readonly link: string | undefined;
}

interface Fragment {
  readonly text: string;
  readonly look: Look;
  readonly face: Face;
  readonly width: number;
}

/** Size of code within text: the code face is wider and taller than the others. */
const CODE_SIZE = 0.9;
const STRONG: Readonly<Record<FaceRole, FaceRole>> = {
  text: 'strong',
  strong: 'strong',
  emphasis: 'strong-emphasis',
  'strong-emphasis': 'strong-emphasis',
  code: 'code-strong',
  'code-strong': 'code-strong',
};
const EMPHASIS: Readonly<Record<FaceRole, FaceRole>> = {
  ...STRONG,
  text: 'emphasis',
  strong: 'strong-emphasis',
  emphasis: 'emphasis',
  code: 'code',
};
const AS_CODE: Readonly<Record<FaceRole, FaceRole>> = {
  text: 'code',
  strong: 'code-strong',
  emphasis: 'code',
  'strong-emphasis': 'code-strong',
  code: 'code',
  'code-strong': 'code-strong',
};

class LineSetter {
  readonly #context: TextContext;
  readonly #style: TextStyle;
  readonly #width: number;
  readonly #at: TemplatePosition | undefined;
  readonly #lines: Line[] = [];
  #line: Line = { runs: [], width: 0 };
  #word: Fragment[] = [];
  #wordWidth = 0;
  #space: Look | undefined;

  constructor(context: TextContext, style: TextStyle, width: number, at: TemplatePosition | undefined) {
    this.#context = context;
    this.#style = style;
    this.#width = width;
    this.#at = at;
  }

  span(content: readonly Inline[], look: Look): void {
    for (const part of content) {
      switch (part.kind) {
        case 'text':
          this.#text(part.text, look);
          break;
        case 'code':
          this.#text(part.text, asCode(look));
          break;
        case 'strong':
          this.span(part.content, { ...look, role: STRONG[look.role] });
          break;
        case 'emphasis':
          this.span(part.content, { ...look, role: EMPHASIS[look.role] });
          break;
        case 'link':
          this.span(
            part.content,
            this.#context.hasDestination(part.target) ? { ...look, colour: LINK, link: part.target } : look,
          );
          break;
        case 'external-link':
          this.span(part.content, look);
          if (inlineText(part.content) !== part.url) this.#text(` (${part.url})`, look);
          break;
        case 'line-break':
          this.#newLine();
          break;
      }
    }
  }

  finish(): Line[] {
    this.#endWord();
    if (this.#line.runs.length > 0) this.#lines.push(this.#line);
    return this.#lines;
  }

  #text(text: string, look: Look): void {
    const face = this.#context.faces.face(look.role);
    let start = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const code = index < text.length ? text.charCodeAt(index) : 0x20;
      const isSpace = code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
      if (!isSpace) continue;
      if (index > start) this.#fragment(text.slice(start, index), look, face);
      start = index + 1;
      if (index === text.length) break;
      if (code === 0x0a) this.#newLine();
      else {
        this.#endWord();
        this.#space = look;
      }
    }
  }

  #fragment(text: string, look: Look, face: Face): void {
    const width = (face.word(text, this.#at).width * look.size) / 1000;
    this.#word.push({ text, look, face, width });
    this.#wordWidth += width;
  }

  #newLine(): void {
    this.#endWord();
    this.#lines.push(this.#line);
    this.#line = { runs: [], width: 0 };
    this.#space = undefined;
  }

  #endWord(): void {
    if (this.#word.length === 0) return;
    const word = this.#word;
    const width = this.#wordWidth;
    this.#word = [];
    this.#wordWidth = 0;
    const space = this.#line.runs.length > 0 ? this.#space : undefined;
    const gap = space === undefined ? 0 : this.#spaceWidth(space);
    if (this.#line.width + gap + width > this.#width + 0.001) {
      if (this.#line.runs.length > 0) {
        if (this.#space !== undefined) this.#endWithSpace();
        this.#lines.push(this.#line);
        this.#line = { runs: [], width: 0 };
      }
      if (width > this.#width + 0.001) {
        this.#breakWord(word);
        this.#space = undefined;
        return;
      }
    } else if (space !== undefined) {
      // The space belongs to a link only where both of its neighbours do.
      const look =
        space.link === word[0]?.look.link ? space : { ...space, link: undefined, colour: this.#style.colour };
      this.#append(' ', look, this.#context.faces.face(look.role), gap);
    }
    for (const fragment of word) this.#append(fragment.text, fragment.look, fragment.face, fragment.width);
    this.#space = undefined;
  }

  /** Keeps the space where the line breaks: without it a screen reader joins two words. It takes no room. */
  #endWithSpace(): void {
    const last = this.#line.runs.at(-1);
    const space = last?.font.glyph(0x20);
    if (last !== undefined && space !== undefined) last.codes += space.code;
  }

  #spaceWidth(look: Look): number {
    return (this.#context.faces.face(look.role).space * look.size) / 1000;
  }

  #append(text: string, look: Look, face: Face, width: number): void {
    const { runs } = this.#line;
    const set = face.word(text, this.#at);
    let x = this.#line.width;
    let label = look.link === undefined ? undefined : text;
    for (const part of set.runs) {
      const last = runs.at(-1);
      const share = set.runs.length === 1 ? width : partWidth(set.runs.length, width);
      if (
        last !== undefined &&
        last.font === part.font &&
        last.size === look.size &&
        last.colour === look.colour &&
        last.link === look.link
      ) {
        last.codes += part.codes;
        last.width += share;
        if (label !== undefined) last.label = (last.label ?? '') + label;
      } else {
        runs.push({
          font: part.font,
          size: look.size,
          colour: look.colour,
          link: look.link,
          x,
          width: share,
          codes: part.codes,
          ...(label === undefined ? {} : { label }),
        });
      }
      if (label !== undefined) label = '';
      x += share;
    }
    this.#line.width += width;
  }

  /** Breaks a word that is wider than a line; the rest of it stays open for the words that follow. */
  #breakWord(word: readonly Fragment[]): void {
    const characters = word.flatMap((fragment) =>
      [...fragment.text].map((text) => ({
        text,
        fragment,
        width: (fragment.face.advance(text, this.#at) * fragment.look.size) / 1000,
      })),
    );
    let start = 0;
    while (start < characters.length) {
      let end = start;
      let width = 0;
      let soft = 0;
      let softWidth = 0;
      while (end < characters.length && (end === start || width + (characters[end]?.width ?? 0) <= this.#width)) {
        width += characters[end]?.width ?? 0;
        end += 1;
        if (end < characters.length && breaksBetween(characters[end - 1]?.text ?? '', characters[end]?.text ?? '')) {
          soft = end;
          softWidth = width;
        }
      }
      const whole = end === characters.length;
      // A sign near the start of the line would leave most of it empty: then any character will do.
      const cut = whole || soft === 0 || softWidth < this.#width * 0.3 ? end : soft;
      let from = start;
      for (let index = start; index < cut; index += 1) {
        const here = characters[index];
        if (here === undefined || (characters[index + 1]?.fragment === here.fragment && index + 1 < cut)) continue;
        const stretch = characters.slice(from, index + 1);
        const text = stretch.map((each) => each.text).join('');
        const stretchWidth = stretch.reduce((sum, each) => sum + each.width, 0);
        this.#append(text, here.fragment.look, here.fragment.face, stretchWidth);
        from = index + 1;
      }
      if (!whole) {
        this.#lines.push(this.#line);
        this.#line = { runs: [], width: 0 };
      }
      start = cut;
    }
  }
}

function asCode(look: Look): Look {
  return look.role === 'code' || look.role === 'code-strong'
    ? look
    : { ...look, role: AS_CODE[look.role], size: look.size * CODE_SIZE };
}

/** Width of each of several parts: only rects of links and the start of runs use it, never the line itself. */
function partWidth(parts: number, width: number): number {
  return width / parts;
}

const BREAK_AFTER = /[-._/#:,;=|\\@–—→]/u;
const LOWER_OR_DIGIT = /[\p{Ll}\p{Nd}]/u;
const UPPER = /\p{Lu}/u;

/** Whether an over-long identifier may break here: after a separator, before a bracket, at a hump of camel case. */
function breaksBetween(before: string, after: string): boolean {
  if (/\p{M}/u.test(after)) return false;
  return (
    BREAK_AFTER.test(before) ||
    after === '(' ||
    after === '[' ||
    (LOWER_OR_DIGIT.test(before) && UPPER.test(after) && /\p{Ll}/u.test(before))
  );
}
