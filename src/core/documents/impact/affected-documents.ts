import { compareText } from '../../diagnostics/order.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, nullable, text, texts, words } from '../fact-shape.ts';
import type { ConsequenceRow } from './consequence-facts.ts';
import type { InventoryRow } from './finding-facts.ts';

export const AFFECTED_DOCUMENT = facts({
  id: text,
  kind: nullable(text),
  number: text,
  title: text,
  revision: nullable(text),
  effective: nullable(text),
  how: words('changed', 'covers what is changed', 'covers what is reached'),
  because: texts,
});
export const AFFECTED_CLAUSE = facts({
  clause: text,
  source: text,
  citation: text,
  title: text,
  certainty: text,
  elements: texts,
});

/** A controlled document of the plant that governs something changed or reached. */
export type AffectedDocument = FactsOf<typeof AFFECTED_DOCUMENT>;
/** A clause that a changed or reached element refers to. */
export type AffectedClause = FactsOf<typeof AFFECTED_CLAUSE>;

/** Controlled documents that are changed, or that name or are named by what is changed or reached. */
export function affectedDocuments(
  { head }: DocumentContext,
  inventory: readonly InventoryRow[],
  consequences: readonly ConsequenceRow[],
): readonly AffectedDocument[] {
  const changed = new Set<ElementKey>(inventory.map(({ element }) => `${element.kind}:${element.id}`));
  const reached = new Set<ElementKey>(consequences.map(({ reached: key }) => key));
  return head.model.ofKind('document').flatMap((document): AffectedDocument[] => {
    const near = [
      ...new Set([
        ...head.graph.from(document.key).map(({ to }) => to),
        ...head.graph.to(document.key).map(({ from }) => from),
      ]),
    ].toSorted(compareText);
    const own = changed.has(document.key);
    const byChange = near.filter((key) => changed.has(key));
    const byReach = near.filter((key) => reached.has(key));
    if (!own && byChange.length === 0 && byReach.length === 0) return [];
    const how = own ? 'changed' : byChange.length > 0 ? 'covers what is changed' : 'covers what is reached';
    return [{ ...documentFacts(document), how, because: own ? [] : byChange.length > 0 ? byChange : byReach }];
  });
}

/** What a controlled document is called. */
export function documentFacts(document: Element<'document'>) {
  const { kind, number, revision, effective } = document.attributes;
  return {
    id: document.id,
    kind: kind ?? null,
    number: number ?? document.id,
    title: elementTitle(document),
    revision: revision ?? null,
    effective: effective ?? null,
  };
}

/** Clauses in scope to which something changed or reached refers. */
export function affectedClauses(
  { trace }: DocumentContext,
  inventory: readonly InventoryRow[],
  consequences: readonly ConsequenceRow[],
): readonly AffectedClause[] {
  const touched = new Set<ElementKey>([
    ...inventory.filter((row) => row.class !== 'editorial').map(({ element }) => `${element.kind}:${element.id}`),
    ...consequences.map(({ reached }) => reached),
  ]);
  return trace.clauses.flatMap((row): AffectedClause[] => {
    const elements = [...row.requirements.map((id) => `requirement:${id}`), ...row.elements].filter((key) =>
      touched.has(key),
    );
    if (elements.length === 0 || !row.applicable) return [];
    const { clause, source, citation, title, certainty } = row;
    return [{ clause, source, citation, title, certainty, elements: elements.toSorted(compareText) }];
  });
}
