import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';

import type { WorkbookCell, WorkbookSheet } from '../render/lists/workbook-sheets.ts';

type Sheets = Parameters<typeof writeExcelFile>[0];
type Options = NonNullable<Parameters<typeof writeExcelFile>[1]>;

/**
 * Writes sheets as XLSX (ECMA-376): the first row stays in view, filters, and repeats on every printed page; there is
 * no formula, macro, link, author or date in it. The same sheets give the same bytes on every machine, on any day and in any zone.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const options: Options = { fontFamily: 'Calibri', fontSize: 10, features: [filtersAndTitles(sheets)] };
  return packedAgain(await writeExcelFile(sheets.map(sheetOf), options).toBuffer());
}

const HEADER: CellObject = {
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E3E9EF',
  bottomBorderStyle: 'thin',
  alignVertical: 'top',
  wrap: true,
};
const TEXT: CellObject = { type: String, alignVertical: 'top', wrap: true };
/** `@` is the format of texts: what looks like a number, a date or a formula stays what it is, also when it is edited. */
const CELLS: Readonly<Record<Exclude<WorkbookCell['is'], 'empty' | 'number'>, CellObject>> = {
  text: TEXT,
  literal: { ...TEXT, format: '@' },
  loud: { ...TEXT, fontWeight: 'bold', textColor: '#B00020' },
};

/** Height of one line of the font, in points. */
const LINE = 13;

function sheetOf({ name, headers, headerLines, widths, rows, keys }: WorkbookSheet): Sheets[number] {
  return {
    sheet: name,
    data: [
      headers.map((header) => ({ ...HEADER, value: encoded(header), height: headerLines * LINE + 2 })),
      ...rows.map(({ cells: [first, ...rest], lines }) => [
        { ...(first === undefined ? null : cellOf(first)), height: lines * LINE + 2 },
        ...rest.map(cellOf),
      ]),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: keys,
    orientation: 'landscape',
  };
}

function cellOf(cell: WorkbookCell): CellObject | null {
  if (cell.is === 'empty') return null;
  if (cell.is === 'number') return { type: Number, value: cell.number, alignVertical: 'top' };
  return { ...CELLS[cell.is], value: encoded(cell.text) };
}

/** Never part of a text: it is no character, and texts of cells spell it out. */
const MARK = '\ufdd0';

/**
 * A text as the library shall write it. In a workbook `_x0041_` means A (ECMA-376, 22.9.2.19), so an underscore that begins such
 * a sequence is written as one. The library looks texts up in a plain object and takes `constructor` and the like for found:
 * these get a mark, which is taken away again when the file is packed.
 */
function encoded(text: string): string {
  const literal = text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return literal in {} ? MARK + literal : literal;
}

/** What the library has no option for: filters on the header, header and key columns on every printed page. */
function filtersAndTitles(sheets: readonly WorkbookSheet[]): NonNullable<Options['features']>[number] {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The filter comes right after the cells (ECMA-376, 18.3.1.99).
          transform: (xml, _, { sheetIndex }) =>
            xml.replace('</sheetData>', `</sheetData><autoFilter ref="${filterOf(sheets[sheetIndex])}"/>`),
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const definedNames = sheets.map(({ name, keys }, index) => {
              const sheet = `'${xmlText(name.replaceAll("'", "''"))}'`;
              const titles = `${sheet}!$A:$${columnName(keys)},${sheet}!$1:$1`;
              return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titles}</definedName>`;
            });
            return xml.replace('<definedNames/>', () => `<definedNames>${definedNames.join('')}</definedNames>`);
          },
        },
      },
    },
  };
}

function filterOf(sheet: WorkbookSheet | undefined): string {
  if (sheet === undefined) throw new Error('The library wrote a sheet that nobody gave it.');
  return `A1:${columnName(sheet.headers.length)}${sheet.rows.length + 1}`;
}

/** A, …, Z, AA, …: the name of a column, counted from 1. */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest === 0 ? '' : columnName(rest)) + String.fromCharCode('A'.charCodeAt(0) + ((number - 1) % 26));
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The same files packed again with one fixed time for all: the library writes the hour of the run, as the zone of the machine
 * shows it. A ZIP keeps local time without a zone, and fflate asks the date for it, so that noon here is noon everywhere.
 */
function packedAgain(written: Uint8Array): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12);
  const files = Object.entries(unzipSync(written)).map(([path, bytes]): [string, Zippable[string]] => [
    path,
    [path === 'xl/sharedStrings.xml' ? strToU8(strFromU8(bytes).replaceAll(MARK, '')) : bytes, { mtime }],
  ]);
  return zipSync(Object.fromEntries(files));
}
