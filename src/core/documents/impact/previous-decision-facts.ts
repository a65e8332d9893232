import { compareText } from '../../diagnostics/order.ts';
import { previousDecisions } from '../../impact/previous-decisions.ts';
import type { ComparedElement, PreviousDecision } from '../../impact/previous-decisions.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, list, nullable, text, texts } from '../fact-shape.ts';
import type { InventoryRow } from './finding-facts.ts';

export const PREVIOUS_DECISION = facts({
  ref: text,
  change: text,
  title: nullable(text),
  date: nullable(text),
  namedAs: text,
  findings: texts,
  disposition: nullable(text),
  inFlight: nullable(text),
  approved: list(facts({ function: text, name: text, date: text, reference: nullable(text) })),
});

/**
 * What an earlier change record says about an element that changes again: `namedAs` is the name by which the record speaks of
 * it, `findings` are the changes of now that concern it, `date` is the day of that request.
 */
export type PreviousDecisionFacts = FactsOf<typeof PREVIOUS_DECISION>;

/** Every earlier decision once, newest first. */
export function previousDecisionRows(
  context: DocumentContext,
  inventory: readonly InventoryRow[],
  changes: readonly Element<'change'>[],
): readonly PreviousDecisionFacts[] {
  const now = new Set(changes.map(({ id }) => id));
  const byElement = new Map<ElementKey, string[]>();
  for (const { element, ref } of inventory) {
    const key: ElementKey = `${element.kind}:${element.id}`;
    byElement.set(key, [...(byElement.get(key) ?? []), ref]);
  }
  const compared = comparedElements(context);
  const found = new Map<string, { decision: PreviousDecision; refs: Set<string> }>();
  for (const [key, refs] of byElement) {
    for (const decision of previousDecisions(compared(key), context.base.model, context.head.model, now)) {
      const name = JSON.stringify([decision.change, decision.namedAs, decision.disposition, decision.inFlight]);
      const known = found.get(name) ?? { decision, refs: new Set<string>() };
      for (const ref of refs) known.refs.add(ref);
      found.set(name, known);
    }
  }
  const place = new Map(inventory.map(({ ref }, index) => [ref, index]));
  return [...found.values()]
    .toSorted(
      ({ decision: a }, { decision: b }) =>
        compareText(b.date ?? '', a.date ?? '') ||
        compareText(b.change, a.change) ||
        compareText(a.namedAs, b.namedAs) ||
        compareText(a.disposition ?? '', b.disposition ?? ''),
    )
    .map(({ decision, refs }, index) => ({
      ref: `P-${`${index + 1}`.padStart(2, '0')}`,
      change: decision.change,
      title: decision.title ?? null,
      date: decision.date ?? null,
      namedAs: decision.namedAs,
      findings: [...refs].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
      disposition: decision.disposition ?? null,
      inFlight: decision.inFlight ?? null,
      approved: decision.approved.map(({ function: name, name: person, date, ref }) => ({
        function: name,
        name: person,
        date,
        reference: ref ?? null,
      })),
    }));
}

/** An element in both revisions, by its key in either: what was renamed is the same element. */
function comparedElements({ base, head, diff }: DocumentContext): (key: ElementKey) => ComparedElement {
  const before = new Map(diff.identities.map((identity) => [identity.after.key, identity.before.key]));
  const after = new Map(diff.identities.map((identity) => [identity.before.key, identity.after.key]));
  const read = (model: SpecModel, key: ElementKey): Element | undefined =>
    key === model.project?.key ? model.project : model.elements.get(key);
  return (key) => ({
    before: read(base.model, before.get(key) ?? key),
    after: read(head.model, after.get(key) ?? key),
  });
}
