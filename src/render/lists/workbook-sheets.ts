import { cellText, looksLikeFormula } from './cell-text.ts';
import { rowLines } from './row-lines.ts';
import type { ColumnKind, Workbook, Worksheet, WorksheetCell } from './worksheet.ts';

/** A cell as a workbook holds it: exactly this number, or exactly this text. */
export type WorkbookCell =
  | { readonly is: 'empty' }
  | { readonly is: 'number'; readonly number: number }
  /** `literal` texts stay texts when somebody edits them: names, and what could be taken for a formula. */
  | { readonly is: 'text' | 'literal' | 'loud'; readonly text: string };

/** A row, and how many lines its texts take. */
export interface WorkbookRow {
  readonly cells: readonly WorkbookCell[];
  readonly lines: number;
}

/** A worksheet within the limits of a workbook: lawful name, texts that fit, nothing that XML cannot hold. */
export interface WorkbookSheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly WorkbookRow[];
  /** Lines that the header takes. */
  readonly headerLines: number;
  readonly keys: number;
}

/** What a cell, a sheet and the name of a sheet hold in every program that reads workbooks; UTF-16 units, rows, line feeds. */
const MOST = { text: 32_767, lineFeeds: 253, rows: 1_048_576, name: 31 } as const;

/** Signs that the name of a sheet cannot have. */
const UNLAWFUL = /[[\]:*?/\\\n]/gu;

/**
 * The sheets of a workbook within its limits. A text that is too long for a cell ends in a mark that says so, and where all of it
 * stands; a table with more rows than a sheet has goes on in another sheet.
 */
export function workbookSheets({ sheets }: Workbook): readonly WorkbookSheet[] {
  const taken = new Set<string>();
  return sheets.flatMap(parts).map((sheet) => {
    const name = lawfulName(sheet.name, taken);
    taken.add(name.toLowerCase());
    return {
      name,
      headers: sheet.columns.map(({ header }) => cellText(header, 'text')),
      widths: sheet.columns.map(({ width }) => width),
      headerLines: rowLines(
        sheet.columns.map(({ header, width }) => ({ text: header, width: width - BUTTON, kind: 'text' })),
      ),
      rows: sheet.rows.map((row) => finishedRow(row, sheet)),
      keys: sheet.keys,
    };
  });
}

const EMPTY: WorkbookCell = { is: 'empty' };

/** Characters that the button of a filter takes of a header. */
const BUTTON = 4;
/** Characters that bold letters and the margins take of a line. */
const MARGIN = 1;

function finishedRow(row: readonly WorksheetCell[], { columns, whole }: Worksheet): WorkbookRow {
  const cells = columns.map(({ kind }, index) => finished(row[index], kind, whole));
  const measured = columns.map(({ kind, width }, index) => {
    const cell = cells[index];
    return { text: cell !== undefined && 'text' in cell ? cell.text : '', width: width - MARGIN, kind };
  });
  return { cells, lines: rowLines(measured) };
}

function finished(cell: WorksheetCell, kind: ColumnKind, whole: string): WorkbookCell {
  if (typeof cell === 'number') return { is: 'number', number: cell };
  const text = fitting(cellText(cell, kind), whole);
  if (text === '') return EMPTY;
  if (typeof cell === 'object') return { is: 'loud', text };
  return { is: kind === 'id' || looksLikeFormula(text) ? 'literal' : 'text', text };
}

/** The text, or as much of it as a cell holds, with a mark that nobody takes for a part of it. */
function fitting(text: string, whole: string): string {
  const lines = text.split('\n');
  if (text.length <= MOST.text && lines.length - 1 <= MOST.lineFeeds) return text;
  const mark = ` … [CUT: ${text.length} characters in ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}; a cell holds no more. The value stands whole in ${whole}.]`;
  const first = lines.slice(0, MOST.lineFeeds + 1).join('\n');
  // What is half a character at the end goes with its other half.
  return first.slice(0, MOST.text - mark.length).replace(/[\ud800-\udbff]$/u, '') + mark;
}

/**
 * A name that every program takes: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at its ends, not the name that
 * is kept for the history, and not that of another sheet in other letters.
 */
function lawfulName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = cellText(wanted, 'text')
    .replaceAll(UNLAWFUL, '-')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  const usable = plain === '' || plain.toLowerCase() === 'history' ? `Sheet ${plain}`.trim() : plain;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = shortened(usable, MOST.name - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  return `${name.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** The table, in as many sheets as its rows need; each has the header. */
function parts(sheet: Worksheet): readonly Worksheet[] {
  const most = MOST.rows - 1;
  const count = Math.max(1, Math.ceil(sheet.rows.length / most));
  return Array.from({ length: count }, (_, part) => ({
    ...sheet,
    rows: sheet.rows.slice(part * most, (part + 1) * most),
  }));
}
