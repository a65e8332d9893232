import type Fraction from 'fraction.js';
import { decimalText, fixedText } from '../../derive/values/conversion-values.ts';

/** A value on its way. Times and dates travel as text. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  /** `places` are the decimals that a rounding left; without them, how the number is written is not known. */
  | { readonly kind: 'number'; readonly amount: Fraction; readonly places?: number }
  /** Several values of one source. */
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** Values of several sources that nothing has joined yet; undefined is an empty one. */
  | { readonly kind: 'several'; readonly names: readonly string[]; readonly values: readonly (Value | undefined)[] };

/** What a step makes of a value. */
export type Stage =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  /** Refused or held, on purpose. */
  | { readonly kind: 'stopped'; readonly why: string }
  /** The step is not possible with this value. */
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

export const EMPTY: Stage = { kind: 'empty' };

export function text(value: string): Stage {
  return { kind: 'value', value: { kind: 'text', text: value } };
}

export function number(amount: Fraction, places?: number): Stage {
  return { kind: 'value', value: { kind: 'number', amount, ...(places === undefined ? {} : { places }) } };
}

export function unknown(why: string): Stage {
  return { kind: 'unknown', why };
}

export function failed(why: string): Stage {
  return { kind: 'failed', why };
}

/** A single value as text; undefined where a number could be written in several ways. */
export function textOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'number') return undefined;
  if (value.places !== undefined) return fixedText(value.amount, value.places);
  return value.amount.d === 1n ? decimalText(value.amount) : undefined;
}
