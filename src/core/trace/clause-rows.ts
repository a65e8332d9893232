import { compareText } from '../diagnostics/order.ts';
import type { Clause, ClauseCatalogue } from '../model/clause-catalogue.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { ClauseRow } from './traceability.ts';

const CERTAINTY = { T: 'text checked', H: 'heading checked', K: 'professional knowledge' } as const;

/**
 * One row for each clause of the sets that the project declares to be in scope, and each further clause that an element
 * refers to. A set names sources of the catalogue; a clause without any reference stays in the table as a gap.
 */
export function clauseRows(model: SpecModel, catalogue: ClauseCatalogue): readonly ClauseRow[] {
  const referring = referringElements(model);
  const declared = model.project?.attributes.clauses ?? {};
  const scoped = new Set(Object.keys(declared).flatMap((set) => catalogue.sets.get(set)?.sources ?? []));
  const reasons = new Map(Object.values(declared).flatMap((set) => Object.entries(set.excludes ?? {})));
  return catalogue.clauses
    .filter((clause) => scoped.has(clause.source) || referring.has(clause.id))
    .map((clause) => row(clause, referring.get(clause.id) ?? [], reasons.get(clause.id), catalogue))
    .toSorted((a, b) => compareText(a.source, b.source) || compareText(a.clause, b.clause));
}

function row(
  clause: Clause,
  elements: readonly Element[],
  reason: string | undefined,
  catalogue: ClauseCatalogue,
): ClauseRow {
  return {
    clause: clause.id,
    source: catalogue.sources.get(clause.source)?.name ?? clause.source,
    citation: clause.citation,
    title: clause.title,
    certainty: CERTAINTY[clause.certainty],
    applicable: reason === undefined,
    reason,
    requirements: elements.filter(({ kind }) => kind === 'requirement').map(({ id }) => id),
    elements: elements.filter(({ kind }) => kind !== 'requirement').map(({ key }) => key),
    status: reason !== undefined ? 'excluded' : elements.length > 0 ? 'referenced' : 'not referenced',
  };
}

function referringElements(model: SpecModel): ReadonlyMap<string, readonly Element[]> {
  const referring = new Map<string, Element[]>();
  for (const element of model.elements.values()) {
    for (const clause of clausesOf(element)) {
      const list = referring.get(clause) ?? [];
      list.push(element);
      referring.set(clause, list);
    }
  }
  return referring;
}

/** Clause ids that an element names: its `refs`, and the rules that a regulated record rests on. */
function clausesOf(element: Element): readonly string[] {
  const { attributes } = element;
  const refs = 'refs' in attributes ? (attributes.refs ?? []) : [];
  const rules = 'record' in attributes ? (attributes.record?.predicateRule ?? []) : [];
  return [...new Set([...refs, ...rules])];
}
