import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { Block, CellBlock, Inline, TableCell, TableColumn, TableRow } from '../blocks.ts';
import { plain } from '../blocks.ts';
import { storyTable, type StoryRow, type StoryTable } from './story-table.ts';

/** Fixed widths in points: the number, and a status. */
const POINTS = { number: 20, status: 58 };

/** A story as blocks of a document: one table, in which what a step changes is strong, and the statuses that stay. */
export function storyBlocks(story: Story, refusal?: BaseRefusal): readonly Block[] {
  const table = storyTable(story, refusal);
  const unchanged: readonly Block[] =
    table.unchanged.length === 0
      ? []
      : [{ kind: 'paragraph', content: plain(`Unchanged: ${table.unchanged.join(', ')}.`), tone: 'small' }];
  return [{ kind: 'table', columns: columnsOf(table), rows: table.rows.map(rowOf) }, ...unchanged];
}

function columnsOf({ statuses }: StoryTable): readonly TableColumn[] {
  return [
    { header: plain('#'), points: POINTS.number, align: 'right' },
    { header: plain('Who'), width: 3 },
    { header: plain('What happens'), width: 7 },
    ...statuses.map((name): TableColumn => ({ header: plain(name), points: POINTS.status })),
    { header: plain('On the way'), width: 4 },
  ];
}

function rowOf(row: StoryRow): TableRow {
  const alarm: readonly CellBlock[] = row.alarm === undefined ? [] : [paragraph([strong(row.alarm)])];
  const cells: readonly TableCell[] = [
    cell(row.number === undefined ? '–' : String(row.number)),
    cell(row.who === '' ? '–' : row.who),
    { content: [paragraph(plain(row.what)), ...row.notes.map((note) => paragraph([emphasis(note)])), ...alarm] },
    ...row.cells.map(({ value, changed }): TableCell => {
      const content = changed ? [strong(value)] : plain(value);
      return { content: [paragraph(content)], ...(changed ? {} : { tone: 'muted' }) };
    }),
    row.onTheWay.length === 0 ? cell('nothing') : { content: row.onTheWay.map((text) => paragraph(plain(text))) },
  ];
  return { cells, ...(row.kind === 'fault' ? { tone: 'high' } : row.alarm === undefined ? {} : { tone: 'warn' }) };
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
