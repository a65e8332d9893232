import type { Change } from '../../diff/delta.ts';
import type { Condition } from '../../language/condition.ts';
import { explainComparison } from '../../model/condition/compare.ts';
import type { ConditionVerdict } from '../../model/condition/compare.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { conditionReading, subjectOfStep } from './condition-reading.ts';
import { changesStatesMeant, meaningVerdict } from './guard-meaning.ts';
import { named } from './wording.ts';

/** What a rule about conditions says when the comparison of both comes out as it expects. */
export function guardVerdict(change: Change, context: ChangeContext, expected: ConditionVerdict): readonly Verdict[] {
  if (changesStatesMeant(change)) return meaningVerdict(change, context, expected);
  const { base, head } = context;
  const { before, after, path, from, to } = change;
  const { verdict, reason } = explainComparison(from as Condition | undefined, to as Condition | undefined, {
    base: conditionReading(base, subjectOfStep(before, base)),
    head: conditionReading(head, subjectOfStep(after, head)),
  });
  if (verdict !== expected) return [];
  const enforced = path[0] === 'procedure' ? 'enforced by procedure' : 'enforced by the system';
  return [{ what: `${named(after)}, condition ${enforced}. ${reason}` }];
}
