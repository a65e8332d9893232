import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

import { writeWorkbook } from '../../../src/io/workbook-writer.ts';
import { workbookSheets } from '../../../src/render/lists/workbook-sheets.ts';
import type { Workbook } from '../../../src/render/lists/worksheet.ts';
import { NOT_DECLARED } from '../../../src/render/lists/worksheet.ts';
import { HOSTILE } from '../../render/lists/a-list.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'workbook-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => vi.useRealTimers());

const COLUMNS = [
  { header: 'id', width: 12, kind: 'id' },
  { header: 'text', width: 30, kind: 'lines' },
  { header: 'number', width: 10, kind: 'number' },
] as const;

const BOOK: Workbook = {
  sheets: [
    {
      name: 'Requirements',
      columns: COLUMNS,
      rows: [
        ['1E5', 'two\nlines', 7],
        ['URS-002', undefined, NOT_DECLARED],
        ['=1+1', ' blanks at the ends ', 0],
      ],
      keys: 1,
      whole: 'the CSV form',
    },
    { name: "It's <&>", columns: COLUMNS, rows: [], keys: 2, whole: 'the CSV form' },
  ],
};

/** Texts that this file format or the library that writes it could take for something else. */
const TREACHEROUS = [
  ...HOSTILE.filter((text) => !/[\ud800-\udfff](?![\udc00-\udfff])|[\u0000-\u001f\ufffe\uffff]/u.test(text)),
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '_x0041_',
  '_x005F_x0041_',
  '_X000D_',
  '0123',
  '2026-03-02',
  '1/2',
  'TRUE',
  '#REF!',
  '<b>&amp;</b>',
  '$1 $& $$',
];

interface Read {
  readonly strange: readonly string[];
  readonly times: readonly (readonly number[])[];
  readonly titles: readonly string[];
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly Readonly<Record<string, string | number | null>>[];
    readonly texts: readonly string[];
  }[];
}

async function written(book: Workbook): Promise<string> {
  const file = join(scratch, 'book.xlsx');
  writeFileSync(file, await writeWorkbook(workbookSheets(book)));
  return file;
}

async function readBack(book: Workbook): Promise<Read> {
  const file = await written(book);
  return JSON.parse(
    execFileSync('python3', [join(here, 'read_workbook.py'), file], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as Read;
}

/** Whether python3 can do this; the whole proof can, elsewhere the test is left out. */
function pythonCan(statement: string): boolean {
  const can = spawnSync('python3', ['-c', statement]).status === 0;
  if (!can && process.env['CI'] === 'true') throw new Error(`python3 cannot: ${statement}`);
  return can;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('a workbook', () => {
  it('is the same to the byte on any day', async () => {
    const hashes = [];
    for (const day of ['1980-06-01T23:59:59Z', '2026-03-29T01:30:00Z', '2099-01-01T00:00:00Z']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
      // oxlint-disable-next-line no-await-in-loop -- one clock at a time
      hashes.push(sha256(await writeWorkbook(workbookSheets(BOOK))));
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it('is the same to the byte in any zone', () => {
    const script = `
      const { writeWorkbook } = await import(${JSON.stringify(new URL('dist/io/workbook-writer.js', `file://${root}`).href)});
      const bytes = await writeWorkbook(${JSON.stringify(workbookSheets(BOOK))});
      console.log((await import('node:crypto')).createHash('sha256').update(bytes).digest('hex'));
    `;
    const hashes = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Africa/Monrovia', 'Asia/Kathmandu'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim(),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});

describe.runIf(pythonCan('import zipfile, xml.etree'))('a workbook, as another program reads it', () => {
  it('has frozen headers, filters, widths, numbers as numbers and names as text', async () => {
    expect(await readBack(BOOK)).toEqual({
      strange: [],
      times: [[1980, 1, 1, 12, 0, 0]],
      titles: ["'Requirements'!$A:$A,'Requirements'!$1:$1", "'It''s <&>'!$A:$B,'It''s <&>'!$1:$1"],
      sheets: [
        {
          name: 'Requirements',
          frozen: ['frozen', '1', '1', 'B2'],
          filter: 'A1:C4',
          widths: [12, 30, 10],
          rows: [
            { A1: 'id', B1: 'text', C1: 'number' },
            { A2: '1E5', B2: 'two\nlines', C2: 7 },
            { A3: 'URS-002', C3: 'NOT DECLARED' },
            { A4: '=1+1', B4: ' blanks at the ends ', C4: 0 },
          ],
          texts: ['A2', 'A3', 'A4'],
          unwrapped: [],
        },
        {
          name: "It's <&>",
          frozen: ['frozen', '1', '2', 'C2'],
          filter: 'A1:C1',
          widths: [12, 30, 10],
          rows: [{ A1: 'id', B1: 'text', C1: 'number' }],
          texts: [],
          unwrapped: [],
        },
      ],
    });
  });

  it('holds every text as it was given, whatever it looks like', async () => {
    const rows = TREACHEROUS.map((text) => [text, text, 1] as const);
    const { sheets } = await readBack({ sheets: [{ ...BOOK.sheets[0]!, rows }] });
    const found = sheets[0]?.rows.slice(1).map((row, index) => [row[`A${index + 2}`], row[`B${index + 2}`]]);
    expect(found).toEqual(TREACHEROUS.map((text) => [text.replace('\t', '\\u0009'), text.replace('\t', '\\u0009')]));
  });

  it('has as many columns as it takes', async () => {
    const columns = Array.from({ length: 60 }, (_, index) => ({
      header: `c${index}`,
      width: 5,
      kind: 'text' as const,
    }));
    const { sheets } = await readBack({ sheets: [{ name: 'Wide', columns, rows: [], keys: 1, whole: '' }] });
    expect(sheets[0]).toMatchObject({ filter: 'A1:BH1' });
    expect(Object.keys(sheets[0]?.rows[0] ?? {}).at(-1)).toBe('BH1');
  });
});

describe.runIf(pythonCan('import openpyxl'))('a workbook, as openpyxl reads it', () => {
  it('opens without a word, with every cell a text or a number and none a formula', async () => {
    const file = await written(BOOK);
    const { stdout, stderr, status } = spawnSync('python3', [join(here, 'openpyxl_cells.py'), file], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      frozen: [
        ['Requirements', 'B2', 'A1:C4'],
        ["It's <&>", 'C2', 'A1:C1'],
      ],
      cells: [
        ['Requirements', 'A1', 's', 'id'],
        ['Requirements', 'B1', 's', 'text'],
        ['Requirements', 'C1', 's', 'number'],
        ['Requirements', 'A2', 's', '1E5'],
        ['Requirements', 'B2', 's', 'two\nlines'],
        ['Requirements', 'C2', 'n', 7],
        ['Requirements', 'A3', 's', 'URS-002'],
        ['Requirements', 'C3', 's', 'NOT DECLARED'],
        ['Requirements', 'A4', 's', '=1+1'],
        ['Requirements', 'B4', 's', ' blanks at the ends '],
        ['Requirements', 'C4', 'n', 0],
        ["It's <&>", 'A1', 's', 'id'],
        ["It's <&>", 'B1', 's', 'text'],
        ["It's <&>", 'C1', 's', 'number'],
      ],
    });
  });
});
