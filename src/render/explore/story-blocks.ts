import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { Block, CellBlock, Inline, TableCell, TableColumn, TableRow } from '../blocks.ts';
import { plain } from '../blocks.ts';
import { SEQUENCE_LEGEND, sequenceFigure } from '../figures/sequence/sequence-figure.ts';
import { shown } from '../shown.ts';
import { storyTable, type StoryRow, type StoryTable } from './story-table.ts';

/** Fixed widths in points: the number, and a status. */
const POINTS = { number: 20, status: 72 };
/** Statuses that have columns of their own on a page that stands upright; of more only what changes is told. */
const MOST_STATUSES = 3;

/**
 * A story as blocks of a document: a table, in which what a step changes is strong, the statuses that stay, and the same as a
 * sequence chart; `about` is what it is the story of.
 */
export function storyBlocks(story: Story, about: string, refusal?: BaseRefusal): readonly Block[] {
  const table = shownTable(storyTable(story, refusal));
  const chart = sequenceFigure(story, { about, refusal, caption: 'The same as a sequence chart' });
  const unchanged: readonly Block[] =
    table.unchanged.length === 0
      ? []
      : [{ kind: 'paragraph', content: plain(`Unchanged: ${table.unchanged.join(', ')}.`), tone: 'small' }];
  return [
    {
      kind: 'table',
      columns: columnsOf(table),
      rows: table.rows.map((row) => rowOf(row, table)),
      caption: plain(CAPTION),
    },
    ...unchanged,
    ...(story.steps.length === 0
      ? []
      : [chart, { kind: 'paragraph', content: plain(SEQUENCE_LEGEND), tone: 'small' } as const]),
  ];
}

const CAPTION = 'The story, step by step';

/** The table with every control character spelled out. */
function shownTable({ statuses, rows, unchanged }: StoryTable): StoryTable {
  return {
    statuses: statuses.map(shown),
    rows: rows.map((row) => ({
      ...row,
      who: shown(row.who),
      what: shown(row.what),
      notes: row.notes.map(shown),
      ...(row.alarm === undefined ? {} : { alarm: shown(row.alarm) }),
      cells: row.cells.map(({ value, changed }) => ({ value: shown(value), changed })),
      onTheWay: row.onTheWay.map(shown),
    })),
    unchanged: unchanged.map(shown),
  };
}

function hasColumns({ statuses }: StoryTable): boolean {
  return statuses.length <= MOST_STATUSES;
}

function columnsOf(table: StoryTable): readonly TableColumn[] {
  return [
    { header: plain('#'), points: POINTS.number, align: 'right' },
    { header: plain('Who'), width: 3 },
    { header: plain('What happens'), width: 7 },
    ...(hasColumns(table)
      ? table.statuses.map((name): TableColumn => ({ header: plain(name), points: POINTS.status }))
      : [{ header: plain('New status'), width: 4 }]),
    { header: plain('On the way'), width: 4 },
  ];
}

function rowOf(row: StoryRow, table: StoryTable): TableRow {
  const alarm: readonly CellBlock[] = row.alarm === undefined ? [] : [paragraph([strong(row.alarm)])];
  const cells: readonly TableCell[] = [
    cell(row.number === undefined ? '–' : String(row.number)),
    cell(row.who === '' ? '–' : row.who),
    { content: [paragraph(plain(row.what)), ...row.notes.map((note) => paragraph([emphasis(note)])), ...alarm] },
    ...(hasColumns(table) ? row.cells.map(statusCell) : [changesCell(row, table)]),
    row.onTheWay.length === 0 ? cell('nothing') : { content: row.onTheWay.map((text) => paragraph(plain(text))) },
  ];
  return { cells, ...(row.kind === 'fault' ? { tone: 'high' } : row.alarm === undefined ? {} : { tone: 'warn' }) };
}

function statusCell({ value, changed }: StoryRow['cells'][number]): TableCell {
  const word = value === '' ? '–' : value;
  const content = changed ? [strong(word)] : plain(word);
  return { content: [paragraph(content)], ...(changed ? {} : { tone: 'muted' }) };
}

/** Where there is no room for every status: those in which it begins, then those that a step changes. */
function changesCell(row: StoryRow, { statuses }: StoryTable): TableCell {
  const told = row.cells.flatMap(({ value, changed }, index) => {
    const text = `${statuses[index] ?? ''}: ${value}`;
    if (row.kind === 'start') return [paragraph(plain(text))];
    return changed ? [paragraph([strong(text)])] : [];
  });
  return told.length === 0 ? { ...cell('unchanged'), tone: 'muted' } : { content: told };
}

function cell(text: string): TableCell {
  return { content: [paragraph(plain(text))] };
}

function paragraph(content: readonly Inline[]): CellBlock {
  return { kind: 'paragraph', content };
}

function strong(text: string): Inline {
  return { kind: 'strong', content: plain(text) };
}

function emphasis(text: string): Inline {
  return { kind: 'emphasis', content: plain(text) };
}
