import { createHash } from 'node:crypto';

const LONGEST = 64;

/**
 * The id under which a name of the origin stands. A legal id without `#` stays as it is; what an id may not hold is written
 * with `#`: `##` for `#`, `#_` for a blank, `#-` for a dot, `#(hex)` for anything else. Several names become one id with a
 * single `#` between them, which cannot be taken for an escape because each name begins with a letter or digit. An id that
 * would be longer than 64 characters is cut and closed with `#)` and a digest of all of it, which only a digest is behind.
 * Different names never become one id; up to 64 characters `namesOf` reads them back.
 */
export function legalId(...names: readonly string[]): string {
  for (const name of names) if (!/^[\p{L}\p{N}].*$/u.test(name)) throw new Error(`"${name}" cannot begin an id.`);
  const id = names.map(escaped).join('#');
  if (id.length <= LONGEST) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return `${id.slice(0, LONGEST - 14).replace(/#+$/, '')}#)${digest}`;
}

/** The names of which an id was made; undefined for one that had to be cut. */
export function namesOf(id: string): readonly string[] | undefined {
  const signs = id.match(/##|#_|#-|#\([0-9a-f]+\)|#\)|#|[^#]+/g) ?? [];
  if (signs.some((sign) => sign === '#)')) return undefined;
  return signs.map(meaningOf).join('').split('\n');
}

/** What a sign of an id stands for; a line feed, which no name of the origin holds, is the end of a name. */
function meaningOf(sign: string): string {
  if (sign.startsWith('#(')) return String.fromCodePoint(Number.parseInt(sign.slice(2, -1), 16));
  return { '##': '#', '#_': ' ', '#-': '.', '#': '\n' }[sign] ?? sign;
}

function escaped(name: string): string {
  return name.replace(/[^\p{L}\p{N}\p{M}_\-()/]/gu, (character) => {
    if (character === '#') return '##';
    if (character === ' ') return '#_';
    if (character === '.') return '#-';
    return `#(${(character.codePointAt(0) ?? 0).toString(16)})`;
  });
}
