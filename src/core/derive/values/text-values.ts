/** A text to be sent in a test. */
export interface TextProbe {
  readonly what:
    | 'length - 1'
    | 'length'
    | 'length + 1'
    | 'one character'
    | 'empty'
    | 'leading zeros'
    | 'outer blanks'
    | 'case'
    | 'accents and Greek'
    | 'delimiters'
    | 'multi-byte at length';
  readonly text: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

/** Texts that find out what a text field does, for its longest length; none longer than the field unless that is the question. */
export function textProbes(length: number): readonly TextProbe[] {
  const fitting = (text: string): string => [...text].slice(0, length).join('');
  return [
    { what: 'length - 1', text: repeated(ALPHABET, length - 1) },
    { what: 'length', text: repeated(ALPHABET, length) },
    { what: 'length + 1', text: repeated(ALPHABET, length + 1) },
    { what: 'one character', text: 'A' },
    { what: 'empty', text: '' },
    { what: 'leading zeros', text: fitting('00071') },
    { what: 'outer blanks', text: length >= 4 ? ' A1 ' : fitting(' A ') },
    { what: 'case', text: fitting('aBcDe') },
    { what: 'accents and Greek', text: fitting('Éßñ°µΩλ') },
    { what: 'delimiters', text: fitting('A"\';|,\nB') },
    { what: 'multi-byte at length', text: repeated(GREEK, length) },
  ];
}

/** The first `length` characters of a pattern that is repeated as often as it takes. */
export function repeated(pattern: string, length: number): string {
  const characters = [...pattern];
  return Array.from({ length: Math.max(0, length) }, (_, position) => characters[position % characters.length]).join(
    '',
  );
}

/** A text as it is printed in a step: short ones whole and quoted, long ones by their beginning and length; `⏎` is a line break. */
export function printed(text: string): string {
  const characters = [...text];
  const visible = text.replaceAll('\n', '⏎');
  if (characters.length === 0) return 'an empty text';
  if (characters.length <= 12)
    return `"${visible}" (${characters.length} ${characters.length === 1 ? 'character' : 'characters'})`;
  return `${characters.length} characters: ${characters.slice(0, 5).join('')}…(${characters.length})`;
}
