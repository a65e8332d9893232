/** Sources of the regular expressions that loader and published schema share; all of them are meant with the flag `u`. */

/** An id within its collection or parent: no dot (it qualifies), no blank, not the prefix of the author's own keys. */
export const ID_PATTERN = '(?!x-|notApplicable$)[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_\\-()/#]{0,63}';

/** A name of an element: an id, ids joined by dots, and in front of them the collection where that has to be said. */
export const REFERENCE_PATTERN = `(?:[A-Za-z]+:)?${ID_PATTERN}(?:\\.${ID_PATTERN})*`;

/** A decimal or a fraction of two whole numbers; 60 digits are beyond any measurement. */
export const NUMBER_PATTERN = '[-+]?(?:\\d{1,60}(?:\\.\\d{0,60})?|\\.\\d{1,60}|\\d{1,60}/0*[1-9]\\d{0,59})';

/** An amount that cannot be negative. */
export const AMOUNT_PATTERN = `\\+?${NUMBER_PATTERN.slice('[-+]?'.length)}`;

/** A unit: a word without blanks that does not begin like a number. */
export const UNIT_PATTERN = '[^\\s\\d./+\\-]\\S*';

/** A unit behind a blank, where it may begin with a digit (`10*3/uL`). */
export const SEPARATE_UNIT_PATTERN = '[^\\s./+\\-]\\S*';

export const DATE_PATTERN = '\\d{4}-\\d{2}-\\d{2}';

/** Units of time, from the shortest; `wd` are working days. */
export const DURATION_UNITS = ['ms', 's', 'min', 'h', 'd', 'wd', 'weeks', 'months', 'y'] as const;

/** Key of the author's own attributes. */
export const EXTENSION_PREFIX = 'x-';

/** A unit where it may stand: behind a blank, or right behind the amount. */
export const UNIT_AFTER_AMOUNT = `(?: ${SEPARATE_UNIT_PATTERN}|${UNIT_PATTERN})`;

/** A whole-text expression from one of the sources above. */
export function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}
