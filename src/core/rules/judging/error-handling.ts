import type { Change } from '../../diff/delta.ts';
import type { Verdict } from '../change-rule.ts';
import { assuranceVerdict, isAbsent, presenceShift, shiftVerdict } from './assurance-order.ts';
import type { AssuranceOrder } from './assurance-order.ts';
import { items, without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/** What an interface says about messages that fail, come unexpected, or are lost sight of. */
export const ERROR_HANDLING: readonly string[] = [
  'delivery.onReject',
  'delivery.onTimeout',
  'delivery.deadLetter',
  'delivery.alarmAfter',
  'delivery.alarmTo',
  'unexpected',
];

/** To keep a message and to send it back are both visible, each to somebody else. */
const REJECTED: AssuranceOrder = { above: { 'dead-letter': ['skip'], reject: ['skip'] }, weak: ['skip'] };
const TIMED_OUT: AssuranceOrder = { above: {}, weak: [] };
/** A message that waits is not lost, and nobody sees it; an error is seen, and the message has no effect. */
const UNEXPECTED: AssuranceOrder = {
  above: { error: ['ignore'], refuse: ['ignore'], wait: ['ignore'] },
  weak: ['ignore'],
};

/** How carefully failures are treated. Other people, times and places, where there were some and are some, are judged elsewhere. */
export function errorHandlingVerdict(change: Change, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  const { after, path, from, to } = change;
  switch (path.join('.')) {
    case 'unexpected':
      return assuranceVerdict({ ...change, from: from ?? 'error', to: to ?? 'error' }, UNEXPECTED, direction);
    case 'delivery.onReject':
      return assuranceVerdict(change, REJECTED, direction);
    case 'delivery.onTimeout':
      return assuranceVerdict(change, TIMED_OUT, direction);
    case 'faults':
      return direction === 'weaker' ? faultsVerdict(change, 'gone') : [];
    default:
      if (!isAbsent(from) && !isAbsent(to)) return [];
      return shiftVerdict(shift(`${named(after)}, ${path.join('.')}`, from, to), presenceShift(from, to), direction);
  }
}

/** Faults that are explored no longer, or for the first time. */
export function faultsVerdict({ after, from, to }: Change, which: 'gone' | 'new'): readonly Verdict[] {
  const [was, is] = [items(from), items(to)];
  const [gone, come] = [without(was, is), without(is, was)];
  if (which === 'gone' && gone.length > 0)
    return [
      {
        what: `${named(after)}: ${listed(gone)} no longer counts as credible.`,
        why: 'No case explores any more what happens then.',
      },
    ];
  // Where some went as well, the finding about those stands for the whole edit.
  return which === 'new' && gone.length === 0 && come.length > 0
    ? [{ what: `${named(after)}: ${listed(come)} now counts as credible and is explored.` }]
    : [];
}
