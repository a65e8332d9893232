import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { workbookSheets } from '../../../src/render/lists/workbook-sheets.ts';
import { worksheetCsv } from '../../../src/render/lists/worksheet-csv.ts';
import { NOT_DECLARED, type Worksheet, type WorksheetCell } from '../../../src/render/lists/worksheet.ts';
import { HOSTILE } from './a-list.ts';

const COLUMNS = [
  { header: 'id', width: 12, kind: 'id' },
  { header: 'text', width: 20, kind: 'text' },
  { header: 'lines', width: 20, kind: 'lines' },
  { header: 'number', width: 10, kind: 'number' },
] as const;

function sheet(rows: readonly (readonly WorksheetCell[])[], part: Partial<Worksheet> = {}): Worksheet {
  return { name: 'Table', columns: COLUMNS, rows, keys: 1, whole: 'the CSV form', ...part };
}

/** The cells of the first row, as a workbook holds them. */
function cells(...row: readonly WorksheetCell[]) {
  return workbookSheets({ sheets: [sheet([row])] })[0]?.rows[0]?.cells;
}

describe('a worksheet as CSV', () => {
  it('keeps line breaks where a column has lines, spells them out elsewhere, and leaves numbers alone', () => {
    expect(
      worksheetCsv(
        sheet([
          ['1E5', 'a\nb', 'a\r\nb', -3],
          [undefined, NOT_DECLARED, undefined, undefined],
        ]),
      ),
    ).toBe('id,text,lines,number\r\n1E5,"a\\u000ab","a\nb",-3\r\n,NOT DECLARED,,\r\n');
  });

  it.each(HOSTILE.slice(0, 8))('makes no formula of %j in any column', (text) => {
    for (const line of worksheetCsv(sheet([[text, text, text, text]]))
      .split('\r\n')
      .slice(1, 2))
      expect(line).toMatch(/^"'[^\0-\u001f]/u);
  });
});

describe('a worksheet in a workbook', () => {
  it('holds numbers as numbers, names as texts that stay texts, and nothing where nothing applies', () => {
    expect(cells('1E5', 'plain', undefined, 12)).toEqual([
      { is: 'literal', text: '1E5' },
      { is: 'text', text: 'plain' },
      { is: 'empty' },
      { is: 'number', number: 12 },
    ]);
    expect(cells('', NOT_DECLARED, { loud: 'NO TEST' }, NOT_DECLARED)).toEqual([
      { is: 'empty' },
      { is: 'loud', text: 'NOT DECLARED' },
      { is: 'loud', text: 'NO TEST' },
      { is: 'loud', text: 'NOT DECLARED' },
    ]);
  });

  it.each(['=cmd|x', '+1', '-1', '@a', '\t=1', ' =1', '＝1'])('keeps %j as it is, as a text that stays one', (text) => {
    const shown = text.replace('\t', '\\u0009');
    expect(cells('a', text)?.[1]).toEqual({ is: text.startsWith('\t') ? 'text' : 'literal', text: shown });
  });

  it('spells out what is no character and what acts on a terminal', () => {
    expect(cells('a', 'bell \u0007 null \u0000 half \ud800 none \ufdd0\ufffe rtl \u202e 🙂')?.[1]).toEqual({
      is: 'text',
      text: 'bell \\u0007 null \\u0000 half \\ud800 none \\ufdd0\\ufffe rtl \\u202e 🙂',
    });
  });

  it('ends a text that no cell holds in a mark that says where all of it stands', () => {
    const [, long, high] = cells('a', 'x'.repeat(40_000), 'y\n'.repeat(300)) ?? [];
    const mark = (size: string) => ` … [CUT: ${size}; a cell holds no more. The value stands whole in the CSV form.]`;
    const end = mark('40000 characters in 1 line');
    expect(long).toEqual({ is: 'text', text: 'x'.repeat(32_767 - end.length) + end });
    expect(high).toEqual({ is: 'text', text: 'y\n'.repeat(253) + 'y' + mark('600 characters in 301 lines') });
    expect(cells('a', 'x'.repeat(32_767))?.[1]).toEqual({ is: 'text', text: 'x'.repeat(32_767) });
  });

  it('cuts no character in two', () => {
    for (const start of ['', 'x']) {
      const [, cell] = cells('a', start + '🙂'.repeat(20_000)) ?? [];
      const text = cell !== undefined && 'text' in cell ? cell.text : '';
      expect(text.length).toBeGreaterThan(32_760);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('goes on in another sheet, with the same header, where it has more rows than a sheet', () => {
    const rows = Array.from({ length: 1_048_577 }, (_, index) => [index]);
    const sheets = workbookSheets({ sheets: [sheet(rows, { columns: [{ header: 'n', width: 9, kind: 'number' }] })] });
    expect(sheets.map((one) => [one.name, one.headers, one.rows.length, one.rows[0]?.cells])).toEqual([
      ['Table', ['n'], 1_048_575, [{ is: 'number', number: 0 }]],
      ['Table (2)', ['n'], 2, [{ is: 'number', number: 1_048_575 }]],
    ]);
  });

  it('is high enough for its texts; a list of names takes 8 lines at most', () => {
    const heights = [
      ['a', 'short', 'short', 1],
      ['a', 'word '.repeat(12), '', 1],
      ['a', '', '1\n2\n3', 1],
      ['name, '.repeat(100), '', '', 1],
      ['a', 'x'.repeat(60), '', 1],
    ].map((row) => workbookSheets({ sheets: [sheet([row])] })[0]?.rows[0]?.lines);
    expect(heights).toEqual([1, 4, 3, 8, 4]);
  });
});

describe('the name of a sheet', () => {
  const named = (...names: readonly string[]) =>
    workbookSheets({ sheets: names.map((name) => sheet([], { name })) }).map(({ name }) => name);

  it.each([
    ['IF-002 / HOLD [new]: *?\\', 'IF-002 - HOLD -new-- ---'],
    ["'quoted'", 'quoted'],
    ['', 'Sheet'],
    ['History', 'Sheet History'],
    ['A name that is longer than thirty-one signs', 'A name that is longer than thi…'],
    ['\u0000', '-u0000'],
  ])('%j becomes %j', (wanted, name) => {
    expect(named(wanted)).toEqual([name]);
  });

  it('is not that of another sheet in other letters', () => {
    const long = 'A name that is longer than thirty-one signs';
    expect(named('Map', 'MAP', 'map', long, long)).toEqual([
      'Map',
      'MAP (2)',
      'map (3)',
      'A name that is longer than thi…',
      'A name that is longer than… (2)',
    ]);
  });

  it('is lawful whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 5 }), (wanted) => {
        const found = named(...wanted);
        for (const name of found) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\\0-\u001f]{1,31}(?<!')$/);
          expect(name.length).toBeLessThanOrEqual(31);
        }
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      }),
    );
  });
});
