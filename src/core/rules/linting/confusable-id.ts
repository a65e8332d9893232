/*
 * Letters of Greek and Cyrillic that most fonts draw like a Latin one, pair by pair (a part of the table of Unicode Technical
 * Standard 39, confusables.txt, that people can check by eye: the letters are different characters in each line).
 */
const LOOKALIKES: readonly (readonly [letters: string, latin: string])[] = [
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορυχ', 'ABEZHIKMNOPTYXavikopux'],
  ['АВЕІЈКМНОРСТУХЅԚԜаеіјкорсухѕһԁԛԝ', 'ABEIJKMHOPCTYXSQWaeijkopcyxshdqw'],
];

const LATIN_OF = new Map(
  LOOKALIKES.flatMap(([letters, latin]) =>
    [...letters].map((letter, at) => [letter, [...latin][at] ?? letter] as const),
  ),
);

/** What an id looks like: two ids with one skeleton are told apart by a program, and by nobody who reads them. */
export function skeletonOf(id: string): string {
  if (isAscii(id)) return id.toLowerCase();
  const seen = id.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return [...seen]
    .map((letter) => LATIN_OF.get(letter) ?? letter)
    .join('')
    .toLowerCase();
}

/** The first letter of an id that looks like a Latin one beside letters that are Latin. */
export function mixedLetter(
  id: string,
): { readonly letter: string; readonly script: string; readonly latin: string } | undefined {
  if (isAscii(id)) return undefined;
  const letters = [...id.normalize('NFKC')];
  if (!letters.some((letter) => /\p{Script=Latin}/u.test(letter))) return undefined;
  for (const letter of letters) {
    const latin = LATIN_OF.get(letter);
    if (latin !== undefined) return { letter, latin, script: /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic' };
  }
  return undefined;
}

/** Nearly every id: nothing in it looks like anything else. */
function isAscii(id: string): boolean {
  for (let at = 0; at < id.length; at += 1) if (id.charCodeAt(at) > 0x7f) return false;
  return true;
}
