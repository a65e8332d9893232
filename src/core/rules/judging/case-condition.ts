import type { Change } from '../../diff/delta.ts';
import type { Condition } from '../../language/condition.ts';
import { explainComparison } from '../../model/condition/compare.ts';
import type { ConditionVerdict } from '../../model/condition/compare.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { conditionReading } from './condition-reading.ts';
import { named } from './wording.ts';

/** What a condition that selects cases does to them: `other` = it cannot be shown that either takes in the other. */
export type CasesShift = 'fewer' | 'more' | 'other' | 'same';

const SHIFTS: Readonly<Record<ConditionVerdict, CasesShift>> = {
  equal: 'same',
  added: 'fewer',
  tightened: 'fewer',
  removed: 'more',
  weakened: 'more',
  incomparable: 'other',
  // The same is asked for, but of another place: what it finds there may differ either way.
  'source-changed': 'other',
};

/** What a rule about selected cases (a filter of messages, a mapping in some cases) says where the comparison comes out as it expects. */
export function casesVerdict(
  { before, after, path, from, to }: Change,
  { base, head }: ChangeContext,
  expected: readonly CasesShift[],
): readonly Verdict[] {
  const { verdict, reason } = explainComparison(from as Condition | undefined, to as Condition | undefined, {
    base: conditionReading(base, subjectOfCarrier(before, base)),
    head: conditionReading(head, subjectOfCarrier(after, head)),
  });
  return expected.includes(SHIFTS[verdict]) ? [{ what: `${named(after)}, ${path.join('.')}. ${reason}` }] : [];
}

/** The object that the interface is about, of an interface and of its parts. */
function subjectOfCarrier(element: Element, model: SpecModel): string | undefined {
  const carrier = element.parent === undefined ? element : (model.elements.get(element.parent) ?? element);
  return carrier.kind === 'interface' ? (carrier as Element<'interface'>).attributes.about : undefined;
}
