import { shown } from '../shown.ts';
import type { ColumnKind, WorksheetCell } from './worksheet.ts';

/** Signs with which spreadsheets begin a formula, full-width ones too, and what they skip before one. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/u;

/** Whether a spreadsheet that reads this text, or that somebody types it into, could take it for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** What no file of text or XML may hold: halves of surrogate pairs and code points that are no characters. */
const NO_CHARACTER = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * A value as its cell shows it: control characters and what is no character spelled out, line breaks kept where the column
 * has lines. Numbers and loud texts are what they are; an absent value is an empty text.
 */
export function cellText(cell: WorksheetCell, kind: ColumnKind): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `${cell}`;
  const text = typeof cell === 'string' ? cell : cell.loud;
  const lines = kind === 'lines' ? text.replaceAll('\r\n', '\n').split('\n') : [text];
  return lines.map(spelled).join('\n');
}

function spelled(text: string): string {
  return shown(text).replaceAll(NO_CHARACTER, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
}
