import type { FindingList } from '../../core/report/finding-list.ts';
import { findingsSheet } from './findings-sheet.ts';
import { worksheetCsv } from './worksheet-csv.ts';

/** Findings for a spreadsheet, as CSV. */
export function csv(list: FindingList): string {
  return worksheetCsv(findingsSheet(list));
}
