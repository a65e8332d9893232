import { compareText } from '../../core/diagnostics/order.ts';
import { nameInWords } from '../../core/impact/route.ts';
import type { Json } from '../../core/language/canonical.ts';
import { shown as valueInWords } from '../../core/rules/judging/wording.ts';
import { shown } from '../shown.ts';
import type { Figure } from '../blocks.ts';
import { isFigure, type TableData, type TableDataRow, type ViewData, type ViewValue } from '../view-data.ts';

/** What stands where nobody declared a value that the specification could hold. */
export const NOT_DECLARED = 'Not declared';

/** `N/A – reason`: the only way to leave a cell without a value. */
export function notApplicable(reason: string): string {
  return `N/A – ${reason}`;
}

/** A text, or that nobody declared it. */
export function declared(value: string | null): string {
  return value === null || value.trim() === '' ? NOT_DECLARED : value;
}

/** `A, B, C`, or why there is none. */
export function joined(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.join(', ');
}

/** A text of at most `most` characters, cut at the end of a sentence or word; `whole` says where all of it stands. */
export function shortened(text: string, most: number, whole: string): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const sentence = cut.lastIndexOf('. ');
  if (sentence > most / 2) return cut.slice(0, sentence + 1);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > most / 2 ? word : most).replace(/[,;:]$/, '')} … (${whole})`;
}

/** The first of a long list, and how many more there are. */
export function firstOf(items: readonly string[], most: number): string {
  return items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** `set VM-NCR-BLOCK` of `set:VM-NCR-BLOCK`. */
export function elementWords(key: string): string {
  return key === 'project:project' ? 'project file' : nameInWords(key);
}

/** `set VM-NCR-BLOCK` of a kind and an id. */
export function referenceWords({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return elementWords(`${kind}:${id}`);
}

/** A canonical value as people read it. */
export function valueWords(value: Json | null): string {
  return value === null ? NOT_DECLARED : valueInWords(value);
}

/** First letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `2026-03-02 08:00:00 UTC` of an instant. */
export function instantWords(instant: string | null): string {
  return instant === null ? 'No commit' : instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

/** `1 case`, `2 cases`, `no cases`. */
export function number(count: number, noun: string, plural = `${noun}s`): string {
  return count === 0 ? `no ${plural}` : `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** Digits in groups of three, set apart by a narrow blank that does not break. */
export function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

/** `12 of 23 (52.2 %)`; without anything to count there is no percentage. */
export function share(covered: number, of: number): string {
  return of === 0
    ? `${covered} of 0`
    : `${grouped(covered)} of ${grouped(of)} (${(Math.floor((covered * 1000) / of) / 10).toFixed(1)}\u00a0%)`;
}

/** `a, b, c` of distinct texts in order. */
export function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)].toSorted(compareText);
}

/** View data whose texts hold no control characters but line feeds: a writer refuses what it cannot show. */
export function cleaned(view: ViewData): ViewData {
  return cleanedValue(view) as ViewData;
}

function cleanedValue(value: ViewValue | undefined): ViewValue | undefined {
  if (typeof value === 'string') return value.split('\n').map(shown).join('\n');
  if (value === undefined || typeof value === 'boolean') return value;
  if (isList(value)) return value.map((item) => cleanedValue(item) as ViewValue);
  if (isFigure(value)) return cleanedFigure(value);
  if (isTable(value)) return { ...value, rows: value.rows.map(cleanedRow) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, cleanedValue(item) as ViewValue]],
    ),
  );
}

function cleanedRow(row: TableDataRow): TableDataRow {
  return {
    ...row,
    cells: row.cells.map((cell) => (typeof cell === 'string' ? cell.split('\n').map(shown).join('\n') : cell)),
  };
}

function cleanedFigure(figure: Figure): Figure {
  return {
    ...figure,
    alt: shown(figure.alt),
    shapes: figure.shapes.map((shape) => (shape.kind === 'text' ? { ...shape, text: shown(shape.text) } : shape)),
  };
}

function isList(value: ViewValue): value is readonly ViewValue[] {
  return Array.isArray(value);
}

function isTable(value: ViewData | TableData): value is TableData {
  return value['kind'] === 'table-data' && Array.isArray(value['rows']);
}
