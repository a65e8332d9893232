import type { Condition } from '../../../language/condition.ts';

/** What `before`, `after` and `must` name: steps, or a condition. */
export type StepsOrCondition = Condition | readonly string[];

export function isSteps(named: StepsOrCondition): named is readonly string[] {
  return Array.isArray(named);
}

/** The condition, where it is one. */
export function conditionIn(named: StepsOrCondition): Condition | undefined {
  return isSteps(named) ? undefined : named;
}
