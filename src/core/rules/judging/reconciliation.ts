import type { Change, Delta } from '../../diff/delta.ts';
import { compareDurations, compareQuantities, exactNumber } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { presenceShift, shiftVerdict } from './assurance-order.ts';
import type { AssuranceShift } from './assurance-order.ts';
import { claimsPath } from './claims.ts';
import { items, without } from './values.ts';
import { named, shift } from './wording.ts';

/** What says how much a comparison of two systems finds, and that an interface has one at all. */
export const RECONCILING: readonly AttributeClaim[] = [
  { kinds: ['interface'], paths: ['reconcile'] },
  {
    kinds: ['reconciliation'],
    paths: ['what', 'between', 'compares', 'every', 'tolerance', 'uses', 'polices', 'onDifference'],
  },
];

/** Every comparison of systems that finds less, or more: whole ones that came or went included. */
export function reconciliationVerdicts({ diff }: ChangeContext, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  return diff.deltas.flatMap((delta) => {
    if (delta.action !== 'changed') return wholeVerdict(delta, direction);
    const { before, after, path, from, to } = delta;
    if (!claimsPath(RECONCILING, after.kind, path)) return [];
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    return shiftVerdict(what, shiftOf(delta), direction).map((verdict) => ({
      ...verdict,
      before,
      after,
      path,
      values: { from, to },
    }));
  });
}

function wholeVerdict(delta: Exclude<Delta, Change>, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  if (delta.action === 'removed')
    return direction === 'weaker' && delta.before.kind === 'reconciliation'
      ? [{ what: `${named(delta.before)} was removed.`, before: delta.before, path: [] }]
      : [];
  return direction === 'stronger' && delta.after.kind === 'reconciliation'
    ? [{ what: `${named(delta.after)} was added.`, after: delta.after, path: [] }]
    : [];
}

function shiftOf({ path, from, to }: Change): AssuranceShift {
  switch (path[0]) {
    case 'between':
    case 'compares':
    case 'polices':
      return listShift(from, to);
    case 'uses':
      // It cannot find the errors of what it relies on itself; that it says so no longer does not make it rely on less.
      return listShift(to, from) === 'weaker' ? 'weaker' : 'other';
    case 'every':
      return from === undefined || to === undefined
        ? presenceShift(from, to)
        : lowerIsStronger(compareDurations, from, to);
    case 'tolerance':
      return toleranceShift(from ?? '0', to ?? '0');
    default:
      return presenceShift(from, to);
  }
}

/** Fewer items, even where others came instead, find less. */
function listShift(from: Json | undefined, to: Json | undefined): AssuranceShift {
  const [was, is] = [items(from), items(to)];
  if (without(was, is).length > 0) return 'weaker';
  return without(is, was).length > 0 ? 'stronger' : 'other';
}

/** No difference accepted is the same in every unit. */
function toleranceShift(from: Json, to: Json): AssuranceShift {
  if (isZero(from)) return isZero(to) ? 'other' : 'weaker';
  return isZero(to) ? 'stronger' : lowerIsStronger(compareQuantities, from, to);
}

function isZero(amount: Json): boolean {
  if (typeof amount !== 'string') return amount === 0;
  return exactNumber(/^\S+/u.exec(amount.trim())?.[0] ?? '')?.equals(0) === true;
}

function lowerIsStronger(
  compare: (a: string, b: string) => -1 | 0 | 1 | undefined,
  from: Json,
  to: Json,
): AssuranceShift {
  const order = compare(`${from as string}`, `${to as string}`);
  if (order === -1) return 'weaker';
  return order === 1 ? 'stronger' : 'other';
}
