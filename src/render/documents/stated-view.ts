import type { ChangesSinceBase, ComparedRow } from '../../core/documents/compared-rows.ts';
import { type Stated, isStated, statedWords } from '../../core/documents/stated.ts';
import type { TableGap } from '../../core/documents/table-gaps.ts';
import type { ViewData } from '../view-data.ts';
import { capital, number } from './view-words.ts';

/** A cell: what it says, what base says where that differs, and how loud it is. */
export function statedView(cell: Stated): ViewData {
  return {
    text: statedWords(cell),
    was: cell.before ?? '',
    tone: cell.standing === 'not declared' ? 'high' : cell.before !== null ? 'warn' : 'plain',
  };
}

/** A row of a compared table with its id. */
export function comparedView<R extends ComparedRow & { readonly id: string }>(table: string, row: R): ViewData {
  return { id: row.id, ...cellsView(table, row) };
}

/** Every cell of a row that may be undeclared, and the mark of the row. `table` keeps links of different tables apart. */
export function cellsView<R extends ComparedRow>(table: string, row: R): ViewData {
  const cells = Object.entries(row).flatMap(([name, cell]): [string, ViewData][] =>
    isStated(cell) ? [[name, statedView(cell)]] : [],
  );
  return {
    anchor: `${table}:${row.key}`,
    mark: row.change === 'new' ? 'New' : '',
    ...Object.fromEntries(cells),
  };
}

/** What differs from base, and what was compared to say so. */
export function changesView(changes: ChangesSinceBase): ViewData {
  return {
    compared: changes.compared,
    examined: number(changes.examined, 'row'),
    count: number(changes.rows.length, 'row'),
    rows: changes.rows.map(({ table, row, change, what }, index) => ({
      ref: `C-${`${index + 1}`.padStart(2, '0')}`,
      place: table,
      item: row,
      change: change === 'new' ? 'New' : change === 'removed' ? 'Removed' : 'Changed',
      what,
    })),
  };
}

/** The gaps, and how many there are in each table. */
export function gapsView(gaps: readonly TableGap[]): ViewData {
  return {
    words: number(
      gaps.reduce((sum, { missing }) => sum + missing.length, 0),
      'gap',
    ),
    rowWords: number(gaps.length, 'row'),
    any: gaps.length > 0,
    rows: gaps.map(({ ref, table, row, missing }) => ({
      ref,
      place: table,
      item: row,
      missing: missing.map(capital).join('; '),
    })),
  };
}
