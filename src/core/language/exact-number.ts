import { Fraction } from 'fraction.js';
import { NUMBER_PATTERN, whole } from './patterns.ts';

const NUMBER = whole(NUMBER_PATTERN);

/**
 * The one text of an exact number: a decimal without needless zeros or sign, or a reduced fraction where no decimal is exact
 * (`0.80` → `0.8`, `2/4` → `0.5`, `10/18` → `5/9`). Undefined when the text is no number.
 */
export function canonicalNumber(text: string): string | undefined {
  if (!NUMBER.test(text)) return undefined;
  if (!text.includes('/')) return canonicalDecimal(text);
  const [above = '0', below = '1'] = text.split('/');
  if (BigInt(below) === 0n) return undefined;
  const fraction = new Fraction(BigInt(above), BigInt(below));
  return decimalOf(fraction) ?? `${fraction.s < 0n ? '-' : ''}${fraction.n}/${fraction.d}`;
}

function canonicalDecimal(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', decimals = ''] = text.replace(/^[-+]/, '').split('.');
  const front = whole.replace(/^0+(?=\d)/, '') || '0';
  const back = decimals.replace(/0+$/, '');
  const amount = back === '' ? front : `${front}.${back}`;
  return negative && amount !== '0' ? `-${amount}` : amount;
}

/** A fraction as a finite decimal, if it is one: its denominator has no other prime factors than 2 and 5. */
function decimalOf(fraction: Fraction): string | undefined {
  let rest = fraction.d;
  let places = 0;
  for (const prime of [10n, 5n, 2n]) {
    while (rest % prime === 0n) {
      rest /= prime;
      places += 1;
    }
  }
  if (rest !== 1n) return undefined;
  const digits = ((fraction.n * 10n ** BigInt(places)) / fraction.d).toString().padStart(places + 1, '0');
  const sign = fraction.s < 0n ? '-' : '';
  return canonicalDecimal(`${sign}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`);
}
