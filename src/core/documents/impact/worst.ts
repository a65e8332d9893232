import type { Risk } from '../../rules/finding.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { ConsequenceRow } from './consequence-facts.ts';
import type { InventoryRow } from './finding-facts.ts';
import { type FactsOf, count, facts, list, nullable, text, texts, words } from '../fact-shape.ts';
import { ELEMENT_REF } from './finding-facts.ts';

export const WORST_ROW = facts({
  ref: text,
  element: ELEMENT_REF,
  title: nullable(text),
  class: words('breaking', 'risky', 'compatible', 'editorial'),
  risk: nullable(words('C', 'H', 'M', 'L')),
  statement: text,
  reaches: count,
  invariants: texts,
  requirements: texts,
  /** Regulated outputs that rest on it. */
  outputs: list(facts({ id: text, title: nullable(text) })),
  waiver: nullable(text),
  /** A new waiver that the policy of base accepts. */
  acceptedWaiver: nullable(text),
});

/** One of the worst consequences: the change in words, and what it reaches. */
export type WorstRow = FactsOf<typeof WORST_ROW>;

const RISKS: readonly (Risk | null)[] = ['C', 'H', 'M', 'L', null];
const CLASSES = ['breaking', 'risky', 'compatible', 'editorial'] as const;

const UNCLASSIFIED = 'unclassified-change';

/**
 * The worst changes: by risk, then class, then by how much they reach. One for each element, and none that another explains;
 * editorial changes have no consequence.
 */
export function worstConsequences(
  inventory: readonly InventoryRow[],
  consequences: readonly ConsequenceRow[],
  most: number,
  titleOf: (output: string) => string | undefined,
): readonly WorstRow[] {
  const reachOf = (ref: string) => consequences.filter(({ findings }) => findings.includes(ref));
  const seen = new Set<string>();
  return inventory
    .filter((row) => row.explainedBy === null && row.class !== 'editorial')
    .map((row) => ({ row, reach: reachOf(row.ref) }))
    .toSorted(
      (a, b) =>
        RISKS.indexOf(a.row.risk) - RISKS.indexOf(b.row.risk) ||
        CLASSES.indexOf(a.row.class) - CLASSES.indexOf(b.row.class) ||
        // What no rule knows counts as high until people judge it; it says less than what a rule knows.
        Number(a.row.ruleId === UNCLASSIFIED) - Number(b.row.ruleId === UNCLASSIFIED) ||
        b.reach.length - a.reach.length ||
        compareText(a.row.ref, b.row.ref),
    )
    .filter(({ row }) => {
      const key = `${row.element.kind}:${row.element.id}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, most)
    .map(({ row, reach }) => ({
      ref: row.ref,
      element: row.element,
      title: row.title,
      class: row.class,
      risk: row.risk,
      statement: row.reason,
      reaches: reach.length,
      invariants: namesOf(reach, 'invariant'),
      requirements: [...new Set(reach.flatMap(({ requirements }) => requirements))].toSorted(compareText),
      outputs: [...new Set(reach.flatMap(({ outputs }) => outputs))]
        .toSorted(compareText)
        .map((id) => ({ id, title: titleOf(id) ?? null })),
      waiver: row.waiver?.id ?? null,
      acceptedWaiver: row.waiverRequest?.accepted === true ? row.waiverRequest.id : null,
    }));
}

function namesOf(rows: readonly ConsequenceRow[], kind: string): readonly string[] {
  return rows
    .filter(({ reached }) => reached.startsWith(`${kind}:`))
    .map(({ reached }) => reached.slice(kind.length + 1))
    .toSorted(compareText);
}
