import { LayoutFailure } from '../../render/layout-failure.ts';
import type { TemplatePosition } from '../../render/blocks.ts';
import type { FontFile } from './font-file.ts';

/** A stretch of codes of one font file, as a literal string of PDF holds them. */
export interface GlyphRun {
  readonly font: FontFile;
  readonly codes: string;
}

/** A word as it prints; `width` in thousandths of the size. */
export interface SetWord {
  readonly runs: readonly GlyphRun[];
  readonly width: number;
}

/**
 * A face is a chain of font files with cached metrics. Kerning and ligatures are off, so that the width of a word is
 * the sum of its characters and every word is measured once.
 */
export class Face {
  readonly ascender: number;
  readonly descender: number;
  readonly #open: readonly (() => FontFile)[];
  readonly #glyphs = new Map<number, { readonly font: FontFile; readonly code: string; readonly width: number }>();
  readonly #words = new Map<string, SetWord>();
  readonly space: number;

  constructor(open: readonly [() => FontFile, ...(() => FontFile)[]]) {
    this.#open = open;
    const first = open[0]();
    this.ascender = first.ascender;
    this.descender = first.descender;
    this.space = first.glyph(0x20)?.width ?? 300;
  }

  /** The word as codes; a character that no file of the chain can print is a `Failure` that names its place. */
  word(word: string, at?: TemplatePosition): SetWord {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const runs: { font: FontFile; codes: string }[] = [];
    let width = 0;
    for (const character of word) {
      const glyph = this.#glyph(character, word, at);
      const last = runs.at(-1);
      if (last?.font === glyph.font) last.codes += glyph.code;
      else runs.push({ font: glyph.font, codes: glyph.code });
      width += glyph.width;
    }
    const set: SetWord = { runs, width };
    if (this.#words.size >= CACHED_WORDS) this.#words.clear();
    this.#words.set(word, set);
    return set;
  }

  /** Width of one character in thousandths of the size. */
  advance(character: string, at?: TemplatePosition): number {
    return this.#glyph(character, character, at).width;
  }

  #glyph(
    character: string,
    word: string,
    at: TemplatePosition | undefined,
  ): { font: FontFile; code: string; width: number } {
    const codePoint = character.codePointAt(0) ?? 0;
    const known = this.#glyphs.get(codePoint);
    if (known !== undefined) return known;
    if (NEEDS_SHAPING.test(character))
      throw unprintable(character, word, at, 'is of a script or control that runs in another direction');
    for (const open of this.#open) {
      const font = open();
      const found = font.glyph(codePoint);
      if (found !== undefined) {
        const glyph = { font, ...found };
        this.#glyphs.set(codePoint, glyph);
        return glyph;
      }
    }
    throw unprintable(character, word, at, 'has no glyph in the embedded fonts');
  }
}

/** Bound of the cache; a document of a thousand pages has some ten thousand different words. */
const CACHED_WORDS = 200_000;

/** Set letter by letter from left to right these would read wrongly, and direction controls can hide what a text says. */
const NEEDS_SHAPING =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

function unprintable(character: string, word: string, at: TemplatePosition | undefined, why: string): LayoutFailure {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new LayoutFailure(
    3,
    'unprintable-character',
    (place) => `The character U+${codePoint} in “${visible(word)}”${place} ${why}.`,
    'Write the text with characters of the Latin, Greek or Cyrillic script, or with the technical signs of Unicode.',
    at,
  );
}

function visible(word: string): string {
  return word.replace(/[\p{C}]/gu, (control) => `\\u{${(control.codePointAt(0) ?? 0).toString(16)}}`).slice(0, 60);
}
