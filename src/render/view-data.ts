import { Failure } from '../core/diagnostics/failure.ts';
import type { Figure, TableCell, Tone } from './blocks.ts';

/**
 * View data are plain JSON: objects and arrays with strings at the ends, and booleans for `if` and `unless`. Numbers are
 * strings already, formatted by who knows their unit; nothing is absent by `null`. A table may stand in it as `TableData`, a
 * drawing as `Figure`.
 */
export type ViewData = { readonly [key: string]: ViewValue };
export type ViewValue = string | boolean | readonly ViewValue[] | ViewData | TableData | Figure;

/** A table that a view brings complete; `{{table path}}` prints it without passing its rows through Markdown. */
export interface TableData {
  readonly kind: 'table-data';
  readonly columns: readonly TableDataColumn[];
  readonly rows: readonly TableDataRow[];
  readonly caption?: string;
  readonly id?: string;
}

export interface TableDataColumn {
  readonly header: string;
  /** Share of the width, relative to the other columns. */
  readonly width?: number;
  /** Fixed width in points. */
  readonly points?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly font?: 'text' | 'code';
}

export interface TableDataRow {
  /** A string prints as it is; a new line in it is a new line in the cell. */
  readonly cells: readonly (string | TableCell)[];
  readonly id?: string;
  readonly tone?: Tone;
}

/** Names that reach behind plain data. */
export const REFUSED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value of a view is a complete table. */
export function isTableData(value: unknown): value is TableData {
  return (
    isRecord(value) && value['kind'] === 'table-data' && Array.isArray(value['columns']) && Array.isArray(value['rows'])
  );
}

/** Whether a value of a view is a drawing; `{{figure path}}` prints it. */
export function isFigure(value: unknown): value is Figure {
  return isRecord(value) && value['kind'] === 'figure' && Array.isArray(value['shapes']);
}

/** An object of plain data. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Throws a `Failure` that names the path of the first value which is no view data. */
export function requireViewData(value: unknown, path = 'view'): void {
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (isTableData(value)) {
    requireTableData(value, path);
    return;
  }
  if (isFigure(value)) {
    requireFigure(value, path);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => requireViewData(item, `${path}[${index}]`));
    return;
  }
  if (!isRecord(value)) {
    throw new Failure(
      5,
      'view-value',
      `The view data hold ${describe(value)} at ${path}.`,
      'Give strings, booleans for conditions, or leave the key out.',
    );
  }
  for (const [key, item] of Object.entries(value)) {
    if (REFUSED_NAMES.has(key))
      throw new Failure(5, 'view-value', `The view data hold the name “${key}” at ${path}.`, 'Choose another name.');
    if (item !== undefined) requireViewData(item, `${path}.${key}`);
  }
}

function requireTableData(table: TableData, path: string): void {
  const refuse = (where: string, what: string): never => {
    throw new Failure(
      5,
      'view-table',
      `The table of the view at ${where} has ${what}.`,
      'Give { columns: [{ header }], rows: [{ cells }] } with one cell per column.',
    );
  };
  table.columns.forEach((column: unknown, index) => {
    if (!isRecord(column) || typeof column['header'] !== 'string') refuse(`${path}.columns[${index}]`, 'no header');
  });
  table.rows.forEach((row: unknown, index) => {
    const cells = isRecord(row) ? row['cells'] : undefined;
    if (!Array.isArray(cells) || cells.length !== table.columns.length)
      return refuse(`${path}.rows[${index}]`, 'not one cell per column');
    cells.forEach((cell: unknown, column) => {
      if (typeof cell !== 'string' && !(isRecord(cell) && Array.isArray(cell['content'])))
        refuse(`${path}.rows[${index}].cells[${column}]`, 'no text and no content');
    });
  });
}

function requireFigure({ alt, width, height }: Figure, path: string): void {
  if (alt.trim() !== '' && width > 0 && height > 0) return;
  throw new Failure(
    5,
    'view-figure',
    `The figure of the view at ${path} has no words or no size.`,
    'Give { alt, width, height, shapes }: alt says what the drawing shows.',
  );
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object that is not plain' : `a ${typeof value}`;
}
