import { cellText, looksLikeFormula } from './cell-text.ts';
import type { ColumnKind, Worksheet, WorksheetCell } from './worksheet.ts';

/** What a spreadsheet reads: RFC 4180 in UTF-8, CRLF at the end of a row, and no cell that could be taken for a formula. */
export function worksheetCsv({ columns, rows }: Worksheet): string {
  const heading = columns.map(({ header }) => field(header, 'text')).join(',');
  const body = rows.map((row) => columns.map(({ kind }, index) => field(row[index], kind)).join(','));
  return [heading, ...body].map((line) => `${line}\r\n`).join('');
}

function field(cell: WorksheetCell, kind: ColumnKind): string {
  // A number is no text that somebody wrote: its sign begins no formula.
  if (typeof cell === 'number') return `${cell}`;
  const written = cell === undefined || typeof cell === 'string' ? (cell ?? '') : cell.loud;
  const text = cellText(cell, kind);
  const inert = looksLikeFormula(written) ? `'${text}` : text;
  return inert === written && !/[",\n]|^\s|\s$/.test(inert) ? inert : `"${inert.replaceAll('"', '""')}"`;
}
