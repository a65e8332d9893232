import type { SpecModel } from '../../model/spec-model.ts';
import { type FactsOf, facts, list, text, texts } from '../fact-shape.ts';
import type { InventoryRow } from './finding-facts.ts';

export const WAIVER_ROW = facts({
  id: text,
  rule: text,
  element: text,
  reason: text,
  expires: text,
  approved: texts,
  covers: texts,
  acceptedFor: texts,
  notAcceptedFor: list(facts({ ref: text, why: text })),
});

/**
 * A waiver of head, and what it is to this comparison: it covers a change where base holds it already; what came with the
 * change is accepted or not by the policy of base, change by change. One of these is for none of the changes where all are empty.
 */
export type WaiverRow = FactsOf<typeof WAIVER_ROW>;

/** Every waiver of head. */
export function waiverRows(head: SpecModel, inventory: readonly InventoryRow[]): readonly WaiverRow[] {
  return head.ofKind('waiver').map(({ id, attributes }) => {
    const requested = inventory.flatMap(({ ref, waiverRequest }) =>
      waiverRequest?.id === id ? [{ ref, ...waiverRequest }] : [],
    );
    return {
      id,
      rule: attributes.rule,
      element: attributes.element,
      reason: attributes.reason,
      expires: attributes.expires,
      approved: (attributes.approved ?? []).map(
        ({ function: name, name: person, date }) => `${name}: ${person}, ${date}`,
      ),
      covers: inventory.filter(({ waiver }) => waiver?.id === id).map(({ ref }) => ref),
      acceptedFor: requested.filter(({ accepted }) => accepted).map(({ ref }) => ref),
      notAcceptedFor: requested.filter(({ accepted }) => !accepted).map(({ ref, why }) => ({ ref, why })),
    };
  });
}
