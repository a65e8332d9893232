/** A phrase that says nothing which a tester could see, and what to write instead. */
export interface BannedPhrase {
  readonly phrase: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

function phrase(words: string, instead: string): BannedPhrase {
  const pattern = words.replace(/[.]/g, '\\.').replace(/ /g, '\\s+');
  return { phrase: words, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu'), instead };
}

const SAY_WHAT_IS_SEEN = 'say which value is seen, where, and within which limit';

/** What neither an action nor an expected result may say (domain section e.9). */
export const BANNED_PHRASES: readonly BannedPhrase[] = [
  phrase('as expected', SAY_WHAT_IS_SEEN),
  phrase('correctly', SAY_WHAT_IS_SEEN),
  phrase('properly', SAY_WHAT_IS_SEEN),
  phrase('works', SAY_WHAT_IS_SEEN),
  phrase('successfully', SAY_WHAT_IS_SEEN),
  phrase('verify that the system behaves', SAY_WHAT_IS_SEEN),
  phrase('etc.', 'list everything that is meant'),
  phrase('or similar', 'name the one that is meant'),
];

/** The banned phrases in a text, in the order of the list. */
export function bannedPhrasesIn(text: string): readonly BannedPhrase[] {
  return BANNED_PHRASES.filter(({ pattern }) => pattern.test(text));
}
