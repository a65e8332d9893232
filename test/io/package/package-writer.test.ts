import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { chmod, mkdir, open, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { planPackage } from '../../../src/core/evidence/package-plan.ts';
import { PARTIAL_PREFIX, writePackage } from '../../../src/io/package-writer.ts';
import { smallInput } from '../../core/evidence/small-package.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const plan = planPackage(smallInput());
const folder = useTemporaryFolder();

/** Every file below a folder with its bytes as text, and every folder with a slash. */
async function contents(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const pairs = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(directory.length + 1);
    return entry.isDirectory() ? [`${name}/`, ''] : [name, await readFile(path, 'latin1')];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

function failure(code: string, message: string): unknown {
  return expect.objectContaining({ exitCode: 2, code, message });
}

/** A `FileHandle` method of Node that fails like the system does, after some calls that work. */
async function breakFileHandle(method: 'writeFile' | 'sync', code: string, after: number): Promise<void> {
  const probe = await open(import.meta.filename, 'r');
  const prototype = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const original = prototype[method] as (...given: unknown[]) => Promise<void>;
  let calls = 0;
  vi.spyOn(prototype, method).mockImplementation(async function (this: FileHandle, ...given: unknown[]) {
    calls += 1;
    if (calls > after) throw Object.assign(new Error(`${code}: simulated`), { code });
    return original.apply(this, given);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('writing a package', () => {
  it('writes exactly the planned files, readable by all and writable by the owner', async () => {
    const place = folder.place('evidence');
    expect(await writePackage(plan, place)).toEqual({
      directory: place.directory,
      packageId: plan.packageId,
      leftovers: [],
    });
    const written = await contents(place.directory);
    const planned = plan.files.map((file) => [file.path, Buffer.from(file.bytes).toString('latin1')]);
    const folders = [
      'data/',
      'data/analysis/',
      'data/documents/',
      'data/specs/',
      'data/specs/base/',
      'data/specs/base/specs/',
      'data/specs/head/',
      'data/specs/head/specs/',
    ];
    expect(written).toEqual(Object.fromEntries([...planned, ...folders.map((path) => [path, ''])]));
    const modes = await Promise.all(
      ['', ...Object.keys(written)].map(async (path) =>
        ((await stat(join(place.directory, path))).mode & 0o777).toString(8),
      ),
    );
    expect([...new Set(modes)].toSorted()).toEqual(['644', '755']);
    expect(await readdir(folder.path)).toEqual(['evidence']);
  });

  it('creates the folders above and fills an empty folder', async () => {
    await mkdir(join(folder.path, 'a/b/evidence'), { recursive: true });
    await writePackage(plan, folder.place('a/b/evidence'));
    await writePackage(plan, folder.place('c/d/evidence'));
    expect(await contents(join(folder.path, 'c/d/evidence'))).toEqual(
      await contents(join(folder.path, 'a/b/evidence')),
    );
  });

  it('refuses a folder with anything in it and leaves it alone', async () => {
    const { directory } = folder.place('evidence');
    await mkdir(directory);
    await writeFile(join(directory, '.keep'), 'mine');
    await expect(writePackage(plan, folder.place('evidence'))).rejects.toThrow(
      failure('out-not-empty', `${directory} is there and not empty.`) as Error,
    );
    expect(await contents(folder.path)).toEqual({ 'evidence/': '', 'evidence/.keep': 'mine' });
  });

  it('moves an old folder aside under the first free name, again and again', async () => {
    const { directory } = folder.place('evidence');
    await mkdir(directory);
    await writeFile(join(directory, 'old.txt'), 'first');
    await writeFile(`${directory}.old-2`, 'in the way');
    const one = await writePackage(plan, folder.place('evidence', 'move-aside'));
    const two = await writePackage(plan, folder.place('evidence', 'move-aside'));
    expect([one.movedAside, two.movedAside]).toEqual([`${directory}.old-1`, `${directory}.old-3`]);
    expect(await contents(`${directory}.old-1`)).toEqual({ 'old.txt': 'first' });
    expect(await contents(`${directory}.old-3`)).toEqual(await contents(directory));
    expect(await readFile(`${directory}.old-2`, 'utf8')).toBe('in the way');
  });

  it('moves nothing aside where nothing is', async () => {
    expect(await writePackage(plan, folder.place('evidence', 'move-aside'))).not.toHaveProperty('movedAside');
  });

  it('reports what interrupted runs left behind, and touches none of it', async () => {
    const left = join(folder.path, `${PARTIAL_PREFIX}abc123`);
    await mkdir(left);
    await writeFile(join(left, 'half.pdf'), 'half');
    expect((await writePackage(plan, folder.place('evidence'))).leftovers).toEqual([left]);
    expect(await contents(left)).toEqual({ 'half.pdf': 'half' });
  });
});

describe('a place where a package would harm something', () => {
  it('is refused: a file, a link, specs, the project, a folder around it, the current folder', async () => {
    await mkdir(join(folder.path, 'project/specs'), { recursive: true });
    await mkdir(join(folder.path, 'real'));
    await writeFile(join(folder.path, 'file'), 'x');
    await symlink(join(folder.path, 'real'), join(folder.path, 'link'));
    await symlink('nowhere', join(folder.path, 'dangling'));
    await symlink(join(folder.path, 'project/specs'), join(folder.path, 'alias'));
    const before = await contents(join(folder.path, 'project'));
    const codes = async (name: string): Promise<unknown> =>
      writePackage(plan, folder.place(name, 'move-aside')).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
    expect({
      file: await codes('file'),
      link: await codes('link'),
      dangling: await codes('dangling'),
      specs: await codes('project/specs'),
      belowSpecs: await codes('project/specs/new/evidence'),
      specsByLink: await codes('alias/evidence'),
      project: await codes('project'),
      aroundProject: await codes('.'),
      root: await codes('../../../../../../../../../..'),
      belowFile: await codes('file/evidence'),
      besideSpecs: await codes('project/evidence'),
      throughLink: await codes('link/evidence'),
    }).toEqual({
      file: 'out-not-a-folder',
      link: 'out-is-link',
      dangling: 'out-is-link',
      specs: 'out-inside-specs',
      belowSpecs: 'out-inside-specs',
      specsByLink: 'out-inside-specs',
      project: 'out-contains-project',
      aroundProject: 'out-contains-project',
      root: 'out-contains-project',
      belowFile: 'out-below-a-file',
      besideSpecs: 'written',
      throughLink: 'written',
    });
    expect(await readlink(join(folder.path, 'link'))).toBe(join(folder.path, 'real'));
    expect(await contents(join(folder.path, 'project/specs'))).toEqual({});
    expect(before).toEqual({ 'specs/': '' });
    const current = { ...folder.place('x'), directory: process.cwd() };
    await expect(writePackage(plan, current)).rejects.toThrow(
      failure('out-contains-project', `${process.cwd()} is or contains the current folder.`) as Error,
    );
  });
});

describe('when the file system fails', () => {
  it.each([
    ['writeFile', 'ENOSPC', 'disk-full', 'the disk is full'],
    ['sync', 'ENOSPC', 'disk-full', 'the disk is full'],
    ['writeFile', 'EDQUOT', 'disk-full', 'the disk quota is used up'],
    ['writeFile', 'EIO', 'disk-error', 'the disk reported an error'],
    ['writeFile', 'EACCES', 'no-permission', 'permission was denied'],
    ['sync', 'EROFS', 'no-permission', 'the disk is read-only'],
    ['sync', 'EZZZ', 'write-failed', 'the system refused'],
  ] as const)('%s with %s leaves nothing, and says so', async (method, system, code, cause) => {
    const { directory } = folder.place('new/evidence');
    await breakFileHandle(method, system, 7);
    await expect(writePackage(plan, folder.place('new/evidence'))).rejects.toThrow(
      failure(
        code,
        `The package was not written to ${directory}: ${cause} (${system}). Nothing was left behind.`,
      ) as Error,
    );
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('keeps the old package in its place when the new one cannot be written', async () => {
    await writePackage(plan, folder.place('evidence'));
    const before = await contents(folder.path);
    await breakFileHandle('writeFile', 'ENOSPC', 3);
    await expect(writePackage(plan, folder.place('evidence', 'move-aside'))).rejects.toThrow(/disk is full/);
    expect(await contents(folder.path)).toEqual(before);
  });

  it('passes on what is no error of the system, and still leaves nothing', async () => {
    const broken = {
      ...plan,
      files: [...plan.files, { ...plan.files[0], path: 'data/x', bytes: 5 }],
    } as unknown as typeof plan;
    await expect(writePackage(broken, folder.place('evidence'))).rejects.toThrow(TypeError);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('refuses a name that the disk cannot hold', async () => {
    const name = 'n'.repeat(300);
    await expect(writePackage(plan, folder.place(name))).rejects.toThrow(
      failure(
        'name-too-long',
        `The package was not written to ${join(folder.path, name)}: a name is too long for the disk (ENAMETOOLONG). Nothing was left behind.`,
      ) as Error,
    );
    await writePackage(plan, folder.place('n'.repeat(252)));
    await expect(writePackage(plan, folder.place('n'.repeat(252), 'move-aside'))).rejects.toThrow(/too long/);
    expect(await readdir(folder.path)).toEqual(['n'.repeat(252)]);
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not write', async () => {
    await chmod(folder.path, 0o555);
    await expect(writePackage(plan, folder.place('evidence'))).rejects.toThrow(/permission was denied \(EACCES\)/);
    await chmod(folder.path, 0o755);
  });

  const mounted = (): boolean => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder.path], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  it('leaves nothing on a disk that is really full', async (context) => {
    if (!mounted()) return context.skip('needs the right to mount a small disk');
    try {
      const [document] = smallInput().documents;
      const large = planPackage(
        smallInput({ documents: document === undefined ? [] : [{ ...document, pdf: new Uint8Array(200_000) }] }),
      );
      await expect(writePackage(large, folder.place('evidence'))).rejects.toThrow(
        /the disk is full \(ENOSPC\)\. Nothing was left behind\./,
      );
      expect(await readdir(folder.path)).toEqual([]);
      await expect(
        writePackage(plan, {
          ...folder.place('x', 'move-aside'),
          directory: folder.path,
          projectFolder: '/nowhere/project',
        }),
      ).rejects.toThrow(/is in use or is the root of a disk|is the root of another disk/);
    } finally {
      execFileSync('umount', [folder.path]);
    }
  });
});

describe('a run that is killed', () => {
  const root = join(import.meta.dirname, '../../..');

  /** Compiles the run into a folder of its own, so that a process of its own can be killed; gives the path of its script. */
  function compile(into: string): string {
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { noEmit: false, rootDir: root, outDir: into, typeRoots: [join(root, 'node_modules/@types')] },
      include: [],
      files: [join(import.meta.dirname, 'long-write.ts')],
    };
    mkdirSync(into);
    writeFileSync(join(into, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(join(into, 'package.json'), '{"type":"module"}');
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(into, 'tsconfig.json')]);
    return join(into, 'test/io/package/long-write.js');
  }

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s leaves no package, only a folder that the next run names',
    async (signal) => {
      await mkdir(join(folder.path, 'packages'));
      const { directory } = folder.place('packages/evidence');
      const child = spawn(process.execPath, [compile(join(folder.path, 'compiled')), directory], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, by) => resolve(by)));
      const packages = join(folder.path, 'packages');
      await vi.waitFor(
        async () =>
          expect((await readdir(packages, { recursive: true })).some((path) => path.endsWith('9.pdf'))).toBe(true),
        {
          timeout: 20_000,
          interval: 10,
        },
      );
      child.kill(signal);
      expect(await ended).toBe(signal);
      const [left, ...more] = await readdir(packages);
      expect([left?.startsWith(PARTIAL_PREFIX), more]).toEqual([true, []]);
      const next = await writePackage(plan, folder.place('packages/evidence'));
      expect(next).toEqual({ directory, packageId: plan.packageId, leftovers: [join(packages, left ?? '')] });
    },
  );
});
