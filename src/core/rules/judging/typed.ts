import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { isAbsent } from './assurance-order.ts';

/** People typed it, and something else brings it now: an instrument, or a source. */
export function isTypedNoMore({ after, from, to }: Change): boolean {
  if (from !== 'manual') return false;
  return to !== undefined || !isAbsent((after as Element<'mapping'>).attributes.from);
}
