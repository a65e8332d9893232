import type { ElementKey } from '../model/element.ts';
import type { DocumentContext } from './document-context.ts';
import { type FactsOf, count, facts, flag, list, text, words } from './fact-shape.ts';
import { type Stated, isStated, statedWords } from './stated.ts';

export const ROW_CHANGE = words('same', 'changed', 'new');

/** Cells that follow from the rest of the specification: what changes them is told by the impact assessment. */
const DERIVED: ReadonlySet<string> = new Set(['cases', 'tests']);

/** What every row of a compared table has: its key is the element, and what else tells rows of one element apart. */
export interface ComparedRow {
  /** `step:PS-06`, `object:lot|MES`. */
  readonly key: string;
  readonly change: FactsOf<typeof ROW_CHANGE>;
}

export const CHANGED_ROW = facts({
  table: text,
  row: text,
  change: words('changed', 'new', 'removed'),
  what: text,
});
export const CHANGES_SINCE_BASE = facts({ compared: flag, examined: count, rows: list(CHANGED_ROW) });

/** What differs from base in the tables of a document, row by row; `examined` rows were compared. */
export type ChangesSinceBase = FactsOf<typeof CHANGES_SINCE_BASE>;

/** A table of head with its marks, and what differs from base. */
export interface ComparedTable<R> {
  readonly rows: readonly R[];
  readonly examined: number;
  readonly differences: readonly FactsOf<typeof CHANGED_ROW>[];
}

/**
 * Marks the rows of head against those of base: a cell with another text gets what base says, a row that base has not is
 * new. Rows of a renamed element are compared with those of its former id. Without a base nothing is marked.
 */
export function comparedTable<R extends ComparedRow>(
  table: string,
  head: readonly R[],
  base: readonly R[],
  context: Pick<DocumentContext, 'base' | 'diff'>,
): ComparedTable<R> {
  if (!hasBase(context)) return { rows: head, examined: 0, differences: [] };
  const former = formerKeys(context);
  const before = new Map(base.map((row) => [row.key, row]));
  const met = new Set<string>();
  const differences: FactsOf<typeof CHANGED_ROW>[] = [];
  const rows = head.map((row): R => {
    const key = formerKey(row.key, former);
    const old = before.get(key);
    if (old === undefined) {
      differences.push({ table, row: rowName(row.key), change: 'new', what: 'Base has no such row.' });
      return { ...row, change: 'new' };
    }
    met.add(key);
    const cells = Object.entries(row).flatMap(([name, cell]): [string, Stated][] => {
      const was = (old as Record<string, unknown>)[name];
      if (!isStated(cell) || !isStated(was) || DERIVED.has(name)) return [];
      const said = statedWords(was);
      return said === statedWords(cell) ? [] : [[name, { ...cell, before: said }]];
    });
    const renamed = key !== row.key;
    if (cells.length === 0 && !renamed) return row;
    differences.push({
      table,
      row: rowName(row.key),
      change: 'changed',
      what: [
        ...(renamed ? [`Formerly ${rowName(key)}.`] : []),
        ...cells.map(([name, cell]) => `${inWords(name)}: ${cell.before ?? ''} → ${statedWords(cell)}.`),
      ].join(' '),
    });
    return { ...row, ...Object.fromEntries(cells), change: 'changed' };
  });
  for (const row of base)
    if (!met.has(row.key))
      differences.push({ table, row: rowName(row.key), change: 'removed', what: 'Head has no such row.' });
  return { rows, examined: head.length + base.filter(({ key }) => !met.has(key)).length, differences };
}

/** The differences of all tables of a document. */
export function changesSinceBase(
  context: Pick<DocumentContext, 'base'>,
  tables: readonly Pick<ComparedTable<unknown>, 'examined' | 'differences'>[],
): ChangesSinceBase {
  return {
    compared: hasBase(context),
    examined: tables.reduce((sum, { examined }) => sum + examined, 0),
    rows: tables.flatMap(({ differences }) => differences),
  };
}

function hasBase({ base }: Pick<DocumentContext, 'base'>): boolean {
  return base.identity.kind !== 'none';
}

function formerKeys({ diff }: Pick<DocumentContext, 'diff'>): ReadonlyMap<ElementKey, ElementKey> {
  return new Map(
    diff.identities.filter(({ renamed }) => renamed).map(({ before, after }) => [after.key, before.key] as const),
  );
}

function formerKey(key: string, former: ReadonlyMap<ElementKey, ElementKey>): string {
  const [element = '', ...rest] = key.split('|');
  return [former.get(element) ?? element, ...rest].join('|');
}

/** `lot, MES` of `object:lot|MES`. */
function rowName(key: string): string {
  return key.replace(/^[a-z-]+:/u, '').replaceAll('|', ', ');
}

/** Columns whose heading is not the name of the fact. */
const COLUMNS: Readonly<Record<string, string>> = {
  it: 'IT',
  crossing: 'Interfaces crossing',
  ways: 'Way of the data',
  record: 'System of record',
};

/** `Quality limit` of `qualityLimit`. */
export function inWords(name: string): string {
  const heading = COLUMNS[name];
  if (heading !== undefined) return heading;
  const spaced = name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
