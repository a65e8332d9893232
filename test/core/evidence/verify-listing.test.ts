import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bagManifestText } from '../../../src/core/evidence/bag-texts.ts';
import { planPackage } from '../../../src/core/evidence/package-plan.ts';
import type { ListedEntry } from '../../../src/core/evidence/package-listing.ts';
import { verifyListing } from '../../../src/core/evidence/verify-listing.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { filesOf, listingOf, smallInput } from './small-package.ts';

const plan = planPackage(smallInput());
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const paths = plan.files.map((file) => file.path);

type Files = Map<string, Uint8Array>;

/** Problems of the package after `change`, as `kind path`, with `-> now` for a rename. */
function problemsAfter(change: (files: Files) => void): readonly string[] {
  const files = filesOf(plan);
  change(files);
  return verifyListing(listingOf(files)).problems.map(
    ({ kind, path, now }) => `${kind} ${path}${now === undefined ? '' : ` -> ${now}`}`,
  );
}

function detailsAfter(change: (files: Files) => void): readonly string[] {
  const files = filesOf(plan);
  change(files);
  return verifyListing(listingOf(files)).problems.map(({ path, detail }) => `${path}: ${detail}`);
}

function read(files: Files, path: string): string {
  return decoder.decode(files.get(path));
}

function write(files: Files, path: string, text: string): void {
  files.set(path, encoder.encode(text));
}

function move(files: Files, from: string, to: string): void {
  const bytes = files.get(from);
  if (bytes === undefined) throw new Error(`no ${from}`);
  files.delete(from);
  files.set(to, bytes);
}

/** Rewrites both BagIt manifests so that they fit whatever the files are now, as a forger would. */
function reseal(files: Files): void {
  const hashes = (wanted: (path: string) => boolean): string =>
    bagManifestText(
      [...files].filter(([path]) => wanted(path)).map(([path, bytes]) => ({ path, sha256: sha256(bytes) })),
    );
  write(
    files,
    'manifest-sha256.txt',
    hashes((path) => path.startsWith('data/')),
  );
  write(
    files,
    'tagmanifest-sha256.txt',
    hashes((path) => ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'].includes(path)),
  );
}

describe('verification of a package', () => {
  it('finds nothing in a package as it was planned, and names what it was made from', () => {
    expect(verifyListing(listingOf(filesOf(plan)), plan.packageId)).toEqual({
      ok: true,
      packageId: plan.packageId,
      manifest: plan.manifest,
      files: plan.files.length,
      problems: [],
    });
  });

  it('tells a changed, a missing, an added and a renamed file apart', () => {
    expect(
      problemsAfter((files) => {
        write(files, 'data/analysis/diff.json', '{"findings":[1]}\n');
        files.delete('data/documents/HOLD-002-RTM.pdf');
        write(files, 'data/documents/extra.pdf', 'extra');
        write(files, 'notes.txt', 'note');
        move(files, 'data/documents/HOLD-001-IA.pdf', 'data/documents/HOLD-001-ia.pdf');
      }),
    ).toEqual([
      'changed data/analysis/diff.json',
      'renamed data/documents/HOLD-001-IA.pdf -> data/documents/HOLD-001-ia.pdf',
      'missing data/documents/HOLD-002-RTM.pdf',
      'added data/documents/extra.pdf',
      'added notes.txt',
    ]);
  });

  it('pairs renamed files of equal content one to one', () => {
    expect(
      problemsAfter((files) => {
        move(files, 'data/documents/HOLD-001-IA.json', 'data/documents/x.json');
        files.delete('data/documents/HOLD-002-RTM.json');
      }),
    ).toEqual([
      'renamed data/documents/HOLD-001-IA.json -> data/documents/x.json',
      'missing data/documents/HOLD-002-RTM.json',
    ]);
  });

  it('reports each of the five describing files when it is gone, and only what could then not be checked', () => {
    const gone = Object.fromEntries(
      ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'data/manifest.json'].map(
        (path) => [path, problemsAfter((files) => files.delete(path))],
      ),
    );
    expect(gone).toEqual({
      'bagit.txt': ['missing bagit.txt'],
      'bag-info.txt': ['missing bag-info.txt'],
      'manifest-sha256.txt': ['missing manifest-sha256.txt'],
      'tagmanifest-sha256.txt': ['missing tagmanifest-sha256.txt'],
      'data/manifest.json': ['missing data/manifest.json'],
    });
    expect(problemsAfter((files) => move(files, 'tagmanifest-sha256.txt', 'tag.txt'))).toEqual([
      'added tag.txt',
      'missing tagmanifest-sha256.txt',
    ]);
  });

  it('does not take a folder without any of the describing files for a package', () => {
    const listing = listingOf(new Map([['data/x.txt', encoder.encode('x')]]));
    expect(verifyListing(listing)).toEqual({
      ok: false,
      packageId: null,
      manifest: null,
      files: 1,
      problems: [
        {
          kind: 'not-a-package',
          path: '.',
          detail: 'The folder has none of the files that make it an evidence package.',
        },
      ],
    });
  });

  it('refuses links, pipes, names that are no text, empty folders, and folders in the place of files', () => {
    const listing = listingOf(filesOf(plan));
    const foreign: readonly ListedEntry[] = [
      { kind: 'link', path: 'data/documents/HOLD-001-IA.pdf' },
      { kind: 'folder', path: 'tagmanifest-sha256.txt' },
      { kind: 'folder', path: 'data/analysis/diff.json' },
      { kind: 'special', path: 'data/pipe' },
      { kind: 'undecodable', path: 'data/\\xff' },
      { kind: 'link', path: 'home' },
      { kind: 'folder', path: 'data/empty' },
    ];
    const replaced = new Set(foreign.map((entry) => entry.path));
    const texts = new Map([...listing.texts].filter(([path]) => !replaced.has(path)));
    const entries = [...listing.entries.filter((entry) => !replaced.has(entry.path)), ...foreign];
    expect(verifyListing({ entries, texts }).problems).toEqual([
      {
        kind: 'added',
        path: 'data/\\xff',
        detail: 'It is an entry whose name is not UTF-8; a package holds files only.',
      },
      { kind: 'changed', path: 'data/analysis/diff.json', detail: 'It is a folder and not a file.' },
      { kind: 'changed', path: 'data/documents/HOLD-001-IA.pdf', detail: 'It is a symbolic link and not a file.' },
      { kind: 'added', path: 'data/empty', detail: 'No file that a manifest lists is in this folder.' },
      { kind: 'added', path: 'data/pipe', detail: 'It is a pipe, socket or device; a package holds files only.' },
      { kind: 'added', path: 'home', detail: 'It is a symbolic link; a package holds files only.' },
      { kind: 'added', path: 'tagmanifest-sha256.txt', detail: 'No file that a manifest lists is in this folder.' },
      {
        kind: 'missing',
        path: 'tagmanifest-sha256.txt',
        detail: 'Without it the files that it lists could not be checked.',
      },
    ]);
  });

  it('reads manifests strictly', () => {
    const lines = (files: Files): string[] => read(files, 'manifest-sha256.txt').split('\n');
    const spoil = (change: (all: string[]) => readonly string[]): readonly string[] =>
      detailsAfter((files) => {
        write(files, 'manifest-sha256.txt', change(lines(files)).join('\n'));
        const sealed = bagManifestText(
          ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'].map((path) => ({
            path,
            sha256: sha256(files.get(path) ?? new Uint8Array()),
          })),
        );
        write(files, 'tagmanifest-sha256.txt', sealed);
      }).filter((detail) => detail.startsWith('manifest-sha256.txt'));
    const first = lines(filesOf(plan))[0] ?? '';
    const at = (path: string): string => `${'0'.repeat(64)}  ${path}`;
    expect(spoil((all) => [first, ...all])).toEqual([
      'manifest-sha256.txt: Line 2 lists data/analysis/diff.json a second time.',
    ]);
    expect(spoil((all) => [all[1] ?? '', first, ...all.slice(2)])).toEqual([
      'manifest-sha256.txt: Line 2 is out of order.',
    ]);
    expect(spoil((all) => all.slice(0, -1))).toEqual([
      'manifest-sha256.txt: The last line does not end with a line feed.',
    ]);
    expect(spoil((all) => [first.toUpperCase(), ...all.slice(1)])).toEqual([
      'manifest-sha256.txt: Line 1 is not a SHA-256, two blanks and a path.',
    ]);
    expect(spoil((all) => [first.replace('  ', ' *'), ...all.slice(1)])).toEqual([
      'manifest-sha256.txt: Line 1 is not a SHA-256, two blanks and a path.',
    ]);
    expect(spoil((all) => [`\ufeff${first}`, ...all.slice(1)])).toEqual([
      'manifest-sha256.txt: Line 1 is not a SHA-256, two blanks and a path.',
    ]);
    expect(spoil((all) => [at('data/../../etc/passwd'), ...all])).toEqual([
      "manifest-sha256.txt: Line 1 names a path that has the segment '..', which leads elsewhere.",
    ]);
    expect(spoil((all) => [at('/etc/passwd'), ...all])).toEqual([
      'manifest-sha256.txt: Line 1 names a path that is absolute.',
    ]);
    expect(spoil((all) => [at('bagit.txt'), ...all])).toEqual([
      'manifest-sha256.txt: It lists bagit.txt, which has no place in it.',
    ]);
    expect(spoil((all) => all.filter((line) => !line.endsWith('data/manifest.json')))).toEqual([
      'manifest-sha256.txt: It does not list data/manifest.json.',
    ]);
  });

  it('finds what a forger leaves who seals the package again', () => {
    const forge = (change: (files: Files) => void): readonly string[] =>
      detailsAfter((files) => {
        change(files);
        reseal(files);
      });
    expect(forge((files) => write(files, 'data/analysis/diff.json', '{"findings":[]} '))).toEqual([
      'data/manifest.json: Its SHA-256 of data/analysis/diff.json is not the one in manifest-sha256.txt.',
    ]);
    expect(forge((files) => files.delete('data/documents/HOLD-002-RTM.pdf'))).toEqual([
      'data/manifest.json: It lists data/documents/HOLD-002-RTM.pdf, which manifest-sha256.txt does not.',
    ]);
    expect(forge((files) => write(files, 'data/extra.txt', 'x'))).toEqual([
      'data/manifest.json: It does not list data/extra.txt.',
    ]);
    expect(forge((files) => write(files, 'data/manifest.json', '{'))).toEqual(['data/manifest.json: It is not JSON.']);
    expect(forge((files) => write(files, 'data/manifest.json', '{"formatVersion":1}'))).toEqual([
      "data/manifest.json: It does not follow its schema: / must have required property 'tool'; / must have required property 'rulesVersion'; / must have required property 'languageVersion'; and 7 more.",
    ]);
    expect(
      forge((files) => write(files, 'bagit.txt', 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n')),
    ).toEqual(['bagit.txt: It declares another version or encoding than BagIt 1.0 in UTF-8.']);
    expect(
      forge((files) => write(files, 'bag-info.txt', read(files, 'bag-info.txt').replace(/Oxum: \d+/, 'Oxum: 1')))
        .length,
    ).toBe(1);
    expect(forge((files) => files.set('bag-info.txt', Uint8Array.of(0xff)))).toEqual([
      'bag-info.txt: It is not UTF-8 text of reasonable size.',
    ]);
    const manifest = (change: (value: Record<string, unknown>) => unknown) => (files: Files) =>
      write(
        files,
        'data/manifest.json',
        JSON.stringify(change(JSON.parse(read(files, 'data/manifest.json')) as Record<string, unknown>)),
      );
    const size = manifest((value) => ({
      ...value,
      files: (value['files'] as { size: number }[]).map((file, index) => ({
        ...file,
        size: file.size + (index === 0 ? 1 : 0),
      })),
    }));
    expect(forge(size)[1]).toBe('data/manifest.json: Its size of data/analysis/diff.json is wrong.');
    const twice = manifest((value) => ({
      ...value,
      files: [...(value['files'] as unknown[]), (value['files'] as unknown[])[0]],
    }));
    expect(forge(twice)[1]).toBe('data/manifest.json: It lists data/analysis/diff.json more than once.');
    const roles = manifest((value) => ({
      ...value,
      files: (value['files'] as object[]).map((file) => ({ ...file, role: 'analysis' })),
    }));
    expect(forge(roles).slice(1)).toEqual([
      'data/manifest.json: The files of document HOLD-001-IA are not among its files.',
      'data/manifest.json: The files of document HOLD-002-RTM are not among its files.',
    ]);
  });

  it('finds a package that was rewritten as a whole by the expected id only', () => {
    const other = planPackage(smallInput({ rulesVersion: '2' }));
    const listing = listingOf(filesOf(other));
    expect(verifyListing(listing).ok).toBe(true);
    expect(verifyListing(listing, plan.packageId).problems).toEqual([
      {
        kind: 'changed',
        path: 'tagmanifest-sha256.txt',
        detail: `The package id is ${other.packageId}, not ${plan.packageId} as expected.`,
      },
    ]);
  });

  it('refuses a package of a newer format, and judges nothing else about it', () => {
    const files = filesOf(plan);
    write(files, 'data/manifest.json', '{"formatVersion":2,"more":true}');
    write(files, 'manifest-sha512.txt', 'new');
    expect(verifyListing(listingOf(files)).problems).toEqual([
      {
        kind: 'unsupported',
        path: 'data/manifest.json',
        detail: 'The package was made by a newer version of this tool: its format is 2, this version reads 1.',
      },
    ]);
  });
});

/** Something that can happen to a package on its way; each leaves it different from what it was. */
type Mutation =
  | { readonly act: 'flip'; readonly path: string; readonly at: number; readonly bit: number }
  | { readonly act: 'insert'; readonly path: string; readonly at: number; readonly byte: number }
  | { readonly act: 'drop'; readonly path: string; readonly at: number }
  | { readonly act: 'empty' | 'delete'; readonly path: string }
  | { readonly act: 'move' | 'copy'; readonly path: string; readonly to: string }
  | { readonly act: 'swap'; readonly path: string; readonly other: string };

const path = fc.constantFrom(...paths);
const at = fc.nat({ max: 100_000 });
const freshPath = fc
  .tuple(
    fc.constantFrom('', 'data/', 'data/documents/', 'data/specs/head/', 'new/'),
    fc.constantFrom('x', 'index.html', 'INDEX.HTML', 'BAGIT.TXT', '.hidden', 'a b', 'é', 'manifest-sha512.txt'),
  )
  .map(([folder, name]) => folder + name)
  .filter((fresh) => !paths.includes(fresh));
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ act: fc.constant('flip' as const), path, at, bit: fc.nat({ max: 7 }) }),
  fc.record({ act: fc.constant('insert' as const), path, at, byte: fc.nat({ max: 255 }) }),
  fc.record({ act: fc.constant('drop' as const), path, at }),
  fc.record({ act: fc.constantFrom('empty' as const, 'delete' as const), path }),
  fc.record({ act: fc.constantFrom('move' as const, 'copy' as const), path, to: freshPath }),
  fc.record({ act: fc.constant('swap' as const), path, other: path }),
);

function mutate(files: Files, change: Mutation): void {
  const bytes = files.get(change.path) ?? new Uint8Array();
  const at = 'at' in change ? change.at % Math.max(bytes.length, 1) : 0;
  const before = bytes.subarray(0, at);
  if (change.act === 'flip') files.set(change.path, bytes.with(at, (bytes[at] ?? 0) ^ (1 << change.bit)));
  else if (change.act === 'insert')
    files.set(change.path, Uint8Array.of(...before, change.byte, ...bytes.subarray(at)));
  else if (change.act === 'drop') files.set(change.path, Uint8Array.of(...before, ...bytes.subarray(at + 1)));
  else if (change.act === 'empty') files.set(change.path, new Uint8Array());
  else if (change.act === 'delete') files.delete(change.path);
  else if (change.act === 'move') move(files, change.path, change.to);
  else if (change.act === 'copy') files.set(change.to, bytes);
  else if (change.act === 'swap') {
    files.set(change.path, files.get(change.other) ?? new Uint8Array());
    files.set(change.other, bytes);
  }
}

/** True when two packages hold the same files with the same bytes. */
function same(one: Files, other: Files): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, bytes]) => Buffer.compare(bytes, other.get(name) ?? Buffer.of(0, 0)) === 0)
  );
}

describe('whatever happens to a package', () => {
  it('is detected, wherever it strikes', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const files = filesOf(plan);
        mutate(files, change);
        fc.pre(!same(files, filesOf(plan)));
        expect(verifyListing(listingOf(files)).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is detected in every single byte of the files that describe the others', () => {
    for (const name of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const bytes = filesOf(plan).get(name) ?? new Uint8Array();
      for (let index = 0; index < bytes.length; index += 1) {
        const files = filesOf(plan);
        mutate(files, { act: 'flip', path: name, at: index, bit: index % 8 });
        expect([name, index, verifyListing(listingOf(files)).ok]).toEqual([name, index, false]);
      }
    }
  });
});
