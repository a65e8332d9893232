import { ID_PATTERN, REFERENCE_PATTERN, whole } from '../../language/patterns.ts';
import type { ReferenceShape } from '../../language/shape.ts';
import { quoted, retyping } from '../../source/plain-scalar.ts';
import { sentenceNameOf } from './place.ts';
import type { Place } from './place.ts';
import { readLiteral, reportRetyped } from './read-scalar.ts';
import type { Reading } from './reading.ts';

const ID = whole(ID_PATTERN);
const REFERENCE = whole(REFERENCE_PATTERN);

export function readId(place: Place, reading: Reading): string | undefined {
  const text = readLiteral(place, 'a short code', reading);
  if (text === undefined) return undefined;
  const problem = idProblem(text);
  if (problem === undefined) return text;
  reading.report({ rule: 'schema-invalid', message: `${quoted(text)} is no id: ${problem}.`, at: place });
  return undefined;
}

/** Why a text cannot be an id; undefined when it can. */
export function idProblem(text: string): string | undefined {
  if (text.startsWith('x-')) return 'the beginning x- marks keys of your own';
  if (text === 'notApplicable') return 'it is a word of the language, and stands alone where it is used';
  if (text.normalize('NFC') !== text)
    return 'it holds a letter in decomposed form (NFD); type the letter again as one character';
  if (ID.test(text)) return undefined;
  if ([...text].length > 64) return 'it is longer than 64 characters';
  if (text.includes('.')) return 'a dot reaches into an element and cannot be part of a name';
  if (/\s/.test(text)) return 'it holds a blank; give the element a title instead';
  return 'it begins with a letter or digit and goes on with letters, digits and _ - ( ) / #';
}

export function readReference(place: Place, shape: ReferenceShape, reading: Reading): string | undefined {
  const text = readLiteral(place, 'the name of an element', reading);
  if (text === undefined || REFERENCE.test(text)) return text;
  if ((shape.words as readonly string[]).includes(text)) return text;
  reading.report({
    rule: 'schema-invalid',
    message: `${sentenceNameOf(place)} must name an element; ${quoted(text)} cannot be a name.`,
    at: place,
  });
  return undefined;
}

/** Checks the key of a map entry whose name the author chose; true when it can be used. */
export function checkName(place: Place, keys: 'id' | 'text' | 'reference' | 'content', reading: Reading): boolean {
  const { key } = place;
  if (key === undefined) return true;
  const form = retyping(key);
  if (form !== undefined) {
    reportRetyped(key, form, place, 'key', reading);
    return false;
  }
  const problem = keys === 'id' ? idProblem(key.text) : undefined;
  if ((keys === 'text' || keys === 'reference') && key.text === 'notApplicable') {
    const hint = 'Write {notApplicable: why} in place of the whole mapping.';
    reading.report({
      rule: 'schema-invalid',
      message: '"notApplicable" is a word of the language and stands alone.',
      hint,
      at: place,
      part: 'key',
    });
    return false;
  }
  if (problem !== undefined) {
    reading.report({
      rule: 'schema-invalid',
      message: `${quoted(key.text)} is no id: ${problem}.`,
      at: place,
      part: 'key',
    });
    return false;
  }
  if ((keys === 'reference' && !REFERENCE.test(key.text)) || key.text === '') {
    reading.report({
      rule: 'schema-invalid',
      message: `${quoted(key.text)} cannot be the name of an element.`,
      at: place,
      part: 'key',
    });
    return false;
  }
  return true;
}
