import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { presenceShift, shiftVerdict } from './assurance-order.ts';
import type { AssuranceShift } from './assurance-order.ts';
import { isTreatedInBoth } from './downtime.ts';
import { named, shift } from './wording.ts';

/** How long messages wait without being lost; where the whole treatment of an outage came or went, its mode speaks for it. */
export function bufferVerdict(change: Change, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  const { after, path, from, to } = change;
  if (!isTreatedInBoth(change)) return [];
  return shiftVerdict(shift(`${named(after)}, ${path.join('.')}`, from, to), bufferShift(from, to), direction);
}

function bufferShift(from: Json | undefined, to: Json | undefined): AssuranceShift {
  if (typeof from !== 'string' || typeof to !== 'string') return presenceShift(from, to);
  const order = compareDurations(from, to);
  if (order === -1) return 'stronger';
  return order === 1 ? 'weaker' : 'other';
}
