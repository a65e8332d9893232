import type { FindingList } from '../../core/report/finding-list.ts';
import type { RevisionIdentity } from '../../core/source/source-file.ts';
import { revisionName } from '../words.ts';
import { aboutSheet, type AboutRow } from './about-sheet.ts';
import { findingsSheet } from './findings-sheet.ts';
import { projectFacts, type TracedRevision, traceTables } from './trace-workbook.ts';
import type { Workbook } from './worksheet.ts';

/** What the workbook of an evidence package is made from. */
export interface PackageTables {
  /** As a document would have it. */
  readonly number: string;
  readonly findings: FindingList;
  readonly base: RevisionIdentity;
  /** Head, whole. */
  readonly traced: TracedRevision;
  readonly sourceHash: string;
}

/** The findings of a change and every table of head; too long values are named where the package has them. */
export function packageWorkbook({ number, findings, base, traced, sourceHash }: PackageTables): Workbook {
  const tables = [
    findingsSheet(findings, 'data/analysis/impact.json'),
    ...traceTables(traced, {
      trace: 'data/analysis/trace.json',
      mappings: 'data/specs/head',
      cases: 'the JSON of the IQ and OQ protocols, or the CSV of `countersign trace`',
    }),
  ];
  const facts: readonly AboutRow[] = [
    ['number', number],
    ...projectFacts(traced.model),
    ['base (before)', revisionWords(base)],
    ['head (after)', revisionWords(traced.identity)],
    ['conclusion', findings.conclusion],
    ['source hash', sourceHash],
    ['made by', `countersign ${findings.toolVersion}`],
    ['rests on', 'The documents and data beside it in the package; what is approved is the documents.'],
  ];
  return { sheets: [aboutSheet(facts, tables), ...tables] };
}

function revisionWords(identity: RevisionIdentity): string {
  const { commit, instant } = identity;
  return [revisionName(identity), commit, instant].filter((part) => part !== undefined).join('\n');
}
