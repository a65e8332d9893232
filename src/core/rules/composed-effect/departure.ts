import type Fraction from 'fraction.js';
import { compareQuantities, exactNumber } from '../../diff/exact-amount.ts';
import { decimalPlaces, decimalText } from '../../derive/values/conversion-values.ts';
import { fixedUnit } from '../linting/unit.ts';
import type { Value } from './value.ts';
import type { Source } from './value-path.ts';

/** What a sender makes of a text: a value, nothing, or why it cannot hold that. */
export type Departure = { readonly value: Value } | { readonly empty: true } | { readonly refused: string };

/** Reads a text, or a number, as the sender would hold it. With `anyCode` a code that no list names is let through. */
export function depart(given: string | Fraction, source: Source, anyCode: boolean): Departure {
  const { facts, codes } = source;
  if (given === '') {
    const { default: entered, ...rest } = facts;
    if (entered !== undefined && entered !== '') return depart(entered, { ...source, facts: rest }, anyCode);
    return facts.required === true ? { refused: 'the sender always fills it' } : { empty: true };
  }
  if (source.numeric) return numberOf(given, source);
  if (typeof given !== 'string') return depart(decimalText(given), source, anyCode);
  if (facts.type === 'boolean' && given !== 'true' && given !== 'false')
    return { refused: 'it is neither true nor false' };
  if (codes !== undefined && !codes.open && !anyCode && !codes.ids.includes(given))
    return { refused: `it is not ${codes.noun}` };
  if (facts.length !== undefined && [...given].length > facts.length)
    return { refused: `the sender holds ${facts.length} characters` };
  return { value: { kind: 'text', text: given } };
}

function numberOf(given: string | Fraction, { facts }: Source): Departure {
  const amount = typeof given === 'string' ? exactNumber(given) : given;
  if (amount === undefined) return { refused: 'it is no number' };
  const { type, decimals, digits, min, max } = facts;
  const places = type === 'integer' ? 0 : decimals;
  if (places !== undefined && placesOf(amount) > places)
    return { refused: places === 0 ? 'the sender holds whole numbers' : `the sender holds ${places} decimals` };
  if (digits !== undefined && significantDigits(amount) > digits)
    return { refused: `the sender holds ${digits} digits` };
  const { surely } = outOfBounds(amount, min, max, fixedUnit(facts.unit));
  return surely === undefined ? { value: { kind: 'number', amount } } : { refused: `it is ${surely}` };
}

/** `below 5 kg`, `above 10`; undefined inside. A limit in another unit than the value cannot be judged: `maybe` says so. */
export function outOfBounds(
  amount: Fraction,
  min: string | undefined,
  max: string | undefined,
  unit: string | undefined,
): { readonly surely?: string; readonly maybe?: string } {
  const against = (limit: string): number | undefined =>
    compareQuantities(/[^\d./+-]/u.test(limit) ? `${amount.toFraction()} ${unit ?? ''}` : amount.toFraction(), limit);
  for (const [limit, wrong, word] of [
    [min, -1, 'below'],
    [max, 1, 'above'],
  ] as const) {
    if (limit === undefined) continue;
    const order = against(limit);
    if (order === undefined) return { maybe: `${word} ${limit}` };
    if (order === wrong) return { surely: `${word} ${limit}` };
  }
  return {};
}

/** Decimals of an exact decimal; of a repeating one more than anybody holds. */
export function placesOf(amount: Fraction): number {
  return decimalPlaces(amount) ?? Number.MAX_SAFE_INTEGER;
}

/** Digits without leading zeros, and without those at the end of a whole number. */
export function significantDigits(amount: Fraction): number {
  const text = decimalText(amount);
  if (text.includes('/')) return Number.MAX_SAFE_INTEGER;
  const digits = text.replace(/[-.]/gu, '').replace(/^0+/u, '');
  return (text.includes('.') ? digits : digits.replace(/0+$/u, '')).length;
}
