import { type ComparedRow, inWords } from './compared-rows.ts';
import { type FactsOf, facts, list, text, texts } from './fact-shape.ts';
import { isStated } from './stated.ts';

export const TABLE_GAP = facts({ ref: text, table: text, row: text, missing: texts });
export const TABLE_GAPS = list(TABLE_GAP);

/** A row of a table with everything that it asks for and the specification does not say. */
export type TableGap = FactsOf<typeof TABLE_GAP>;

/** One thing that a row asks for and nobody said. */
export interface OpenGap {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly missing: string;
  /** The part of the row that it is missing of: a field of an interface, a system of a key. */
  readonly part?: string;
}

/** Every cell of these rows that is not declared. */
export function undeclaredCells(table: string, rows: readonly (ComparedRow & { readonly id: string })[]): OpenGap[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, cell]) =>
      isStated(cell) && cell.standing === 'not declared'
        ? [{ table, row: row.id, column: inWords(name), missing: cell.remark ?? '' }]
        : [],
    ),
  );
}

/** The gaps by row, numbered `G-01` in the order in which the rows print. */
export function numberedGaps(gaps: readonly OpenGap[]): readonly TableGap[] {
  const rows = new Map<string, OpenGap[]>();
  for (const gap of gaps) {
    const key = `${gap.table}|${gap.row}`;
    rows.set(key, [...(rows.get(key) ?? []), gap]);
  }
  const digits = Math.max(2, `${rows.size}`.length);
  return [...rows.values()].map((of, index) => ({
    ref: `G-${`${index + 1}`.padStart(digits, '0')}`,
    table: of[0]?.table ?? '',
    row: of[0]?.row ?? '',
    missing: missingOf(of),
  }));
}

/** What is missing of several parts of a row is said once, with the parts. */
function missingOf(gaps: readonly OpenGap[]): readonly string[] {
  const parts = new Map<string, string[]>();
  for (const { column, missing, part } of gaps) {
    const what = `${column}: ${missing}`;
    parts.set(what, [...(parts.get(what) ?? []), ...(part === undefined ? [] : [part])]);
  }
  return [...parts].map(([what, of]) => (of.length === 0 ? what : `${what} (${of.join(', ')})`));
}
