import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { wrap } from '../text/wrap.ts';
import { storyTable, type StoryRow } from './story-table.ts';

/** Columns of text that a story is laid out for where nobody knows the terminal. */
export const STORY_WIDTH = 120;

const LEAST = { who: 8, what: 24, status: 8, way: 14 };
const MOST = { who: 18, status: 14, way: 24 };
const GAP = '  ';

interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A story as a table on a terminal: only what a step changes stands out, by a star where there are no colours. */
export function storyText(story: Story, paint: Paint, refusal?: BaseRefusal, width = STORY_WIDTH): readonly string[] {
  const table = storyTable(story, refusal);
  const headers = ['#', 'who', 'what happens', ...table.statuses.map(shown), 'on the way'];
  const rows = table.rows.map((row) => cellsOf(row, paint));
  const widths = widthsOf(headers, rows, table.statuses.length, width);
  const underline = widths.map((columns) => '-'.repeat(columns)).join(GAP);
  return [
    ...lines(
      headers.map((text) => [{ text }]),
      widths,
    ).map((line) => paint.faint(line)),
    paint.faint(underline),
    ...rows.flatMap((row) => lines(row, widths)),
    ...(table.unchanged.length === 0 ? [] : [paint.faint(`unchanged: ${table.unchanged.map(shown).join(', ')}`)]),
  ];
}

/** Each cell as a list of paragraphs. */
function cellsOf(row: StoryRow, paint: Paint): readonly (readonly Cell[])[] {
  const fault = row.kind === 'fault';
  const alarm =
    row.alarm === undefined ? [] : [{ text: `<- ${shown(row.alarm)}`, paint: (text: string) => paint.critical(text) }];
  return [
    [{ text: row.number === undefined ? '' : String(row.number) }],
    [{ text: shown(row.who), ...(fault ? { paint: paint.warning } : {}) }],
    [
      {
        text: shown(row.what),
        ...(fault ? { paint: paint.warning } : row.kind === 'start' ? { paint: paint.faint } : {}),
      },
      ...row.notes.map((note) => ({ text: shown(note), paint: paint.faint })),
      ...alarm,
    ],
    ...row.cells.map(({ value, changed }) => [
      { text: `${changed ? '*' : ''}${shown(value)}`, paint: changed ? paint.bold : paint.faint },
    ]),
    row.waiting.map((text) => ({ text: shown(text) })),
  ];
}

function widthsOf(
  headers: readonly string[],
  rows: readonly (readonly (readonly Cell[])[])[],
  statuses: number,
  width: number,
): readonly number[] {
  const natural = headers.map((header, column) =>
    Math.max(header.length, ...rows.flatMap((row) => (row[column] ?? []).map(({ text }) => text.length))),
  );
  const within = (column: number, least: number, most: number): number =>
    Math.max(Math.min(natural[column] ?? least, most), Math.min(least, natural[column] ?? least));
  const fixed = [
    natural[0] ?? 2,
    within(1, LEAST.who, MOST.who),
    0,
    ...Array.from({ length: statuses }, (_, index) => within(3 + index, LEAST.status, MOST.status)),
    within(3 + statuses, LEAST.way, MOST.way),
  ];
  const taken = fixed.reduce((sum, one) => sum + one, 0) + GAP.length * (fixed.length - 1);
  return fixed.map((one, column) =>
    column === 2 ? Math.max(LEAST.what, Math.min(natural[2] ?? LEAST.what, width - taken)) : one,
  );
}

/** The lines of one row: every cell is wrapped in its column. */
function lines(cells: readonly (readonly Cell[])[], widths: readonly number[]): readonly string[] {
  const blocks = cells.map((cell, column) =>
    cell.flatMap(({ text, paint }) => wrapCell(text, widths[column] ?? 8, paint)),
  );
  const height = Math.max(1, ...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, line) =>
    blocks
      .map((block, column) => {
        const part = block[line];
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - (part?.text.length ?? 0)));
        return part === undefined ? padding : `${part.paint?.(part.text) ?? part.text}${padding}`;
      })
      .join(GAP)
      .trimEnd(),
  );
}

function wrapCell(text: string, width: number, paint: Cell['paint']): readonly Cell[] {
  return wrap(text, width)
    .flatMap((line) => broken(line, width))
    .map((line) => ({ text: line, ...(paint === undefined ? {} : { paint }) }));
}

/** A word that is longer than its column goes on in the next line, before a capital letter where there is one. */
function broken(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const at = [...line.slice(0, width + 1).matchAll(/(?<=[a-z\d_.-])(?=[A-Z])/gu)].at(-1)?.index ?? width;
  return [line.slice(0, at), ...broken(line.slice(at), width)];
}
