import type { Change } from '../../../diff/delta.ts';
import type { AttributeClaim, ChangeContext, ChangeExample, Verdict } from '../../change-rule.ts';

/**
 * One control whose weakening has a rule of its own and whose strengthening has not: the safe direction is reported as
 * `assurance-strengthened`. Judges one changed value, like an attribute rule; says nothing of the other direction.
 */
export interface Strengthening {
  readonly claims: readonly AttributeClaim[];
  check(change: Change, context: ChangeContext): readonly Verdict[];
  /** At least one edit that strengthens and one that does not. */
  readonly examples: readonly ChangeExample[];
}
