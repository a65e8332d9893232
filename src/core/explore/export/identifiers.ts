/** Longest identifier that is made, before a number that makes it unique. */
const LONGEST = 64;

/**
 * Words of Promela and TLA+ that a made identifier could be. Those that hold no underscore, and those that begin with one, it
 * can never be: every identifier that is made has a prefix or two parts.
 */
const TAKEN: readonly string[] = (
  'c_code c_decl c_expr c_state c_track d_proctype D_proctype d_step get_priority np_ pc_value set_priority ' +
  // What the exports themselves declare.
  'BOUND_REACHED end_anywhere end_of_questions'
).split(' ');

/** Gives out identifiers: letters, digits and single underscores, never the same one twice, never a word of the language. */
export interface Identifiers {
  /** An identifier that reminds of the text, which may be any text of the user's. */
  make(text: string): string;
}

/** Identifiers that no other call of the same book gives out again. */
export function identifiers(): Identifiers {
  const taken = new Set(TAKEN);
  return {
    make(text) {
      const stem = stemOf(text);
      let name = stem;
      for (let number = 2; taken.has(name); number++) name = `${stem}_${number}`;
      taken.add(name);
      return name;
    },
  };
}

/** TLA+ reads what begins with WF_ or SF_ as fairness; a leading digit is no letter; one part alone could be a keyword. */
function stemOf(text: string): string {
  const words = text
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replaceAll(/^_+|_+$/g, '');
  const safe = /^(?:[0-9]|WF_|SF_)/.test(words) ? `x_${words}` : words;
  return safe.includes('_') ? safe : `${safe === '' ? 'x' : safe}_`;
}

/**
 * Text of the user's as it may stand in a comment of Promela or TLA+: one line without control or direction characters, and
 * without an asterisk, so that no comment can end or begin in it.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll('*', '~')
    .trim();
}
