import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { canonicalNumber } from '../../language/exact-number.ts';
import { isCalendarDay } from '../../language/calendar-day.ts';
import { readMeasure } from '../../language/measure-text.ts';
import type { MeasureShape } from '../../language/shape.ts';
import { quoted, RETYPED_AS, retyping } from '../../source/plain-scalar.ts';
import type { Retyping } from '../../source/plain-scalar.ts';
import type { SourceScalar } from '../../source/spec-document.ts';
import { sentenceNameOf } from './place.ts';
import type { Place } from './place.ts';
import type { Reading } from './reading.ts';

/** Forms of a plain scalar that every YAML program reads alike and that are kept as they are written. */
const UNAMBIGUOUS: ReadonlySet<Retyping> = new Set<Retyping>(['boolean', 'integer', 'decimal']);
/** Forms that YAML 1.2 itself retypes, and so every program of today. */
const CERTAIN: ReadonlySet<Retyping> = new Set<Retyping>([
  'null',
  'boolean',
  'integer',
  'decimal',
  'padded decimal',
  'exponent',
  'special number',
]);

/** The scalar at a place; what is no scalar, or nothing at all, is reported as not being `wanted`. */
export function scalarAt(place: Place, wanted: string, reading: Reading): SourceScalar | undefined {
  const { node } = place;
  if (node.kind !== 'scalar') {
    const found = node.kind === 'list' ? 'a list' : 'a mapping';
    reading.report({
      rule: 'schema-invalid',
      message: `${sentenceNameOf(place)} must be ${wanted}, not ${found}.`,
      at: place,
      part: 'key',
    });
    return undefined;
  }
  if (node.style === 'empty') {
    reportNoValue(place, reading);
    return undefined;
  }
  return node;
}

/** Nothing stands where a value is expected. */
export function reportNoValue(place: Place, reading: Reading): void {
  const hint =
    typeof place.step === 'number' ? 'Leave the item out.' : 'Leave the key out: what is not there is "not declared".';
  reading.report({
    rule: 'schema-invalid',
    message: `${sentenceNameOf(place)} has no value.`,
    hint,
    at: place,
    part: 'key',
  });
}

/** Reports a scalar, written as a key or as a value, that some YAML programs would not read as the text it is. */
export function reportRetyped(
  scalar: SourceScalar,
  form: Retyping,
  at: Place,
  part: 'key' | 'value',
  reading: Reading,
): void {
  const who = CERTAIN.has(form) ? 'YAML reads' : 'some programs read';
  const literally = `rite it in quotes: ${quoted(scalar.text)}.`;
  const leave = typeof at.step === 'number' ? 'Leave the item out' : 'Leave the key out';
  const hint = form === 'null' && part === 'value' ? `${leave}, or w${literally}` : `W${literally}`;
  const message = `${scalar.text} is written without quotes, and ${who} it as ${RETYPED_AS[form]}.`;
  reading.report({ rule: 'yaml-ambiguous-scalar', message, hint, at, part });
}

export function readText(place: Place, reading: Reading): string | undefined {
  return readLiteral(place, 'a text', reading);
}

/** A scalar that must be the text it is written as; `wanted` says what is expected. */
export function readLiteral(place: Place, wanted: string, reading: Reading): string | undefined {
  const scalar = scalarAt(place, wanted, reading);
  if (scalar === undefined) return undefined;
  const form = retyping(scalar);
  if (form !== undefined) {
    reportRetyped(scalar, form, place, 'value', reading);
    return undefined;
  }
  if (scalar.text === '') {
    reading.report({
      rule: 'schema-invalid',
      message: `${sentenceNameOf(place)} is an empty text.`,
      hint: 'Leave the key out: what is not there is "not declared".',
      at: place,
    });
    return undefined;
  }
  return scalar.text;
}

export function readWord(place: Place, words: readonly string[], reading: Reading): string | undefined {
  const scalar = scalarAt(place, `one of ${words.join(', ')}`, reading);
  if (scalar === undefined || words.includes(scalar.text)) return scalar?.text;
  const near = nearestWord(scalar.text, words);
  const choices = words.length === 1 ? `can only be ${words.join('')}` : `must be one of ${words.join(', ')}`;
  reading.report({
    rule: 'schema-invalid',
    message: `${sentenceNameOf(place)} ${choices}; it is ${quoted(scalar.text)}.`,
    hint: near === undefined ? undefined : `Did you mean "${near}"?`,
    at: place,
  });
  return undefined;
}

export function readBoolean(place: Place, reading: Reading): boolean | undefined {
  const scalar = scalarAt(place, 'true or false', reading);
  if (scalar === undefined) return undefined;
  const form = retyping(scalar);
  if (form === 'boolean') return scalar.text === 'true';
  const meant = /^(y|yes|on|true)$/i.test(scalar.text)
    ? 'true'
    : /^(n|no|off|false)$/i.test(scalar.text)
      ? 'false'
      : undefined;
  reading.report({
    rule: form === 'word boolean' ? 'yaml-ambiguous-scalar' : 'schema-invalid',
    message: `${sentenceNameOf(place)} must be true or false; it is ${shown(scalar)}.`,
    hint: meant === undefined ? undefined : `Write ${meant}, without quotes.`,
    at: place,
  });
  return undefined;
}

export function readInteger(place: Place, reading: Reading): number | undefined {
  const scalar = scalarAt(place, 'a whole number', reading);
  if (scalar === undefined) return undefined;
  const form = retyping(scalar);
  const value = form === 'integer' ? Number(scalar.text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  const confusing =
    form === 'octal' ||
    form === 'exponent' ||
    form === 'hexadecimal' ||
    form === 'grouped number' ||
    form === 'sexagesimal';
  reading.report({
    rule: confusing ? 'yaml-ambiguous-scalar' : 'schema-invalid',
    message: `${sentenceNameOf(place)} must be a whole number in plain digits; it is ${shown(scalar)}.`,
    hint: scalar.style !== 'plain' && /^\d+$/.test(scalar.text) ? 'Leave the quotes out.' : undefined,
    at: place,
  });
  return undefined;
}

/** An exact number in canonical form. */
export function readNumber(place: Place, reading: Reading): string | undefined {
  const scalar = scalarAt(place, 'a number', reading);
  if (scalar === undefined) return undefined;
  const form = retyping(scalar);
  const exact = form === undefined || form === 'integer' || form === 'decimal' || form === 'padded decimal';
  const value = exact ? canonicalNumber(scalar.text) : undefined;
  if (value !== undefined) return value;
  reading.report({
    rule: exact ? 'schema-invalid' : 'yaml-ambiguous-scalar',
    message: `${sentenceNameOf(place)} must be a number in plain digits, or a fraction such as 5/9; it is ${shown(scalar)}.`,
    at: place,
  });
  return undefined;
}

/** A measure in canonical form, `60 s`. */
export function readMeasureAt(place: Place, of: MeasureShape['of'], reading: Reading): string | undefined {
  const wanted =
    of === 'duration'
      ? 'a time with its unit, such as 60 s'
      : of === 'percent'
        ? 'a percentage, such as 99.5 %'
        : 'a quantity with its unit';
  const scalar = scalarAt(place, wanted, reading);
  if (scalar === undefined) return undefined;
  const measure = readMeasure(scalar.text, of);
  if ('amount' in measure) return `${measure.amount} ${measure.unit}`;
  reading.report({
    rule: 'schema-invalid',
    message: `${sentenceNameOf(place)} ${measure.problem}`,
    hint: measure.hint,
    at: place,
  });
  return undefined;
}

export function readDate(place: Place, reading: Reading): string | undefined {
  const scalar = scalarAt(place, 'a date', reading);
  if (scalar === undefined || isCalendarDay(scalar.text)) return scalar?.text;
  const message = `${sentenceNameOf(place)} must be a day of the calendar, such as 2026-03-02; it is ${shown(scalar)}.`;
  reading.report({ rule: 'schema-invalid', message, at: place });
  return undefined;
}

/** A single value as it is written; only what YAML programs disagree about needs quotes. */
export function readWritten(place: Place, reading: Reading): string | undefined {
  const scalar = scalarAt(place, 'a single value', reading);
  if (scalar === undefined) return undefined;
  const form = retyping(scalar);
  if (form === undefined || UNAMBIGUOUS.has(form)) return scalar.text;
  reportRetyped(scalar, form, place, 'value', reading);
  return undefined;
}

function shown(scalar: SourceScalar): string {
  return scalar.style === 'plain' ? scalar.text : quoted(scalar.text);
}
