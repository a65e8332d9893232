import type { ComposedEffect, TouchedPlace } from '../../rules/composed-effect/composed-effect.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, count, facts, flag, list, nullable, text, texts, words } from '../fact-shape.ts';
import { ELEMENT_REF, type InventoryRow } from './finding-facts.ts';

const TOUCHED = facts({ element: ELEMENT_REF, attribute: text, findings: texts });
export const EFFECT_ROW = facts({
  ref: text,
  element: ELEMENT_REF,
  verdict: words('different', 'not-evaluable', 'no-difference-observed', 'equal'),
  by: nullable(words('enumeration', 'algebra', 'same-steps', 'counterexample')),
  statement: text,
  touchedBy: list(TOUCHED),
  notFollowed: list(TOUCHED),
  compensations: list(facts({ ref: text, reason: text })),
  vectors: facts({ different: count, same: count, unknown: count }),
  rows: list(facts({ input: text, base: text, head: text, same: nullable(flag) })),
});

/**
 * What arrives of a mapped field before and after. `equal` and `different` are proved, the other verdicts prove nothing.
 * `rows` are the inputs that arrive otherwise, and (same: null) those of which nobody can say. Fields of which everything is
 * the same have the same `ref`.
 */
export type EffectRowFacts = FactsOf<typeof EFFECT_ROW>;

/** Worst first: what arrives otherwise, what nobody can say, what was only observed, what is proved to stay. */
const VERDICTS: readonly ComposedEffect['statement']['verdict'][] = [
  'different',
  'not-evaluable',
  'no-difference-observed',
  'equal',
];

/** The composed effects of the comparison, each change on the way with the findings that judge it. */
export function effectRows(
  { composedEffects }: DocumentContext,
  inventory: readonly InventoryRow[],
): readonly EffectRowFacts[] {
  const judged = new Map<string, InventoryRow[]>();
  for (const row of inventory) {
    const place = placeName(row);
    const rows = judged.get(place);
    if (rows === undefined) judged.set(place, [row]);
    else rows.push(row);
  }
  const refs = new Map<string, string>();
  const digits = Math.max(2, `${composedEffects.length}`.length);
  return VERDICTS.flatMap((verdict) => composedEffects.filter(({ statement }) => statement.verdict === verdict)).map(
    (effect) => {
      const { element, ...rest } = effectFacts(effect, judged);
      const told = JSON.stringify(rest);
      const ref = refs.get(told) ?? `W-${`${refs.size + 1}`.padStart(digits, '0')}`;
      refs.set(told, ref);
      return { ref, element, ...rest };
    },
  );
}

function effectFacts(
  { element, statement, touchedBy, notFollowed, rows }: ComposedEffect,
  judged: ReadonlyMap<string, readonly InventoryRow[]>,
): Omit<EffectRowFacts, 'ref'> {
  const touched = (places: readonly TouchedPlace[]): EffectRowFacts['touchedBy'] =>
    places.map((place) => ({
      element: { kind: place.element.kind, id: place.element.id },
      attribute: place.attribute,
      findings: (judged.get(placeName(place)) ?? []).map(({ ref }) => ref),
    }));
  const of = (wanted: boolean | undefined): number => rows.filter(({ same }) => same === wanted).length;
  return {
    element: { kind: element.kind, id: element.id },
    verdict: statement.verdict,
    by: statement.by ?? null,
    statement: statement.text,
    touchedBy: touched(touchedBy),
    notFollowed: touched(notFollowed),
    compensations: statement.verdict === 'equal' ? compensations(touchedBy, judged) : [],
    vectors: { different: of(false), same: of(true), unknown: of(undefined) },
    rows: rows
      .filter(({ same }) => same !== true)
      .map(({ input, base, head, same }) => ({ input, base, head, same: same ?? null })),
  };
}

/** What A9 says of the changes on a way that is proved to give the same: which of them makes up for which. */
function compensations(
  touchedBy: readonly TouchedPlace[],
  judged: ReadonlyMap<string, readonly InventoryRow[]>,
): EffectRowFacts['compensations'] {
  return touchedBy
    .flatMap((place) => judged.get(placeName(place)) ?? [])
    .flatMap(({ ref, raisedBy }) => raisedBy.filter(({ id }) => id === 'A9').map(({ reason }) => ({ ref, reason })));
}

function placeName({ element, attribute }: Pick<TouchedPlace, 'attribute'> & Pick<InventoryRow, 'element'>): string {
  return `${element.kind}:${element.id} ${attribute}`;
}
