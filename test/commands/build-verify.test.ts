import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { DOCUMENT_TYPES } from '../../src/core/documents/index.ts';
import Build from '../../src/commands/build.ts';
import Demo from '../../src/commands/demo.ts';
import Verify from '../../src/commands/verify.ts';
import { commitAll, fingerprint, git, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { append, commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();

interface Verification {
  readonly ok: boolean;
  readonly packageId: string;
  readonly problems: readonly { readonly kind: string; readonly path: string }[];
  readonly rebuild: null | {
    readonly ok: boolean;
    readonly differences: readonly { readonly kind: string; readonly path: string }[];
  };
}

/** Every file below a folder, sorted, with `/`. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

let plant: string;
let evidence: string;
let packageId: string;
let printed: string;

beforeAll(async () => {
  plant = await commitStarter(scratch.path('plant'));
  // An id may hold what a file name should not.
  edit(plant, 'countersign.yaml', 'id: HOLD', 'id: "HO/LD#1"');
  commitAll(plant, 'Another code');
  git(plant, ['tag', 'v1']);
  edit(plant, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
  commitAll(plant, 'Two retries are enough', '2026-03-09T09:00:00+00:00');
  git(plant, ['tag', 'v2']);
  evidence = scratch.path('evidence');
  const { code, stdout, stderr } = await run(Build, 'v1..v2', '--project', plant, '--out', evidence);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  packageId = /^Package id {2}([0-9a-f]{64})$/m.exec(stdout)?.[1] ?? '';
  printed = stdout.replaceAll(scratch.path(''), '').replace(packageId, 'ID');
});

const verify = async (folder: string, ...flags: string[]): Promise<Verification & { readonly code: number }> => {
  const { code, stdout, stderr } = await run(Verify, folder, '--format', 'json', ...flags);
  expect(stderr).toBe('');
  return { ...parseOutput<Verification>('verification', stdout), code };
};

describe('countersign build', () => {
  it('says what class the change has, what was written, and what to open', () => {
    expect(printed).toMatchInlineSnapshot(`
      "Class  MAJOR
        SITE-HO/LD#1-IA-001  IA   DRAFT
        SITE-HO/LD#1-RTM-001  RTM  DRAFT
        SITE-HO/LD#1-RSP-001  RSP  DRAFT
        SITE-HO/LD#1-IFS-001  IFS  DRAFT
        SITE-HO/LD#1-ERA-001  ERA  DRAFT
        SITE-HO/LD#1-IQ-001  IQ   DRAFT
        SITE-HO/LD#1-OQ-001  OQ   DRAFT
      Package id  ID
      Open   /evidence/data/documents/SITE-HO~2FLD~231-IA-001-IA.pdf
      All    /evidence/data/index.html
      "
    `);
  });

  it('writes the documents, their data, both snapshots and the analyses', () => {
    expect(filesBelow(evidence)).toMatchInlineSnapshot(`
      [
        "bag-info.txt",
        "bagit.txt",
        "data/analysis/diff.json",
        "data/analysis/impact.json",
        "data/analysis/trace.json",
        "data/documents/SITE-HO~2FLD~231-ERA-001-ERA.json",
        "data/documents/SITE-HO~2FLD~231-ERA-001-ERA.pdf",
        "data/documents/SITE-HO~2FLD~231-IA-001-IA.json",
        "data/documents/SITE-HO~2FLD~231-IA-001-IA.pdf",
        "data/documents/SITE-HO~2FLD~231-IFS-001-IFS.json",
        "data/documents/SITE-HO~2FLD~231-IFS-001-IFS.pdf",
        "data/documents/SITE-HO~2FLD~231-IQ-001-IQ.json",
        "data/documents/SITE-HO~2FLD~231-IQ-001-IQ.pdf",
        "data/documents/SITE-HO~2FLD~231-OQ-001-OQ.json",
        "data/documents/SITE-HO~2FLD~231-OQ-001-OQ.pdf",
        "data/documents/SITE-HO~2FLD~231-RSP-001-RSP.json",
        "data/documents/SITE-HO~2FLD~231-RSP-001-RSP.pdf",
        "data/documents/SITE-HO~2FLD~231-RTM-001-RTM.json",
        "data/documents/SITE-HO~2FLD~231-RTM-001-RTM.pdf",
        "data/index.html",
        "data/manifest.json",
        "data/specs/base/countersign.yaml",
        "data/specs/base/specs/controls.yaml",
        "data/specs/base/specs/interfaces.yaml",
        "data/specs/base/specs/lifecycles.yaml",
        "data/specs/base/specs/objects.yaml",
        "data/specs/base/specs/organisation.yaml",
        "data/specs/base/specs/requirements.yaml",
        "data/specs/base/specs/systems.yaml",
        "data/specs/head/countersign.yaml",
        "data/specs/head/specs/controls.yaml",
        "data/specs/head/specs/interfaces.yaml",
        "data/specs/head/specs/lifecycles.yaml",
        "data/specs/head/specs/objects.yaml",
        "data/specs/head/specs/organisation.yaml",
        "data/specs/head/specs/requirements.yaml",
        "data/specs/head/specs/systems.yaml",
        "data/tables/SITE-HO~2FLD~231-TAB-001-TAB.xlsx",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
      ]
    `);
    expect(
      createHash('sha256')
        .update(readFileSync(join(evidence, 'tagmanifest-sha256.txt')))
        .digest('hex'),
    ).toBe(packageId);
  });

  it('writes data that follow the published schemas', () => {
    const read = (file: string): string => readFileSync(join(evidence, 'data', file), 'utf8');
    parseOutput('manifest', read('manifest.json'));
    parseOutput('comparison', read('analysis/diff.json'));
    parseOutput('comparison', read('analysis/impact.json'));
    parseOutput('trace', read('analysis/trace.json'));
    const { documents } = JSON.parse(read('manifest.json')) as { documents: readonly { type: string; data: string }[] };
    expect(documents.length).toBe(7);
    for (const { type, data } of documents) {
      parseOutput(
        DOCUMENT_TYPES.find((one) => one.type === type)?.id ?? type,
        readFileSync(join(evidence, data), 'utf8'),
      );
    }
  });

  it('leaves the project as it was', () => {
    expect(git(plant, ['status', '--porcelain'])).toBe('');
    expect(readdirSync(plant).toSorted()).toEqual(['.git', 'countersign.v1.schema.json', 'countersign.yaml', 'specs']);
  });

  it('prints in a dry run what it would write, and writes nothing', async () => {
    const before = fingerprint(scratch.path('plant'));
    const { code, stdout, stderr } = await run(Build, 'v1..v2', '--project', plant, '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [listed = ''] = stdout.split('\n\n');
    const planned = listed.split('\n').map((line) => /^([0-9a-f]{64}) {2} *(\d+) {2}(.*)$/.exec(line)?.slice(1));
    expect(planned).toEqual(
      filesBelow(evidence).map((file) => {
        const bytes = readFileSync(join(evidence, file));
        return [createHash('sha256').update(bytes).digest('hex'), String(bytes.length), file];
      }),
    );
    expect(stdout).toContain(`Package id  ${packageId}\nNothing was written.\n`);
    expect(fingerprint(scratch.path('plant'))).toEqual(before);
  });

  it('writes only the documents that are asked for', async () => {
    const { stdout } = await run(Build, 'v1..v2', '--project', plant, '--dry-run', '--documents', 'rtm, IA,RTM');
    expect([...stdout.matchAll(/ {2}(IA|RTM|IQ|OQ) +DRAFT$/gm)].map(([, type]) => type)).toEqual(['IA', 'RTM']);
    expect([...stdout.matchAll(/documents\/.*-(\w+)\.pdf$/gm)].map(([, type]) => type)).toEqual(['IA', 'RTM']);
  });

  it.each([
    [['--documents', 'IA,XX', '--dry-run'], "error: This version writes no document 'XX'. [document-unknown]"],
    [['--documents', '', '--dry-run'], "error: This version writes no document ''. [document-unknown]"],
    [[], 'error: No folder for the package was named. [out-missing]'],
    [['--dry-run', '--out', 'x'], 'error: The following error occurred:'],
  ])('refuses %j before any work is done', async (flags, line) => {
    const { code, stdout, stderr } = await run(Build, 'v1..v2', '--project', plant, ...flags);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', line]);
  });

  it('refuses a place where a package would harm something, before anything is built', async () => {
    write(scratch.path(''), { 'a file': 'x' });
    const places: readonly (readonly [string, string])[] = [
      [evidence, 'out-not-empty'],
      [join(plant, 'specs'), 'out-inside-specs'],
      [join(plant, 'specs/package'), 'out-inside-specs'],
      [plant, 'out-contains-project'],
      [scratch.path(''), 'out-contains-project'],
      [scratch.path('a file'), 'out-not-a-folder'],
    ];
    // A revision that does not exist is looked for later: these are refused first.
    for (const [place, why] of places) {
      const { code, stdout, stderr } = await run(Build, 'v1..v9', '--project', plant, '--out', place);
      expect([code, stdout, /\[(\S+)\]/.exec(stderr)?.[1]]).toEqual([2, '', why]);
    }
  });

  it('moves aside what stands there only when it is told to, and says where it is', async () => {
    const folder = scratch.path('again');
    write(folder, { 'notes.txt': 'kept' });
    const { code, stderr } = await run(
      Build,
      'v1..v2',
      '--project',
      plant,
      '--documents',
      'IA',
      '--out',
      folder,
      '--force',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: `What stood there is now ${folder}.old-1.\n` });
    expect(readFileSync(`${folder}.old-1/notes.txt`, 'utf8')).toBe('kept');
    expect((await verify(folder)).code).toBe(0);
  });

  it('builds nothing from a specification that cannot be understood: 3', async () => {
    const folder = await commitStarter(scratch.path('broken'));
    append(folder, 'specs/requirements.yaml', 'requirements: {}\n');
    commitAll(folder, 'Twice');
    const out = scratch.path('never');
    expect(await run(Build, 'HEAD~1..HEAD', '--project', folder, '--out', out)).toMatchObject({ code: 3, stdout: '' });
    expect(existsSync(out)).toBe(false);
  });
});

describe('countersign verify', () => {
  it('finds a package as it was built, by its id too, and built again', async () => {
    expect(await verify(evidence)).toMatchObject({ code: 0, ok: true, packageId, problems: [], rebuild: null });
    expect(await verify(evidence, '--expect', packageId.toUpperCase())).toMatchObject({ code: 0, ok: true });
    expect(await verify(evidence, '--rebuild', '--project', plant)).toMatchObject({
      code: 0,
      ok: true,
      rebuild: { ok: true, differences: [] },
    });
  });

  it('is not content with another id, and takes no half one', async () => {
    expect(await verify(evidence, '--expect', '0'.repeat(64))).toMatchObject({ code: 1, ok: false });
    expect(await run(Verify, evidence, '--expect', packageId.slice(0, 12))).toMatchObject({ code: 2, stdout: '' });
  });

  /** A copy of the package in which something was changed. */
  const spoilt = (name: string, change: (folder: string) => void): string => {
    const folder = scratch.path(`spoilt ${name}`);
    cpSync(evidence, folder, { recursive: true });
    change(folder);
    return folder;
  };

  it.each<readonly [string, (folder: string) => void, readonly (readonly [string, string])[]]>([
    ['a flipped byte', (folder) => flip(join(folder, 'data/index.html')), [['changed', 'data/index.html']]],
    [
      'an added file',
      (folder) => writeFileSync(join(folder, 'data/\u001b[2J.pdf'), ''),
      [['added', 'data/\u001b[2J.pdf']],
    ],
    [
      'a missing file',
      (folder) => rmSync(join(folder, 'data/analysis/diff.json')),
      [['missing', 'data/analysis/diff.json']],
    ],
    ['an added folder', (folder) => mkdirSync(join(folder, 'data/empty')), [['added', 'data/empty']]],
  ])('finds %s: exit code 1', async (name, change, problems) => {
    const folder = spoilt(name, change);
    const found = await verify(folder);
    expect([found.code, found.problems.map(({ kind, path }) => [kind, path])]).toEqual([1, problems]);
    const { stdout } = await run(Verify, folder);
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout.split('\n')[0]).toMatch(/^Not intact: 1 problem in \d+ files\.$/);
  });

  it('finds with --rebuild what was rewritten as a whole', async () => {
    const folder = spoilt('as a whole', (copy) => {
      const [path, manifest] = [join(copy, 'data/analysis/diff.json'), join(copy, 'data/manifest.json')];
      const before = sha256(path);
      flip(path);
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(before, sha256(path)));
      listAgain(copy);
    });
    const plain = await verify(folder);
    expect([plain.code, plain.problems, plain.packageId === packageId]).toEqual([0, [], false]);
    expect((await verify(folder, '--expect', packageId)).code).toBe(1);
    const rebuilt = await verify(folder, '--rebuild', '--project', plant);
    expect([rebuilt.code, rebuilt.rebuild?.ok]).toEqual([1, false]);
    expect(rebuilt.rebuild?.differences.map(({ path }) => path)).toEqual([
      'data/analysis/diff.json',
      'data/manifest.json',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
  });

  it('refuses a package of a newer format, and one that another version made', async () => {
    const newer = spoilt('newer', (copy) => rewriteManifest(copy, '"formatVersion": 1', '"formatVersion": 2'));
    expect((await verify(newer)).problems).toMatchObject([{ kind: 'unsupported', path: 'data/manifest.json' }]);
    const other = spoilt('other version', (copy) =>
      rewriteManifest(copy, `"version": "${version}"`, '"version": "0.0.9"'),
    );
    expect((await verify(other)).code).toBe(0);
    expect(await run(Verify, other, '--rebuild', '--project', plant)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: The package cannot be built again: the package was made by countersign 0.0.9, this is ${version}: only the same version builds the same bytes. [rebuild-impossible]\n  Verify it without --rebuild.\n`,
    });
  });

  it('tells a folder that is not there (2) from one that is no package (1), and git that lacks the commits (4)', async () => {
    expect(await run(Verify, scratch.path('nowhere'))).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: There is no folder ${scratch.path('nowhere')}. [package-not-found]\n  Name the folder that holds bagit.txt.\n`,
    });
    expect((await verify(plant)).problems).toMatchObject([{ kind: 'not-a-package', path: '.' }]);
    const elsewhere = await commitStarter(scratch.path('elsewhere'));
    expect(await run(Verify, evidence, '--rebuild', '--project', elsewhere)).toMatchObject({ code: 4, stdout: '' });
    expect(await run(Verify, evidence, '--base-project', 'x')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('countersign demo', () => {
  it.each(['northmoor', 'evidence'])(
    'refuses a folder in which %s is there already, and writes nothing',
    async (name) => {
      const folder = scratch.path(`demo of ${name}`);
      write(folder, { [`${name}/mine.txt`]: 'kept' });
      const { code, stdout, stderr } = await run(Demo, folder);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/not empty/);
      expect(filesBelow(folder)).toEqual([`${name}/mine.txt`]);
    },
  );
});

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Changes one bit in the middle of a file. */
function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Changes the manifest, and both lists with it, so that the package is consistent. */
function rewriteManifest(folder: string, before: string, after: string): void {
  const path = join(folder, 'data/manifest.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(before, after));
  listAgain(folder);
}

/** Writes both BagIt manifests again, with the hashes of what stands there now. */
function listAgain(folder: string): void {
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const lines = readFileSync(join(folder, list), 'utf8').trimEnd().split('\n');
    const again = lines.map((line) => line.slice(66)).map((path) => `${sha256(join(folder, path))}  ${path}\n`);
    writeFileSync(join(folder, list), again.join(''));
  }
}
