import type { ElementKey } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import type { Adjustment, ChangeClass, EvidenceCode, Risk } from '../finding.ts';
import type { RawFinding } from '../judging/raw-finding.ts';

/** What an adjustment does to one finding. */
export interface AdjustmentEffect {
  readonly class?: ChangeClass;
  readonly risk?: Risk;
  /** Evidence that is asked for in addition. */
  readonly evidence?: readonly EvidenceCode[];
  /** Why, for the reader of the finding. */
  readonly reason: string;
  /** The reason is said with the finding even where class, risk and evidence stay: a gap, or something asked for that does not hold. */
  readonly noted?: boolean;
}

/** A condition under which a finding weighs more than its rule's default, or, for the last two, less. */
export interface AdjustmentRule {
  readonly id: Adjustment['id'];
  readonly purpose: string;
  /** Whether it may lower class or risk; all others only raise. */
  readonly lowers: boolean;
  /** Looks at both revisions once; the function that it returns looks at one finding. */
  prepare(context: ChangeContext): (raw: RawFinding) => AdjustmentEffect | undefined;
}

export function defineAdjustment(rule: AdjustmentRule): AdjustmentRule {
  return rule;
}

/** Keys under which a finding's element is known in either revision. */
export function keysOf({ before, after }: RawFinding): readonly ElementKey[] {
  return [before?.key, after?.key].filter((key): key is ElementKey => key !== undefined);
}
