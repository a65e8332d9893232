import { compareText } from '../diagnostics/order.ts';
import type { Element } from '../model/element.ts';
import type { ForwardRow } from '../trace/traceability.ts';
import { authoredText } from './authored-sections.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, count, facts, flag, list, nullable, text, texts, words } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';

const FORWARD = facts({
  requirement: text,
  text,
  level: text,
  source: nullable(text),
  clauses: texts,
  criticality: nullable(words('high', 'medium', 'low')),
  elements: texts,
  risks: list(facts({ id: text, severity: nullable(words('high', 'medium', 'low')) })),
  control: words('technical', 'procedural', 'technical and procedural', 'none'),
  tests: list(facts({ id: text, phase: words('IQ', 'OQ', 'PQ'), origin: words('derived', 'authored') })),
  documents: list(facts({ number: text, revision: nullable(text), effective: nullable(text) })),
  status: words('traced', 'no element', 'no test'),
});
const BACKWARD = facts({
  test: text,
  phase: words('IQ', 'OQ', 'PQ'),
  origin: words('derived', 'authored'),
  element: nullable(text),
  requirements: texts,
  risks: texts,
});
const GAP = facts({
  id: text,
  type: text,
  item: text,
  severity: words('error', 'warning', 'info'),
  detail: text,
  owner: nullable(text),
});
const CLAUSE = facts({
  clause: text,
  source: text,
  citation: text,
  title: text,
  certainty: text,
  applicable: flag,
  reason: nullable(text),
  requirements: texts,
  elements: texts,
  tests: count,
  documents: texts,
  status: words('referenced', 'not referenced', 'excluded'),
});

const INVARIANT = facts({
  invariant: text,
  title: text,
  severity: nullable(words('high', 'medium', 'low')),
  requirements: texts,
  tests: texts,
  verdict: words('holds', 'broken', 'vacuous', 'incomplete', 'not-explored', 'not-searched'),
  reason: text,
});

export const TRACEABILITY_MATRIX = facts({
  front: FRONT_MATTER,
  remarks: nullable(text),
  coverage: list(facts({ what: text, covered: count, of: count })),
  forward: list(FORWARD),
  backward: list(BACKWARD),
  invariants: list(INVARIANT),
  gaps: list(GAP),
  clauses: list(CLAUSE),
});

/** What a traceability matrix states. Nothing in it was executed: results are not recorded by this version. */
export type TraceabilityMatrixFacts = FactsOf<typeof TRACEABILITY_MATRIX>;

/** Requirements, what realises them and what shows that they are met; both ways, with the gaps. */
export const traceabilityMatrix: DocumentType<TraceabilityMatrixFacts> = {
  type: 'RTM',
  title: 'Requirements traceability matrix',
  id: 'traceability-matrix',
  schema: TRACEABILITY_MATRIX.schema,
  compose: composeMatrix,
};

function composeMatrix(context: DocumentContext): TraceabilityMatrixFacts {
  const { trace, head } = context;
  const byRequirement = new Map(trace.forward.map((row) => [row.requirement.id, row]));
  return {
    front: frontMatter('RTM', context),
    remarks: authoredText(head.model, 'RTM', 'remarks')?.markdown ?? null,
    coverage: trace.coverage.map(({ what, covered, of }) => ({ what, covered, of })),
    forward: trace.forward.map((row) => forwardFacts(row, context)),
    backward: trace.backward.map(({ test, element, requirements, risks }) => ({
      test: test.id,
      phase: test.phase,
      origin: test.origin,
      element: element ?? null,
      requirements: [...requirements],
      risks: [...risks],
    })),
    invariants: head.model.ofKind('invariant').map((invariant) => invariantFacts(invariant, context)),
    gaps: trace.gaps.map(({ id, type, item, severity, detail, owner }) => ({
      id,
      type,
      item,
      severity,
      detail,
      owner: owner ?? null,
    })),
    clauses: trace.clauses.map((row) => {
      const rows = row.requirements.flatMap((id) => byRequirement.get(id) ?? []);
      return {
        clause: row.clause,
        source: row.source,
        citation: row.citation,
        title: row.title,
        certainty: row.certainty,
        applicable: row.applicable,
        reason: row.reason ?? null,
        requirements: [...row.requirements],
        elements: [...row.elements],
        tests: new Set(rows.flatMap(({ tests }) => tests.map(({ id }) => id))).size,
        documents: [...new Set(rows.flatMap(({ documents }) => documents))].toSorted(compareText),
        status: row.status,
      };
    }),
  };
}

/** What the search says of an invariant of head, and which requirements and tests belong to it. */
function invariantFacts(
  { id, key, attributes }: Element<'invariant'>,
  { trace, exploration, head }: DocumentContext,
): TraceabilityMatrixFacts['invariants'][number] {
  const verdict = exploration.found?.head.invariants.find(({ invariant }) => invariant === id);
  return {
    invariant: id,
    title: attributes.title ?? id,
    severity: attributes.severity ?? null,
    requirements: trace.forward
      .filter(({ elements }) => elements.includes(key))
      .map(({ requirement }) => requirement.id),
    // An attack is a test of the step that it tries; the invariant is what it rests on.
    tests: [
      ...head.derivation.cases.filter(({ type, support }) => type === 'INV' && support.includes(key)),
      ...trace.backward.filter(({ element }) => element === key).map(({ test }) => test),
    ].map(({ id: test }) => test),
    verdict: verdict?.verdict ?? 'not-searched',
    reason: verdict?.reason ?? exploration.notSearched,
  };
}

function forwardFacts(
  { requirement, elements, risks, control, tests, documents, status }: ForwardRow,
  { head }: DocumentContext,
): TraceabilityMatrixFacts['forward'][number] {
  const { attributes } = requirement;
  return {
    requirement: requirement.id,
    text: attributes.text,
    level: attributes.level ?? 'user',
    source: attributes.source ?? null,
    clauses: attributes.refs ?? [],
    criticality: attributes.criticality ?? null,
    elements: [...elements],
    risks: risks.map((id) => ({ id, severity: head.model.get('risk', id)?.attributes.severity ?? null })),
    control,
    tests: tests.map(({ id, phase, origin }) => ({ id, phase, origin })),
    documents: [...new Set(documents)].map((id) => {
      const document = head.model.get('document', id);
      return {
        number: document?.attributes.number ?? id,
        revision: document?.attributes.revision ?? null,
        effective: document?.attributes.effective ?? null,
      };
    }),
    status,
  };
}
