import { counted } from '../words.ts';
import { linesColumn, NOT_DECLARED, textColumn, type Worksheet, type WorksheetCell, worksheetOf } from './worksheet.ts';

/** A fact about a workbook: what it is called, and the fact. */
export type AboutRow = readonly [item: string, value: WorksheetCell];

/** The first sheet of a workbook: what it was made from, how to read it, and what the other sheets hold. */
export function aboutSheet(facts: readonly AboutRow[], sheets: readonly Worksheet[]): Worksheet {
  const reading: readonly AboutRow[] = [
    [
      'how to read it',
      `An empty cell: nothing applies there. ${NOT_DECLARED.loud}: the specification could say it and does not; nothing was assumed.`,
    ],
    [
      'what it is not',
      'A copy to sort, filter and search. It is no record of an execution and no approved document: nothing was executed, nobody has signed.',
    ],
  ];
  const contents = sheets.map(({ name, rows }): AboutRow => [`sheet ${name}`, counted(rows.length, 'row')]);
  return worksheetOf<AboutRow>(
    { name: 'About', whole: 'what it was made from' },
    [textColumn('item', 26, ([item]) => item), linesColumn('value', 100, ([, value]) => value)],
    [...facts, ...reading, ...contents],
  );
}
