import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { assuranceShift, descending, shiftVerdict } from './assurance-order.ts';
import type { AssuranceShift } from './assurance-order.ts';
import { changesAt, isFirstOf, oneEdit } from './one-edit.ts';

/** All that an interface says about the order of its messages. */
export const ORDERING: readonly string[] = ['delivery.order', 'delivery.per', 'delivery.sequence', 'delivery.stale'];

/** A counter that the receiver checks finds what the carrier mixed up; the carrier's order is better than none. */
const ORDER = descending(['sequence', 'fifo', 'none'], ['none']);

type Ordering = Readonly<Record<'order' | 'per' | 'sequence' | 'stale', Json | undefined>>;

/** One verdict for all that changed about the order of messages: weaker in one respect is weaker, whatever else is stronger. */
export function orderingVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'weaker' | 'stronger',
): readonly Verdict[] {
  const changes = changesAt(change, context, ORDERING);
  if (!isFirstOf(changes, change)) return [];
  const edit = oneEdit(changes);
  const [verdict] = shiftVerdict(edit.what, shiftOf(changes), direction);
  return verdict === undefined ? [] : [{ ...edit, ...verdict }];
}

function shiftOf(changes: readonly Change[]): AssuranceShift | undefined {
  const { was, is } = orderings(changes);
  const each = [
    was.order === is.order ? undefined : assuranceShift(was.order, is.order, ORDER),
    ...(isKept(was) && isKept(is) ? [scopeShift(was.per, is.per)] : []),
    counterShift(was.sequence, is.sequence),
    staleShift(was.stale, is.stale),
    // What is said about a scope while no order is kept means nothing yet, and is not called a gain.
    !isKept(was) && !isKept(is) && was.per !== is.per ? ('other' as const) : undefined,
  ];
  return (['weaker', 'other', 'stronger'] as const).find((shift) => each.includes(shift));
}

function isKept({ order }: Ordering): boolean {
  return order === 'fifo' || order === 'sequence';
}

/** Without an object, order is kept over all messages together: that is the most. */
function scopeShift(from: Json | undefined, to: Json | undefined): AssuranceShift | undefined {
  if (from === to) return undefined;
  if (from === undefined) return 'weaker';
  return to === undefined ? 'stronger' : 'other';
}

function counterShift(from: Json | undefined, to: Json | undefined): AssuranceShift | undefined {
  if (from === to) return undefined;
  if (from === undefined) return 'stronger';
  return to === undefined ? 'weaker' : 'other';
}

/** The language discards what is older, unless it says otherwise. */
function staleShift(from: Json | undefined, to: Json | undefined): AssuranceShift | undefined {
  const [was, is] = [from ?? 'discard', to ?? 'discard'];
  if (was === is) return undefined;
  return is === 'discard' ? 'stronger' : 'weaker';
}

function orderings(changes: readonly Change[]): { readonly was: Ordering; readonly is: Ordering } {
  const { order, per, sequence, stale } =
    (changes[0]?.after as Element<'interface'> | undefined)?.attributes.delivery ?? {};
  const is: Ordering = { order, per, sequence, stale };
  const was = Object.fromEntries(changes.map(({ path, from }) => [path[1] ?? '', from]));
  return { was: { ...is, ...was }, is };
}
