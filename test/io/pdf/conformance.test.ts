import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../../src/io/pdf-writer.ts';
import { renderTemplate } from '../../../src/render/template.ts';
import { machine } from '../../e2e/program.ts';
import { lintPdf } from './pdf-lint.ts';
import { POPPLER, fonts } from './poppler.ts';
import { SAMPLE_META, SAMPLE_PARTIALS, SAMPLE_VIEW } from './sample-view.ts';
import { TORTURE } from './torture.ts';
import { VERAPDF, validate } from './verapdf.ts';

/** Every document of the examples, as the installed program writes it, and two of our own, under the reference validator. */
const files = new Map<string, Uint8Array>();
const QPDF = spawnSync('qpdf', ['--version']).status === 0;

/**
 * Larger files, which are operational qualifications of five hundred pages, take veraPDF most of a minute each: that of one
 * comparison stands for the others, which the lint reads.
 */
const LONGEST = 1_000_000;
const judged = ([name, bytes]: readonly [string, Uint8Array]): boolean =>
  bytes.length <= LONGEST || name.startsWith('cr-2041-');

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const computer = machine();
const sh = (line: string, at: string): void => {
  const { status, stderr } = computer.sh(line, at);
  if (status !== 0) throw new Error(`${line}: ${stderr}`);
};
beforeAll(async () => {
  const collect = (evidence: string, prefix: string): void => {
    const documents = join(evidence, 'data/documents');
    for (const name of readdirSync(documents).filter((file) => file.endsWith('.pdf')))
      files.set(`${prefix}-${name.slice(0, -4)}`, readFileSync(join(documents, name)));
  };
  sh(`countersign demo '${join(folder, 'demo')}' --quiet`, folder);
  collect(join(folder, 'demo/evidence'), 'cr-2041');
  const plant = join(folder, 'demo/northmoor');
  for (const [range, prefix] of [
    ['v1.0.0..v2.0.1', 'v2.0.1'],
    ['v2.0.1..cr-2057', 'cr-2057'],
  ] as const) {
    // The protocols are those of the demonstration with other rows.
    sh(`countersign build ${range} --documents IA,RTM,IFS --out '${join(folder, prefix)}' --quiet`, plant);
    collect(join(folder, prefix), prefix);
  }
  sh(`countersign init '${join(folder, 'starter')}' --yes --quiet`, folder);
  const starter = join(folder, 'starter');
  const git = (...words: readonly string[]): void => void execFileSync('git', words, { cwd: starter, stdio: 'ignore' });
  git('init', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-m', 'x');
  sh(`countersign build HEAD..HEAD --out '${join(folder, 'first')}' --quiet`, starter);
  collect(join(folder, 'first'), 'starter');
  const blocks = renderTemplate({
    name: 'assessment',
    text: readFileSync(new URL('./fixtures/assessment.md.hbs', import.meta.url), 'utf8'),
    partials: SAMPLE_PARTIALS,
    view: SAMPLE_VIEW,
  });
  files.set('sample', (await writePdf({ meta: SAMPLE_META, blocks })).bytes);
  files.set('torture', (await writePdf(TORTURE)).bytes);
}, 900_000);

describe('every document of the examples, the sample and the torture', () => {
  test('are there', () => {
    const documents = [...files.keys()].filter((name) => /^(cr-2041|v2\.0\.1|cr-2057|starter)-/.test(name));
    expect(documents.length).toBeGreaterThanOrEqual(16);
  });

  test('pass the lint', async () => {
    for (const [name, bytes] of files)
      // oxlint-disable-next-line no-await-in-loop -- one document at a time bounds the memory
      expect([name, await lintPdf(bytes)]).toEqual([name, []]);
  }, 900_000);

  test.skipIf(!VERAPDF)(
    'conform to PDF/A-3a and PDF/UA-1',
    () => {
      const verdicts = validate(new Map([...files].filter(judged)));
      const failed = verdicts.filter(({ compliant }) => !compliant);
      expect(failed.map(({ file, profile, failures }) => ({ file, profile, failures }))).toEqual([]);
      const passed = [...files]
        .filter(judged)
        .map(([name]) => name)
        .toSorted();
      for (const profile of ['PDF/A-3A validation profile', 'PDF/UA-1 validation profile'])
        expect(
          verdicts
            .filter((one) => one.profile === profile)
            .map(({ file }) => file)
            .toSorted(),
        ).toEqual(passed);
    },
    1_200_000,
  );

  test.skipIf(!VERAPDF)(
    'the validator finds what is broken',
    () => {
      const sample = Buffer.from(files.get('sample') ?? []).toString('latin1');
      const broken = Buffer.from(
        sample.replace('<dc:title>', '<dc:titel>').replace('</dc:title>', '</dc:titel>'),
        'latin1',
      );
      expect(validate(new Map([['broken', broken]])).map(({ compliant }) => compliant)).toEqual([false, false]);
    },
    300_000,
  );

  test.skipIf(!QPDF)('are sound to qpdf', () => {
    for (const [name, bytes] of files) {
      const path = join(folder, 'checked.pdf');
      writeFileSync(path, bytes);
      const { status, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
      expect([name, status, stderr]).toEqual([name, 0, '']);
    }
  });

  test.skipIf(!POPPLER)('embed every font as a subset with a way back to Unicode', () => {
    for (const [name, bytes] of files)
      expect([name, fonts(bytes).filter((font) => !font.endsWith(' yes yes yes'))]).toEqual([name, []]);
  });
});
