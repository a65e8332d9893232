/** Widths of the characters of a broad sans-serif face, in parts of the font size; a narrower face only leaves more room. */
const NARROW = /[ijl.,:;'|!()[\]]/u;
const SLIM = /[frtI/\\"\-* ]/u;
const BROAD = /[mwMW@%&]/u;
const CAPITAL = /[A-Z\d#+=<>_]/u;
/** Scripts whose characters are as broad as they are high. */
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** How wide a text is at most, in the unit of the font size. */
export function textWidth(text: string, size: number): number {
  let parts = 0;
  for (const character of text) parts += widthOf(character);
  return parts * size;
}

function widthOf(character: string): number {
  if (NARROW.test(character)) return 0.36;
  if (SLIM.test(character)) return 0.42;
  if (BROAD.test(character)) return 0.98;
  if (FULL.test(character)) return 1.05;
  return CAPITAL.test(character) ? 0.72 : 0.63;
}

/** Breaks a text into lines of at most this width; a longer word is broken before a capital letter, or where it must. */
export function wrapToWidth(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((part) => pieces(part, width, size))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number, size: number): readonly string[] {
  if (textWidth(word, size) <= width) return [word];
  const characters = [...word];
  let fits = 1;
  while (fits < characters.length && textWidth(characters.slice(0, fits + 1).join(''), size) <= width) fits += 1;
  const head = characters.slice(0, fits).join('');
  const turn = [...head.matchAll(/(?<=[a-z\d_./-])(?=[A-Z(])/gu)].at(-1)?.index;
  const cut = turn === undefined || turn === 0 ? head.length : turn;
  return [word.slice(0, cut), ...pieces(word.slice(cut), width, size)];
}
