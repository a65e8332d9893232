/**
 * What the values of a column are. `id`: names that must stay the text they are, whatever they look like. `text`: one line,
 * `lines`: line breaks are kept. `number`: numbers, which may be missing or loud.
 */
export type ColumnKind = 'id' | 'text' | 'lines' | 'number';

/** A column of a worksheet. */
export interface WorksheetColumn {
  readonly header: string;
  /** In characters of the usual digit width, as spreadsheets measure it. */
  readonly width: number;
  readonly kind: ColumnKind;
}

/** A text that must be seen, such as what nobody declared. */
export interface Loud {
  readonly loud: string;
}

/** A value of a cell; absent = nothing applies there. */
export type WorksheetCell = string | number | Loud | undefined;

/** One table, as data: what it is written as (CSV, workbook) is decided elsewhere. */
export interface Worksheet {
  readonly name: string;
  readonly columns: readonly WorksheetColumn[];
  readonly rows: readonly (readonly WorksheetCell[])[];
  /** How many columns at the left name a row and stay in view; at least one. */
  readonly keys: number;
  /** Where a value stands whole that is too long for a cell, as it follows "stands whole in". */
  readonly whole: string;
}

/** Worksheets in the order of their tabs. */
export interface Workbook {
  readonly sheets: readonly Worksheet[];
}

/** A column that knows what it takes from a row. */
export interface ColumnOf<R> extends WorksheetColumn {
  readonly of: (row: R) => WorksheetCell;
}

/** What stands in a cell whose value the specification could declare and does not. */
export const NOT_DECLARED: Loud = { loud: 'NOT DECLARED' };

/** Fills a worksheet with one row for each item. */
export function worksheetOf<R>(
  { name, keys = 1, whole }: { readonly name: string; readonly keys?: number; readonly whole: string },
  columns: readonly ColumnOf<R>[],
  items: readonly R[],
): Worksheet {
  return {
    name,
    keys,
    whole,
    columns: columns.map(({ header, width, kind }) => ({ header, width, kind })),
    rows: items.map((item) => columns.map(({ of }) => of(item))),
  };
}

/** A column of names. */
export function idColumn<R>(header: string, width: number, of: ColumnOf<R>['of']): ColumnOf<R> {
  return { header, width, kind: 'id', of };
}

/** A column of short texts. */
export function textColumn<R>(header: string, width: number, of: ColumnOf<R>['of']): ColumnOf<R> {
  return { header, width, kind: 'text', of };
}

/** A column of texts that may have several lines. */
export function linesColumn<R>(header: string, width: number, of: ColumnOf<R>['of']): ColumnOf<R> {
  return { header, width, kind: 'lines', of };
}

/** A column of numbers. */
export function numberColumn<R>(header: string, width: number, of: ColumnOf<R>['of']): ColumnOf<R> {
  return { header, width, kind: 'number', of };
}
