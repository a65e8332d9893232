import { PLAIN_ADVANCES, STRONG_ADVANCES } from './glyph-advances.ts';

/** Faces that a figure is lettered in; `emphasis` is the slanted companion of `plain` and as wide. */
export type FigureFace = 'plain' | 'strong' | 'emphasis';

const WIDTHS: Readonly<Record<FigureFace, ReadonlyMap<string, number>>> = {
  plain: widthsOf(PLAIN_ADVANCES),
  strong: widthsOf(STRONG_ADVANCES),
  emphasis: widthsOf(PLAIN_ADVANCES),
};
/** Scripts whose characters are as broad as they are high. */
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
/** A browser may letter a figure in another face of its like. */
const SLACK = 1.03;

function widthsOf(advances: typeof PLAIN_ADVANCES): ReadonlyMap<string, number> {
  return new Map(advances.flatMap(([advance, characters]) => [...characters].map((one) => [one, advance] as const)));
}

function advanceOf(character: string, face: FigureFace): number {
  return WIDTHS[face].get(character) ?? (FULL.test(character) ? 1050 : 1000);
}

/** How wide a text is, in the unit of the font size; never less than the documents' own faces need. */
export function textWidth(text: string, size: number, face: FigureFace = 'plain'): number {
  let thousandths = 0;
  for (const character of text) thousandths += advanceOf(character, face);
  return (thousandths * size * SLACK) / 1000;
}

/** Breaks a text into lines of at most this width; a longer word is broken before a capital letter, or where it must. */
export function wrapToWidth(text: string, width: number, size: number, face: FigureFace = 'plain'): readonly string[] {
  return wrapped(text.split(' '), width, size, face);
}

function wrapped(words: readonly string[], width: number, size: number, face: FigureFace): readonly string[] {
  const lines: string[] = [];
  const blank = textWidth(' ', size, face);
  let used = 0;
  for (const word of words.flatMap((part) => pieces(part, width, size, face))) {
    const wide = textWidth(word, size, face);
    if (lines.length > 0 && used + blank + wide <= width) {
      lines[lines.length - 1] += ` ${word}`;
      used += blank + wide;
    } else {
      lines.push(word);
      used = wide;
    }
  }
  return lines;
}

function pieces(word: string, width: number, size: number, face: FigureFace): readonly string[] {
  const parts: string[] = [];
  let rest = word;
  while (textWidth(rest, size, face) > width) {
    let head = '';
    let used = 0;
    for (const character of rest) {
      used += textWidth(character, size, face);
      if (head !== '' && used > width) break;
      head += character;
    }
    if (head === rest) break;
    const turn = [...head.matchAll(/(?<=[a-z\d_./-])(?=[A-Z(])/gu)].at(-1)?.index;
    const cut = turn === undefined || turn === 0 ? head.length : turn;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

/** At most `most` lines; what does not fit ends in an ellipsis. */
export function wrapShort(
  text: string,
  limits: { readonly width: number; readonly size: number; readonly most: number; readonly face?: FigureFace },
): readonly string[] {
  const { width, size, most, face = 'plain' } = limits;
  const lines = wrapToWidth(text, width, size, face);
  if (lines.length <= most) return lines;
  let last = [...lines.slice(most - 1).join(' ')];
  while (last.length > 1 && textWidth(`${last.join('')}…`, size, face) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
}

/** As few lines as this width allows, and these about equally long. */
export function wrapEvenly(text: string, width: number, size: number, face: FigureFace = 'plain'): readonly string[] {
  let lines = wrapToWidth(text, width, size, face);
  const { length } = lines;
  if (length === 1) return lines;
  for (let narrower = width - size / 2; narrower > width / 2; narrower -= size / 2) {
    const fewer = wrapToWidth(text, narrower, size, face);
    if (fewer.length > length) break;
    lines = fewer;
  }
  return lines;
}
