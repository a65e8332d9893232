import { execFileSync, spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { appendFile, chmod, mkdir, open, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { compareWithRebuild, verifyPackage } from '../../../src/app/verify-package.ts';
import { planPackage } from '../../../src/core/evidence/package-plan.ts';
import { openPackageFolder } from '../../../src/io/package-reader.ts';
import { writePackage } from '../../../src/io/package-writer.ts';
import { smallInput } from '../../core/evidence/small-package.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const plan = planPackage(smallInput());
const folder = useTemporaryFolder();
const inPackage = (path: string): string => join(folder.path, 'evidence', path);

beforeEach(async () => {
  await writePackage(plan, folder.place('evidence'));
});

/** Problems found now, as `kind path`. */
async function problems(): Promise<readonly string[]> {
  const verdict = await verifyPackage(await openPackageFolder(inPackage('')));
  return verdict.problems.map(({ kind, path, now }) => `${kind} ${path}${now === undefined ? '' : ` -> ${now}`}`);
}

describe('verifying a package on disk', () => {
  it('finds a package as written intact, by its id in any case, and through a link to it', async () => {
    await symlink(inPackage(''), join(folder.path, 'link'));
    const verdict = await verifyPackage(await openPackageFolder(join(folder.path, 'link')), {
      expect: ` ${plan.packageId.toUpperCase()}\n`,
    });
    expect(verdict).toEqual({ ok: true, packageId: plan.packageId, manifest: plan.manifest, files: 15, problems: [] });
  });

  it('finds what was done to it', async () => {
    await appendFile(inPackage('data/index.html'), ' ');
    await rename(inPackage('data/documents/HOLD-001-IA.pdf'), inPackage('data/documents/hold-001-ia.pdf'));
    await rm(inPackage('data/specs/base/countersign.yaml'));
    await writeFile(inPackage('.DS_Store'), '');
    await mkdir(inPackage('data/empty/deeper'), { recursive: true });
    await rm(inPackage('data/analysis/diff.json'));
    await symlink('/etc/hostname', inPackage('data/analysis/diff.json'));
    await symlink('..', inPackage('data/loop'));
    expect(await problems()).toEqual([
      'added .DS_Store',
      'changed data/analysis/diff.json',
      'renamed data/documents/HOLD-001-IA.pdf -> data/documents/hold-001-ia.pdf',
      'added data/empty',
      'added data/empty/deeper',
      'changed data/index.html',
      'added data/loop',
      'missing data/specs/base/countersign.yaml',
    ]);
  });

  it.skipIf(process.platform !== 'linux')('lists a pipe without waiting on it and a name that is no text', async () => {
    execFileSync('mkfifo', [inPackage('data/pipe')]);
    await writeFile(Buffer.concat([Buffer.from(inPackage('data/bad')), Buffer.of(0xff, 0x0a)]), 'x');
    await rm(inPackage('bagit.txt'));
    execFileSync('mkfifo', [inPackage('bagit.txt')]);
    expect(await problems()).toEqual(['changed bagit.txt', 'added data/bad\\xff\\x0a', 'added data/pipe']);
  });

  it('detects any flipped byte of any file on disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plan.files),
        fc.nat({ max: 100_000 }),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, mask) => {
          const bytes = Uint8Array.from(file.bytes);
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ mask;
          await writeFile(inPackage(file.path), bytes);
          const found = await problems();
          await writeFile(inPackage(file.path), file.bytes);
          expect(found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
    expect(await problems()).toEqual([]);
  });

  it('reads large files as a stream and refuses to take a huge manifest for text', async () => {
    const before = process.memoryUsage().rss;
    for (const path of ['data/large.bin', 'data/manifest.json'])
      truncateSync(await created(inPackage(path)), 400 * 1024 * 1024);
    expect(await problems()).toEqual([
      'added data/large.bin',
      'changed data/manifest.json',
      'malformed data/manifest.json',
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('refuses a folder that is not there, a file, and an id that is none', async () => {
    const code = (error: { code: string; exitCode: number }): unknown => [error.code, error.exitCode];
    await expect(openPackageFolder(join(folder.path, 'none')).catch(code)).resolves.toEqual(['package-not-found', 2]);
    await expect(openPackageFolder(inPackage('bagit.txt')).catch(code)).resolves.toEqual(['package-not-a-folder', 2]);
    const reader = await openPackageFolder(inPackage(''));
    await expect(verifyPackage(reader, { expect: 'abc' }).catch(code)).resolves.toEqual(['expected-id-malformed', 2]);
  });

  it.skipIf(process.getuid?.() === 0)('does not call a package verified that it could not read', async () => {
    await chmod(inPackage('data/index.html'), 0);
    await expect(problems()).rejects.toThrow(/could not be read \(EACCES\), so the package was not verified/);
  });
});

/** The path, after making sure that a file is there. */
async function created(path: string): Promise<string> {
  await (await open(path, 'a')).close();
  return path;
}

describe('comparing a package with its rebuild', () => {
  it('finds equal packages equal', async () => {
    expect(await compareWithRebuild(await openPackageFolder(inPackage('')), plan)).toEqual({
      ok: true,
      rebuiltId: plan.packageId,
      differences: [],
    });
  });

  it('lists every path that differs, with the first byte that does', async () => {
    const index = await readFile(inPackage('data/index.html'));
    index[1000] = (index[1000] ?? 0) ^ 1;
    await writeFile(inPackage('data/index.html'), index);
    await appendFile(inPackage('data/documents/HOLD-001-IA.pdf'), 'x');
    truncateSync(inPackage('data/documents/HOLD-002-RTM.pdf'), 5);
    await rm(inPackage('bagit.txt'));
    await writeFile(inPackage('data/extra.txt'), '');
    const size = plan.files.find((file) => file.path === 'data/documents/HOLD-001-IA.pdf')?.size;
    expect(await compareWithRebuild(await openPackageFolder(inPackage('')), plan)).toEqual({
      ok: false,
      rebuiltId: plan.packageId,
      differences: [
        { kind: 'missing', path: 'bagit.txt' },
        { kind: 'changed', path: 'data/documents/HOLD-001-IA.pdf', offset: size },
        { kind: 'changed', path: 'data/documents/HOLD-002-RTM.pdf', offset: 5 },
        { kind: 'added', path: 'data/extra.txt' },
        { kind: 'changed', path: 'data/index.html', offset: 1000 },
      ],
    });
  });
});

describe('tools of others', () => {
  const hasSha256sum = spawnSync('sha256sum', ['--version']).status === 0;
  const hasBagit = spawnSync('python3', ['-c', 'import bagit']).status === 0;
  const mustHave = process.env['CI'] === 'true';

  it.skipIf(!hasSha256sum)('sha256sum accepts both manifests, as the cover page says', () => {
    const check = spawnSync(
      'sha256sum',
      ['--check', '--strict', '--quiet', 'tagmanifest-sha256.txt', 'manifest-sha256.txt'],
      { cwd: inPackage('') },
    );
    expect([check.status, String(check.stderr)]).toEqual([0, '']);
  });

  it.skipIf(!hasBagit && !mustHave)(
    'the BagIt library of the Library of Congress validates the bag, and sees damage',
    async () => {
      const validate = (): number | null => spawnSync('python3', ['-m', 'bagit', '--validate', inPackage('')]).status;
      expect(validate()).toBe(0);
      await appendFile(inPackage('data/index.html'), ' ');
      expect(validate()).toBe(1);
    },
  );
  if (!hasBagit && !mustHave)
    process.stderr.write(
      "notice: the bag is not validated by Python's bagit, which is not installed (pip install bagit)\n",
    );
});
