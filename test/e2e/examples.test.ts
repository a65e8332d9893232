import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { createDemo } from '../../src/app/compose-evidence.ts';
import { compareText } from '../../src/core/diagnostics/order.ts';
import { machine, root } from './program.ts';

const { path, sh } = machine();

interface Manifest {
  readonly commands: Readonly<Record<string, { readonly examples?: readonly string[] }>>;
}

const { commands } = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;

/** What `--help` of each command shows, and the first shell block below "Use" in the README, without its comments. */
const HELP = Object.entries(commands).map(([id, { examples = [] }]) => {
  const name = id.replaceAll(':', ' ');
  return {
    name,
    lines: examples.map((line) =>
      line.replaceAll('<%= config.bin %>', 'countersign').replaceAll('<%= command.id %>', name),
    ),
  };
});
const README = readFileSync(join(root, 'README.md'), 'utf8');
const USE = (/^## Use\n+```sh\n(.*?)```/ms.exec(README)?.[1] ?? '')
  .trimEnd()
  .split('\n')
  .map((line) => line.replace(/ +# .*$/, ''));

/** SHA-256 of every file of the package that the demonstration builds; `npm run golden` writes it again. */
const GOLDEN = join(root, 'examples/northmoor/expected/package-v1.0.0..cr-2041.sha256');

/** A clone of the demonstration plant with a branch of its own, as somebody has it who works on a change. */
function clone(name: string): string {
  cpSync(path('clone'), path(name), { recursive: true });
  return path(name);
}

describe('every command line that is printed', () => {
  beforeAll(async () => {
    await createDemo(path('northmoor'));
    const line = [
      'git clone --quiet northmoor clone && cd clone',
      'git checkout --quiet -b work v2.0.1',
      "sed -i 's/^  title: .*/  title: Nonconformance to release of stock/' countersign.yaml",
      "git commit --quiet --all --message 'Another title'",
    ].join(' && ');
    expect(sh(line, path(''))).toMatchObject({ status: 0 });
    const built = sh('countersign build v1.0.0..cr-2041 --documents IA --out ../evidence', path('clone'));
    expect(built).toMatchObject({ status: 0, stderr: '' });
  });

  it('is found by this test', () => {
    expect(HELP.map(({ name }) => name)).toEqual([
      'build',
      'check',
      'demo',
      'diff',
      'explain',
      'explore',
      'export',
      'gate',
      'impact',
      'init',
      'rules',
      'schema',
      'simulate',
      'templates eject',
      'templates list',
      'templates values',
      'trace',
      'verify',
      'waive',
    ]);
    expect(HELP.filter(({ lines }) => lines.length < 2)).toEqual([]);
    expect(USE.map((line) => line.split(' ')[1])).toEqual([
      'init',
      'check',
      'diff',
      'impact',
      'gate',
      'trace',
      'explore',
      'build',
      'verify',
      'rules',
      'waive',
      'templates',
      'schema',
    ]);
  });

  it.each(HELP)('is shown by the help of $name', ({ name, lines }) => {
    const { status, stdout, stderr } = sh(`countersign ${name} --help`, path(''), { COLUMNS: '200' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of lines) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`$ ${line}`);
  });

  it.each([...new Set([...USE, ...HELP.flatMap(({ lines }) => lines)])].map((line, index) => ({ line, index })))(
    'runs: $line',
    { timeout: 240_000 },
    ({ line, index }) => {
      const folder = clone(`run ${index}`);
      // What the line takes for granted: a package that was built before, a project in another folder.
      if (/verify evidence/.test(line)) cpSync(path('evidence'), join(folder, 'evidence'), { recursive: true });
      if (/--project plant/.test(line)) cpSync(path('clone'), join(folder, 'plant'), { recursive: true });
      const { status, stderr } = sh(line, folder);
      // What an export leaves out is said beside it: it must not be taken for the whole.
      const said: unknown = line.startsWith('countersign export') ? expect.stringMatching(/^Bounds: /) : '';
      expect({ status, stderr }).toEqual({ status: 0, stderr: said });
      if (line === 'countersign demo')
        expect(hashes(join(folder, 'countersign-demo/evidence'))).toBe(readFileSync(GOLDEN, 'utf8'));
    },
  );
});

/** Lines as `sha256sum` prints them, in the order of bytes. */
function hashes(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted(compareText)
    .map(
      (path) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}  ./${path}\n`,
    )
    .join('');
}
