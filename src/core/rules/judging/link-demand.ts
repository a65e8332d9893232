import type { Change } from '../../diff/delta.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { casesVerdict } from './case-condition.ts';
import { demand } from './demanded.ts';
import { plainShift } from './plain-shift.ts';

/** Whether a link between records is asked for less or more; cases of which neither takes in the other count as less. */
export function linkDemand(
  change: Change,
  context: ChangeContext,
  expected: 'weaker' | 'stronger',
): readonly Verdict[] {
  const { path, from, to } = change;
  if (path.length === 2)
    return casesVerdict(change, context, expected === 'stronger' ? ['more'] : ['fewer', 'other', 'same']);
  const stronger = demand(to) > demand(from);
  return stronger === (expected === 'stronger') ? [{ what: plainShift(change) }] : [];
}
