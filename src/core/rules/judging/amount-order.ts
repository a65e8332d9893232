import { compareQuantities, exactNumber } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import type { ChangeContext } from '../change-rule.ts';
import { unitRatio } from '../composed-effect/unit-ratio.ts';

const AMOUNT = /^(\S+)\s+(\S.*)$/u;

/**
 * -1, 0 or 1: how an amount of base stands to one of head, by value, where both units are of known size (`10 kg` and `10000 g`
 * are one). Undefined where nothing says how large a unit is in the other.
 */
export function amountOrder(
  from: Json | undefined,
  to: Json | undefined,
  { base, head }: ChangeContext,
): -1 | 0 | 1 | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const [, a = '', fromUnit] = AMOUNT.exec(from) ?? [];
  const [, b = '', toUnit] = AMOUNT.exec(to) ?? [];
  if (fromUnit === undefined || toUnit === undefined || fromUnit === toUnit) return compareQuantities(from, to);
  const ratio = unitRatio(base, fromUnit, head, toUnit);
  const [x, y] = [exactNumber(a), exactNumber(b)];
  if (ratio === undefined || x === undefined || y === undefined) return undefined;
  const order = x.mul(ratio).compare(y);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
