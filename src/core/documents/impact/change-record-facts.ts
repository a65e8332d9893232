import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import { decides } from '../../rules/approved-changes.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, flag, list, nullable, text, texts } from '../fact-shape.ts';
import type { InventoryRow } from './finding-facts.ts';

export const CHANGE_RECORD = facts({
  id: text,
  title: nullable(text),
  reason: text,
  requester: nullable(text),
  date: nullable(text),
  emergency: flag,
  approveBy: nullable(text),
  window: nullable(text),
  from: nullable(text),
  touches: texts,
  inFlight: list(facts({ what: text, answer: text })),
  rollback: nullable(text),
  approved: list(facts({ function: text, name: text, date: text, reference: nullable(text) })),
  approval: facts({ asOf: nullable(text), wanted: texts, missing: texts, whole: flag, overdue: flag }),
});
export const NOT_RECORDED = facts({
  ref: text,
  record: nullable(text),
  statement: text,
  elements: list(facts({ id: text, findings: texts })),
});

/**
 * What a change record says. `approval` is what its approvals come to on the day of head's commit, by the policy of base:
 * the functions that must decide by rule, those of which no approval counts, whether they are whole (each by a person of its
 * own), and whether the day of an emergency change has passed without that.
 */
export type ChangeRecordFacts = FactsOf<typeof CHANGE_RECORD>;
/** Edits that no change record names, as the rule change-not-recorded reports them; `record` is the one that could have. */
export type NotRecordedFacts = FactsOf<typeof NOT_RECORDED>;

/** The facts of a change record that the assessment is about. */
export function changeRecordFacts(record: Element<'change'>, context: DocumentContext): ChangeRecordFacts {
  const { id, attributes } = record;
  return {
    id,
    title: attributes.title ?? null,
    reason: attributes.reason,
    requester: attributes.requester ?? null,
    date: attributes.date ?? null,
    emergency: attributes.emergency ?? false,
    approveBy: attributes.approveBy ?? null,
    window: attributes.window ?? null,
    from: attributes.from ?? null,
    touches: attributes.touches ?? [],
    inFlight: Object.entries(attributes.inFlight ?? {}).map(([what, answer]) => ({ what, answer })),
    rollback: attributes.rollback ?? attributes.notApplicable?.['rollback'] ?? null,
    approved: (attributes.approved ?? []).map(({ function: name, name: person, date, ref }) => ({
      function: name,
      name: person,
      date,
      reference: ref ?? null,
    })),
    approval: approvalOf(record, context),
  };
}

function approvalOf(
  record: Element<'change'>,
  { base, head, assessment }: DocumentContext,
): ChangeRecordFacts['approval'] {
  const day = head.identity.instant?.slice(0, 'YYYY-MM-DD'.length);
  // Without a commit there is no day by which an approval could have been given: then none counts.
  const revisions = { base: base.model, head: head.model, asOf: day ?? '' };
  const wanted = assessment.approvers.filter(({ required }) => required).map(({ function: name }) => name);
  const counts = (functions: readonly string[]): boolean => decides(record, functions, revisions);
  const whole = counts(wanted);
  const { emergency, approveBy } = record.attributes;
  return {
    asOf: day ?? null,
    wanted,
    missing: wanted.filter((name) => !counts([name])),
    whole,
    overdue:
      emergency === true && !whole && approveBy !== undefined && day !== undefined && compareText(approveBy, day) < 0,
  };
}

/** What changed without being announced, with the findings of each element. */
export function notRecorded(inventory: readonly InventoryRow[]): readonly NotRecordedFacts[] {
  const refs = new Map<string, string[]>();
  for (const { element, ref, ruleId } of inventory) {
    if (ruleId !== 'change-not-recorded') refs.set(element.id, [...(refs.get(element.id) ?? []), ref]);
  }
  return inventory
    .filter(({ ruleId }) => ruleId === 'change-not-recorded')
    .map(({ ref, element, reason, after }) => ({
      ref,
      record: element.kind === 'change' ? element.id : null,
      statement: reason,
      elements: (Array.isArray(after) ? after : [])
        .filter((id) => typeof id === 'string')
        .map((id) => ({ id, findings: refs.get(id) ?? [] })),
    }));
}
