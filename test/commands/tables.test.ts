import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';

import Build from '../../src/commands/build.ts';
import Trace from '../../src/commands/trace.ts';
import Verify from '../../src/commands/verify.ts';
import { TRACE_TABLES } from '../../src/render/lists/trace-workbook.ts';
import { commitAll, git, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { run } from './run-command.ts';
import { commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();
const goldens = fileURLToPath(new URL('tables/', import.meta.url));

/** What the starter says nothing of: a gap, a written test, units, value maps, conversions in words, replies, hostile texts. */
const MORE = `objects:
  sample:
    title: Sample
    systemOfRecord: QMS
    keys: {QMS: [number]}
    fields:
      number: {type: string, length: 12}
      weight: {type: decimal, decimals: 3, unit: g}
      taken_at: {type: timestamp, zone: UTC}
      verdict: {type: code, codes: VERDICT}
codes:
  VERDICT: {values: {OK: Good, NOK: Bad}}
  ERP_VERDICT: {values: {"1": Good, "2": Bad}}
valueMaps:
  VM-1: {from: VERDICT, to: ERP_VERDICT, map: {OK: "1", NOK: "2"}, unknown: reject}
interfaces:
  IF-900:
    from: QMS
    to: ERP
    pattern: request-reply
    fields:
      number: {from: sample.number, type: string, length: 12, required: true, key: true, critical: true, write: insert}
      weight: {from: sample.weight, to: WEIGHT_KG, type: decimal, unit: kg, transform: [{round: {decimals: 2, mode: half-up}}, {custom: "=cmd|' /C calc'!A0"}]}
      taken: {from: sample.taken_at, type: date, transform: [{toDate: Europe/Berlin}], lossy: {reason: "The day is enough\\nfor stock."}}
      verdict: {from: sample.verdict, type: code, map: VM-1, required: {when: {message: HOLD}}, whenEmpty: reject}
      plant: {constant: "0012", type: string, length: 4}
      who: {capture: manual}
    messages: [HOLD]
    reply:
      answer: {type: string, length: 40, definition: "+What came of it"}
requirements:
  URS-900:
    text: "@Nobody\\tasked\\nfor it"
    criticality: low
  URS-901:
    text: A sample is weighed.
    satisfiedBy: [IF-900]
tests:
  OQ-HAND-1:
    title: Weigh a sample
    level: PQ
    verifies: [URS-901]
    given: [A balance, A sample]
    steps: [{do: Put it on the balance, expect: "0.300 kg"}, {do: Write down}]
`;

describe('tables for spreadsheets', () => {
  let plant: string;
  beforeAll(async () => {
    plant = await commitStarter(scratch.path('plant'));
    git(plant, ['tag', 'v1']);
    write(plant, { 'specs/samples.yaml': MORE });
    edit(plant, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
    commitAll(plant, 'Samples');
    git(plant, ['tag', 'v2']);
  });

  it.each(Object.keys(TRACE_TABLES))('%s are written as CSV', async (table) => {
    // Of the tests, those of one requirement: the rules that derive them have tests of their own.
    const about = ['tests', 'cases', 'steps'].includes(table) ? ['URS-901'] : [];
    const { code, stdout, stderr } = await run(
      Trace,
      ...about,
      '--project',
      plant,
      '--format',
      'csv',
      '--table',
      table,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // Rows end with CRLF, which git would not keep in the file.
    expect(stdout.endsWith('\r\n')).toBe(true);
    await expect(stdout.replaceAll('\r\n', '\n')).toMatchFileSnapshot(join(goldens, `${table}.csv`));
  });

  it('are the sheets of one workbook', async () => {
    const file = scratch.path('trace.xlsx');
    const outcome = await run(Trace, '--project', plant, '--format', `xlsx=${file}`, '--format', 'text', '--quiet');
    expect(outcome).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('URS-901') as string });
    expect(sheetNames(readFileSync(file))).toEqual(['About', ...Object.values(TRACE_TABLES)]);
  });

  it('concern one element, where one is asked for', async () => {
    const { stdout } = await run(Trace, 'IF-001', '--project', plant, '--format', 'csv', '--table', 'mappings');
    expect(stdout.match(/^IF-\d+/gm)).toEqual(['IF-001', 'IF-001', 'IF-001', 'IF-001']);
  });

  it.each([
    [['--table', 'gaps'], 'table-unused'],
    [['--table', 'gaps', '--format', 'json'], 'table-unused'],
    [['--format', 'xlsx'], 'format-needs-file'],
  ])('are refused where %j could not be done', async (flags, code) => {
    const outcome = await run(Trace, '--project', plant, ...flags);
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`[${code}]`) as string });
  });

  it('say what is wrong where the specification cannot be understood', async () => {
    const broken = await commitStarter(scratch.path('broken'));
    edit(broken, 'specs/requirements.yaml', 'criticality: high', 'criticality: hihg');
    const file = scratch.path('broken.xlsx');
    const { code, stdout } = await run(Trace, '--project', broken, '--format', 'csv', '--format', `xlsx=${file}`);
    expect([code, stdout.split('\r\n')[1]?.split(',')[4]]).toEqual([3, 'schema-invalid']);
    expect(sheetNames(readFileSync(file))).toEqual(['About', 'Findings']);
  });

  it('come with an evidence package, under a number of its scheme, whatever documents it has', async () => {
    const folder = scratch.path('evidence');
    const built = await run(Build, 'v1..v2', '--project', plant, '--out', folder, '--documents', 'RTM');
    expect(built).toMatchObject({ code: 0, stderr: '' });
    const { files } = JSON.parse(readFileSync(join(folder, 'data/manifest.json'), 'utf8')) as {
      files: readonly { readonly path: string; readonly role: string; readonly mediaType: string }[];
    };
    const tables = files.filter(({ role }) => role === 'tables');
    expect(tables).toEqual([
      expect.objectContaining({
        path: 'data/tables/SITE-HOLD-TAB-001-TAB.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    ]);
    expect(sheetNames(readFileSync(join(folder, tables[0]?.path ?? '')))).toEqual([
      'About',
      'Findings',
      ...Object.values(TRACE_TABLES),
    ]);
    expect(readFileSync(join(folder, 'data/index.html'), 'utf8')).toContain('href="tables/"');
    expect(await run(Verify, folder, '--rebuild', '--project', plant)).toMatchObject({ code: 0 });
  });
});

function sheetNames(workbook: Uint8Array): readonly string[] {
  const book = unzipSync(workbook)['xl/workbook.xml'];
  return [...new TextDecoder().decode(book).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name ?? '');
}
