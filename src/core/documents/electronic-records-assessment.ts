import type { SpecModel } from '../model/spec-model.ts';
import { ACCESS_ROW, ACCESS_TABLE, accessRows } from './assessment/system-decisions.ts';
import {
  CLAUSE_ROW,
  CLAUSE_TABLE,
  EXPECTED_SETS,
  UNCOUNTED,
  clauseAssessments,
  uncountedClauses,
} from './assessment/clause-rows.ts';
import { RECORD_ROW, RECORD_TABLE, recordRows, withoutRecord } from './assessment/record-rows.ts';
import { SIGNED_ROW, SIGNED_TABLE, SIGNING, SIGNING_TABLE, signedRows, signing } from './assessment/signature-rows.ts';
import { authoredText } from './authored-sections.ts';
import { CHANGES_SINCE_BASE, changesSinceBase, comparedTable } from './compared-rows.ts';
import type { DocumentContext, DocumentRevision } from './document-context.ts';
import type { DocumentType } from './document-type.ts';
import { type FactsOf, count, facts, list, nullable, text, texts } from './fact-shape.ts';
import { FRONT_MATTER, frontMatter } from './front-matter.ts';
import { type OpenGap, TABLE_GAPS, numberedGaps, undeclaredCells } from './table-gaps.ts';

const CLAUSE_SET = facts({ set: text, title: text, systems: texts, lines: texts, note: nullable(text) });

export const ELECTRONIC_RECORDS_ASSESSMENT = facts({
  front: FRONT_MATTER,
  texts: facts({
    records: nullable(text),
    systems: nullable(text),
    signatures: nullable(text),
    compensating: nullable(text),
    conclusion: nullable(text),
  }),
  sets: list(CLAUSE_SET),
  setsNotNamed: list(facts({ set: text, title: text })),
  records: list(RECORD_ROW),
  withoutRecord: texts,
  systems: list(ACCESS_ROW),
  signing: SIGNING,
  signatures: list(SIGNED_ROW),
  clauses: list(CLAUSE_ROW),
  uncounted: UNCOUNTED,
  counts: facts({ inForce: count, excluded: count, applicable: count, referred: count, tested: count, open: count }),
  compensating: list(facts({ waiver: text, element: text, reason: text, controls: texts, expires: text })),
  gaps: TABLE_GAPS,
  changes: CHANGES_SINCE_BASE,
});

/** What an assessment of electronic records and signatures states. It concludes nothing: that is for people. */
export type ElectronicRecordsAssessmentFacts = FactsOf<typeof ELECTRONIC_RECORDS_ASSESSMENT>;

/** Records, systems, signatures and clauses of Part 11 and Annex 11, with the controls that the specification declares. */
export const electronicRecordsAssessment: DocumentType<ElectronicRecordsAssessmentFacts> = {
  type: 'ERA',
  title: 'Electronic records and signatures assessment (Part 11, Annex 11)',
  id: 'electronic-records-assessment',
  schema: ELECTRONIC_RECORDS_ASSESSMENT.schema,
  compose: composeAssessment,
};

function composeAssessment(context: DocumentContext): ElectronicRecordsAssessmentFacts {
  const { head, base, catalogue, trace } = context;
  const { model } = head;
  const written = (section: string): string | null => authoredText(model, 'ERA', section)?.markdown ?? null;
  const [now, before] = [tablesOf(head, context, trace), tablesOf(base, context, undefined)];
  const records = comparedTable(RECORD_TABLE, now.records, before.records, context);
  const systems = comparedTable(ACCESS_TABLE, now.systems, before.systems, context);
  const every = comparedTable(SIGNING_TABLE, [now.signing], [before.signing], context);
  const signatures = comparedTable(SIGNED_TABLE, now.signatures, before.signatures, context);
  const clauses = comparedTable(CLAUSE_TABLE, now.clauses, before.clauses, context);
  const counted = now.clauses.filter(({ counts }) => counts);
  return {
    front: frontMatter('ERA', context),
    texts: {
      records: written('records'),
      systems: written('systems'),
      signatures: written('signatures'),
      compensating: written('compensating'),
      conclusion: written('conclusion'),
    },
    sets: Object.entries(model.project?.attributes.clauses ?? {}).map(([set, entry]) => ({
      set,
      title: catalogue.sets.get(set)?.title ?? 'NOT IN THE CATALOGUE',
      systems: entry.systems ?? [],
      lines: entry.lines ?? [],
      note: entry.note ?? null,
    })),
    setsNotNamed: EXPECTED_SETS.filter(([set]) => model.project?.attributes.clauses?.[set] === undefined).map(
      ([set, title]) => ({ set, title }),
    ),
    records: records.rows,
    withoutRecord: withoutRecord(model),
    systems: systems.rows,
    signing: every.rows[0] ?? now.signing,
    signatures: signatures.rows,
    clauses: clauses.rows,
    uncounted: uncountedClauses(head, catalogue),
    counts: {
      inForce: now.clauses.length,
      excluded: now.clauses.length - counted.length,
      applicable: counted.length,
      referred: counted.filter(
        ({ technical, procedural }) => technical.standing === 'declared' || procedural.standing === 'declared',
      ).length,
      tested: counted.filter(({ tests }) => tests.standing === 'declared').length,
      open: counted.filter(({ open }) => open.length > 0).length,
    },
    compensating: compensatingControls(model),
    gaps: numberedGaps([
      ...undeclaredCells(RECORD_TABLE, now.records),
      ...undeclaredCells(ACCESS_TABLE, now.systems),
      ...undeclaredCells(SIGNING_TABLE, [now.signing]),
      ...undeclaredCells(SIGNED_TABLE, now.signatures),
      ...clauseGaps(now.clauses),
    ]),
    changes: changesSinceBase(context, [records, systems, every, signatures, clauses]),
  };
}

/** The tables of one revision, without marks. Tests are linked in head alone. */
function tablesOf(
  revision: DocumentRevision,
  { catalogue }: Pick<DocumentContext, 'catalogue'>,
  trace: DocumentContext['trace'] | undefined,
) {
  const { model } = revision;
  return {
    records: recordRows(model, catalogue),
    systems: accessRows(model),
    signing: signing(model),
    signatures: signedRows(model),
    clauses: clauseAssessments(revision, catalogue, trace),
  };
}

function clauseGaps(clauses: ElectronicRecordsAssessmentFacts['clauses']): readonly OpenGap[] {
  return clauses.flatMap(({ id, applicable, open }) => [
    ...(applicable.standing === 'not declared'
      ? [{ table: CLAUSE_TABLE, row: id, column: 'Applicable', missing: applicable.remark ?? '' }]
      : []),
    ...open.map((missing) => ({ table: CLAUSE_TABLE, row: id, column: 'Open', missing })),
  ]);
}

/** Controls that stand in for something that people accepted for a time. */
function compensatingControls(model: SpecModel): ElectronicRecordsAssessmentFacts['compensating'] {
  return model.ofKind('waiver').flatMap(({ id, attributes }) =>
    attributes.compensating === undefined
      ? []
      : [
          {
            waiver: id,
            element: attributes.element,
            reason: attributes.reason,
            controls: attributes.compensating,
            expires: attributes.expires,
          },
        ],
  );
}
