import { compareText } from '../../diagnostics/order.ts';
import type { Clause, ClauseCatalogue } from '../../model/clause-catalogue.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import { clauseRows as tracedClauses } from '../../trace/clause-rows.ts';
import type { Traceability } from '../../trace/traceability.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, count, facts, flag, list, text, texts } from '../fact-shape.ts';
import { STATED, type Stated, notApplicable, stated, statedList } from '../stated.ts';
import { supplierWords } from './system-decisions.ts';

export const CLAUSE_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  source: text,
  citation: text,
  title: text,
  verify: flag,
  applicable: STATED,
  counts: flag,
  technical: STATED,
  procedural: STATED,
  supplier: STATED,
  tests: STATED,
  open: texts,
});
export const UNCOUNTED_CLAUSE = facts({
  clause: text,
  source: text,
  status: text,
  citation: text,
  title: text,
  verify: flag,
  references: count,
});
export const UNCOUNTED = list(UNCOUNTED_CLAUSE);

/** One clause in force: whether it applies, the controls that refer to it, what tests it, and what is open. */
export type ClauseAssessment = FactsOf<typeof CLAUSE_ROW>;
/** A clause of a draft or superseded edition: reported, and counted nowhere. */
export type UncountedClause = FactsOf<typeof UNCOUNTED_CLAUSE>;

export const CLAUSE_TABLE = 'Clauses';

/** Sources of which this document speaks: records, signatures, computerised systems and the integrity of data. */
const ASSESSED: ReadonlySet<string> = new Set(['P11', 'A11', 'A11D', 'PI041', 'MHRA', 'FDADI']);

/** Sets that a project in this field is expected to name, with what they are. */
export const EXPECTED_SETS: readonly (readonly [string, string])[] = [
  ['US-ERES', '21 CFR Part 11'],
  ['EU-CSV', 'EU GMP Annex 11 and Annex 15'],
];

/** Test types as evidence: `OQ`, `IQ-AUD`. */
const TEST_TYPE = /^(?:IQ|OQ|PQ)(?:-[A-Z]+)?$/u;

/** Clauses of the assessed sources in force, of the sets that the project names; `trace` brings the tests of head. */
export function clauseAssessments(
  revision: DocumentRevision,
  catalogue: ClauseCatalogue,
  trace: Traceability | undefined,
): readonly ClauseAssessment[] {
  const { model } = revision;
  const excluded = exclusions(revision);
  const referring = new Map(tracedClauses(model, catalogue).map((row) => [row.clause, row]));
  return scopedClauses(revision, catalogue)
    .filter((clause) => catalogue.sources.get(clause.source)?.status === 'in_force')
    .map((clause) => {
      const row = referring.get(clause.id);
      const requirements = row?.requirements ?? [];
      const elements = controlsOf([...(row?.elements ?? [])], requirements, revision);
      const reason = excluded.get(clause.id);
      const applies = reason === undefined || reason.trim() === '';
      const cells = applies
        ? appliedCells(clause, elements, requirements, revision, trace)
        : { ...none(`excluded: ${reason}`), open: [] };
      return {
        key: `clause:${clause.id}`,
        change: 'same' as const,
        id: clause.id,
        source: catalogue.sources.get(clause.source)?.name ?? clause.source,
        citation: clause.citation,
        title: clause.title,
        verify: clause.certainty !== 'T',
        applicable: applies
          ? stated(reason === undefined ? 'Yes' : undefined, 'why it is excluded; it counts as applicable until then')
          : notApplicable(reason),
        counts: applies,
        ...cells,
      };
    });
}

/** Clauses of drafts and superseded editions in the sets that the project names. */
export function uncountedClauses(revision: DocumentRevision, catalogue: ClauseCatalogue): readonly UncountedClause[] {
  const referring = new Map(tracedClauses(revision.model, catalogue).map((row) => [row.clause, row]));
  return scopedClauses(revision, catalogue)
    .filter((clause) => catalogue.sources.get(clause.source)?.status !== 'in_force')
    .map((clause) => {
      const source = catalogue.sources.get(clause.source);
      const row = referring.get(clause.id);
      return {
        clause: clause.id,
        source: `${source?.name ?? clause.source}, ${source?.edition ?? 'edition not known'}`,
        status: source?.status ?? 'unknown',
        citation: clause.citation,
        title: clause.title,
        verify: clause.certainty !== 'T',
        references: (row?.requirements.length ?? 0) + (row?.elements.length ?? 0),
      };
    });
}

function scopedClauses({ model }: DocumentRevision, catalogue: ClauseCatalogue): readonly Clause[] {
  const sets = Object.keys(model.project?.attributes.clauses ?? {});
  const sources = new Set(sets.flatMap((set) => catalogue.sets.get(set)?.sources ?? []));
  return catalogue.clauses.filter(({ source }) => ASSESSED.has(source) && sources.has(source));
}

function exclusions({ model }: DocumentRevision): ReadonlyMap<string, string> {
  const sets = Object.values(model.project?.attributes.clauses ?? {});
  return new Map(sets.flatMap((set) => Object.entries(set.excludes ?? {})));
}

/** What refers to the clause itself, and what realises the requirements that do. */
function controlsOf(
  elements: readonly ElementKey[],
  requirements: readonly string[],
  { graph }: DocumentRevision,
): readonly Element[] {
  const realising = requirements.flatMap((id) => [
    ...graph
      .from(`requirement:${id}`)
      .filter(({ attribute }) => attribute === 'satisfiedBy')
      .map(({ to }) => to),
    ...graph
      .to(`requirement:${id}`)
      .filter(({ attribute }) => attribute === 'satisfies')
      .map(({ from }) => from),
  ]);
  return [...new Set([...elements, ...realising])].toSorted(compareText).flatMap((key) => graph.element(key) ?? []);
}

type Cells = Pick<ClauseAssessment, 'technical' | 'procedural' | 'supplier' | 'tests' | 'open'>;

function none(reason: string): Omit<Cells, 'open'> {
  const cell = notApplicable(reason);
  return { technical: cell, procedural: cell, supplier: cell, tests: cell };
}

function appliedCells(
  clause: Clause,
  elements: readonly Element[],
  requirements: readonly string[],
  revision: DocumentRevision,
  trace: Traceability | undefined,
): Cells {
  const { model } = revision;
  const keys = new Set(elements.map(({ key }) => key));
  const ids = new Set(elements.map(({ id }) => id));
  const covering = model
    .ofKind('document')
    .filter((document) => keys.has(document.key) || (document.attributes.covers ?? []).some((name) => ids.has(name)));
  const technical = elements.filter(({ kind }) => kind !== 'document').map(({ key }) => key.replace(':', ' '));
  const procedures = covering.filter(({ attributes }) => attributes.kind !== 'supplier').map(({ id }) => id);
  const suppliers = covering.filter(({ attributes }) => attributes.kind === 'supplier').map(({ id }) => id);
  const types = clause.evidence.filter((one) => TEST_TYPE.test(one));
  const tests = trace === undefined ? [] : testTypes(keys, requirements, revision, trace);
  const right = tests.filter((type) => types.some((allowed) => type === allowed || type.startsWith(`${allowed}-`)));
  const wrong = tests.filter((type) => !right.includes(type));
  const others = clause.evidence.filter((one) => !TEST_TYPE.test(one));
  return {
    technical: statedList(technical, 'no element'),
    procedural: statedList(procedures, 'no procedure'),
    supplier:
      suppliers.length === 0
        ? notApplicable('none is relied on')
        : stated(suppliers.map((id) => supplierWords(id, model)).join('; '), ''),
    tests: testsCell(types, right, others),
    open: [
      ...(technical.length + procedures.length + suppliers.length === 0
        ? [
            requirements.length === 0
              ? 'Nothing in the specification refers to it: no control is declared.'
              : `Only ${requirements.join(', ')} refers to it, and nothing realises that.`,
          ]
        : []),
      ...(types.length > 0 && right.length === 0
        ? [
            wrong.length === 0
              ? `No test of a type that shows it (${types.join(', ')}).`
              : `Tests are linked, but none of a type that shows it (${types.join(', ')}): ${counted(wrong)}.`,
          ]
        : []),
      ...(clause.evidence.includes('SOP') && procedures.length === 0 ? ['No procedure is declared for it.'] : []),
    ],
  };
}

function testsCell(types: readonly string[], right: readonly string[], others: readonly string[]): Stated {
  if (types.length === 0)
    return notApplicable(
      `shown by ${others.length === 0 ? 'no test type of the catalogue' : others.join(', ')}, not by a test`,
    );
  return stated(right.length === 0 ? undefined : counted(right), `a test of type ${types.join(', ')}`);
}

/** The types of all tests of these requirements and elements, one entry for each test. */
function testTypes(
  keys: ReadonlySet<ElementKey>,
  requirements: readonly string[],
  { derivation, model }: DocumentRevision,
  trace: Traceability,
): readonly string[] {
  const types = new Map<string, string>([
    ...derivation.cases.map(({ id, phase, type }): [string, string] => [id, `${phase}-${type}`]),
    ...derivation.checks.map(({ id, type }): [string, string] => [id, `IQ-${type}`]),
    ...model
      .ofKind('test')
      .map(({ id, attributes: { level, type } }): [string, string] => [
        id,
        type === undefined ? level : `${level}-${type}`,
      ]),
  ]);
  const ids = new Set([
    ...trace.forward
      .filter((row) => requirements.includes(row.requirement.id))
      .flatMap((row) => row.tests.map(({ id }) => id)),
    ...trace.backward.filter(({ element }) => element !== undefined && keys.has(element)).map(({ test }) => test.id),
  ]);
  return [...ids].flatMap((id) => types.get(id) ?? []);
}

function counted(types: readonly string[]): string {
  return [...new Set(types)]
    .toSorted(compareText)
    .map((type) => `${type} ${types.filter((one) => one === type).length}`)
    .join(', ');
}
