import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the release is made of, besides what the build makes. */
const SOURCES = ['bin', 'scripts', 'src', 'templates', 'specs', 'schemas', 'examples'];

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

/** `npm pack`, as for a release, in a copy: it builds, and puts a shrinkwrap beside the lock file for a moment. */
describe('the published package', () => {
  let folder: string;
  let files: readonly string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-pack-'));
    for (const entry of readdirSync(root, { withFileTypes: true })) {
      const wanted = entry.isFile() || SOURCES.includes(entry.name);
      if (wanted) cpSync(join(root, entry.name), join(folder, entry.name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect({ status, stderr: status === 0 ? '' : stderr + stdout }).toEqual({ status: 0, stderr: '' });
    files = packedFiles(stdout);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['templates', 'specs', 'schemas', 'bin'])('holds every file of %s', (name) => {
    const expected = below(name);
    expect(expected.length).toBeGreaterThan(0);
    expect(files.filter((file) => file.startsWith(`${name}/`))).toEqual(expected);
  });

  it('holds a compiled file and its types for every source file', () => {
    const expected = below('src').flatMap((file) => {
      const compiled = file.replace(/^src/, 'dist').replace(/\.ts$/, '');
      return [`${compiled}.d.ts`, `${compiled}.js`];
    });
    // What the build itself makes: the clause catalogue, read from YAML once.
    const made = ['dist/catalogues/clauses.json', 'dist/catalogues/reader.txt'];
    expect(files.filter((file) => file.startsWith('dist/') && !made.includes(file))).toEqual(expected.toSorted());
  });

  it('holds licence, notices, threat model, change log and the manifest of commands', () => {
    expect(files.filter((file) => !file.includes('/'))).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'THIRD-PARTY-NOTICES.md',
        'npm-shrinkwrap.json',
        'oclif.manifest.json',
        'package.json',
      ].toSorted(),
    );
  });

  it('holds no tests, no sources and nothing of the repository', () => {
    expect(files.filter((file) => /(^|\/)(test|src|scripts|node_modules|\.git|\.ci)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /\.test\.|\.tgz$|\.tsbuildinfo$/.test(file))).toEqual([]);
  });

  it('leaves no shrinkwrap behind', () => {
    expect(existsSync(join(folder, 'npm-shrinkwrap.json'))).toBe(false);
  });
});

describe('the shrinkwrap', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-shrinkwrap-'));
    cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
    cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
    spawnSync(process.execPath, [join(folder, 'scripts/shrinkwrap.mjs')]);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('pins every package that is installed with this one, at any depth, and none that only development needs', () => {
    const lock = packagesOf(join(root, 'package-lock.json'));
    const pinned = packagesOf(join(folder, 'npm-shrinkwrap.json'));
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

    expect(Object.keys(pinned)).toEqual(Object.keys(lock).filter((path) => lock[path]?.dev !== true));
    expect(Object.keys(pinned)).toEqual(
      expect.arrayContaining(Object.keys(dependencies).map((name) => `node_modules/${name}`)),
    );
    for (const [path, entry] of Object.entries(pinned)) {
      if (path !== '')
        expect(entry, path).toMatchObject({ version: lock[path]?.version, integrity: expect.any(String) });
    }
  });
});

function packagesOf(file: string): Record<string, { dev?: boolean; version: string; integrity?: string }> {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function packedFiles(json: string): string[] {
  const report: unknown = JSON.parse(json.slice(json.search(/^[[{]/m)));
  // npm 11 prints a list, npm 12 a map by name of the package.
  const [packed] = Object.values(report as Record<string, Packed>);
  return (packed?.files ?? []).map(({ path }) => path).toSorted();
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? below(path) : [path];
    })
    .toSorted();
}
