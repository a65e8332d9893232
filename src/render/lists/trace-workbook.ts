import type { Derivation } from '../../core/derive/test-case.ts';
import type { SpecModel } from '../../core/model/spec-model.ts';
import type { RevisionIdentity } from '../../core/source/source-file.ts';
import type { Traceability } from '../../core/trace/traceability.ts';
import { revisionName } from '../words.ts';
import { aboutSheet, type AboutRow } from './about-sheet.ts';
import { caseSheets } from './case-sheets.ts';
import { mappingSheet } from './mapping-sheet.ts';
import { traceSheets } from './trace-sheets.ts';
import { NOT_DECLARED, type Workbook, type Worksheet } from './worksheet.ts';

/** One revision with its traceability, of everything or of the part that concerns one element. */
export interface TracedRevision {
  readonly identity: RevisionIdentity;
  readonly model: SpecModel;
  readonly derivation: Derivation;
  readonly trace: Traceability;
  /** The element that was asked for; absent = everything. */
  readonly element?: string;
}

/** Tables of a trace by the names under which a command line asks for them. */
export const TRACE_TABLES = {
  requirements: 'Requirements',
  tests: 'Tests',
  gaps: 'Gaps',
  clauses: 'Clauses',
  coverage: 'Coverage',
  mappings: 'Field mappings',
  cases: 'Test cases',
  steps: 'Test steps',
} as const;

export type TraceTable = keyof typeof TRACE_TABLES;

/** Where values stand whole that are too long for a cell of a workbook. */
export interface WholeValues {
  readonly trace: string;
  readonly mappings: string;
  readonly cases: string;
}

const AS_CSV = 'the same table as CSV';

/** Every table of a trace: requirements, tests, gaps, clauses, coverage, field mappings, test cases and their steps. */
export function traceTables(
  { model, derivation, trace, element }: Omit<TracedRevision, 'identity'>,
  whole: WholeValues = { trace: AS_CSV, mappings: AS_CSV, cases: AS_CSV },
): readonly Worksheet[] {
  const concerned = new Set([
    ...(element === undefined ? [] : model.named(element).map(({ key }) => key)),
    ...trace.forward.flatMap(({ elements }) => elements),
    ...trace.backward.flatMap((row) => row.element ?? []),
  ]);
  return [
    ...traceSheets(trace, model, whole.trace),
    mappingSheet(model, (key) => element === undefined || concerned.has(key), whole.mappings),
    ...caseSheets({ model, derivation }, trace.backward, whole.cases),
  ];
}

/** One table of a trace. */
export function traceTable(traced: TracedRevision, table: TraceTable): Worksheet {
  const found = traceTables(traced).find(({ name }) => name === TRACE_TABLES[table]);
  if (found === undefined) throw new Error(`A trace has the table ${table}.`);
  return found;
}

/** A trace for a spreadsheet. */
export function traceWorkbook(traced: TracedRevision, toolVersion: string): Workbook {
  const tables = traceTables(traced);
  const facts: readonly AboutRow[] = [
    ...projectFacts(traced.model),
    ['revision', revisionName(traced.identity)],
    ['commit', traced.identity.commit ?? 'no commit'],
    ['committed', traced.identity.instant ?? 'no commit'],
    ['about', traced.element ?? 'everything'],
    ['made by', `countersign ${toolVersion}, trace`],
  ];
  return { sheets: [aboutSheet(facts, tables), ...tables] };
}

/** What the project is called. */
export function projectFacts({ project }: SpecModel): readonly AboutRow[] {
  const facts = project?.attributes.package;
  return [
    ['package', facts?.id ?? NOT_DECLARED],
    ['title', facts?.title ?? NOT_DECLARED],
    ['version', facts?.version ?? NOT_DECLARED],
    ['organisation', facts?.organisation ?? NOT_DECLARED],
    ['site', facts?.site ?? NOT_DECLARED],
  ];
}
