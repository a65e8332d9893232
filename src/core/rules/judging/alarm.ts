import { compareDurations } from '../../diff/exact-amount.ts';
import type { Change } from '../../diff/delta.ts';
import { items, without } from './values.ts';

/** Whether those who were told of a failure are told sooner, or others are told as well. */
export function isSharperAlarm({ path, from, to }: Change): boolean {
  if (path.join('.') === 'delivery.alarmAfter')
    return typeof from === 'string' && typeof to === 'string' && compareDurations(to, from) === -1;
  if (path.join('.') !== 'delivery.alarmTo') return false;
  const [was, is] = [items(from), items(to)];
  return was.length > 0 && without(was, is).length === 0 && without(is, was).length > 0;
}
