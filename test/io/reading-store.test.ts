import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingStore } from '../../src/app/ports.ts';
import { loadModel } from '../../src/core/model/load-model.ts';
import type { ParseCache } from '../../src/core/model/load-model.ts';
import { openReadingStore, readingFolder } from '../../src/io/reading-store.ts';
import { joinPack, MAX_PACK_BYTES, splitPack } from '../../src/io/reading-pack.ts';
import { PROJECT, revisionOf } from '../core/model/load-texts.ts';

const revision = revisionOf({
  'countersign.yaml': PROJECT,
  'specs/a.yaml': 'systems: {MES: {title: Shop floor}}',
  'specs/b.yaml': 'systems: {ERP: {titel: with an error}}',
});

let scratch: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'countersign-readings-'));
  folder = join(scratch, 'cache');
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const store = (reader = 'reader-1'): ReadingStore =>
  openReadingStore({ folder, project: '/plant', reader, worthKeeping: 0 });

async function keep(): Promise<string> {
  const cache: ParseCache = new Map();
  loadModel(revision, { cache });
  await store().keep(revision.files, cache);
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}

/** How many contents a new run recalls. */
async function recalled(from = store()): Promise<number> {
  const cache: ParseCache = new Map();
  await from.recall(revision.files, cache);
  return cache.size;
}

describe('the readings of a project', () => {
  test('are kept for later runs: spec files without anything wrong, in one file that only the user may read', async () => {
    const path = await keep();
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
    if (process.platform !== 'win32')
      expect([folder, path].map((place) => statSync(place).mode & 0o777)).toEqual([0o700, 0o600]);
    expect(await recalled()).toBe(1);
  });

  test('of another project, or of a small one, are none', async () => {
    await keep();
    expect(
      await Promise.all([
        recalled(openReadingStore({ folder, project: '/other', reader: 'reader-1', worthKeeping: 0 })),
        recalled(openReadingStore({ folder, project: '/plant', reader: 'reader-1' })),
      ]),
    ).toEqual([0, 0]);
  });

  test('by another reader are not believed, and replaced', async () => {
    await keep();
    expect(await recalled(store('reader-2'))).toBe(0);
    const cache: ParseCache = new Map();
    loadModel(revision, { cache });
    await store('reader-2').keep(revision.files, cache);
    expect([await recalled(), await recalled(store('reader-2'))]).toEqual([0, 1]);
  });

  test('are not written again when there is nothing new', async () => {
    const path = await keep();
    const { ino, mtimeMs } = statSync(path);
    await keep();
    expect(statSync(path)).toMatchObject({ ino, mtimeMs });
  });

  test('stay when other contents are read, and are dropped only beyond the bound', () => {
    const long = 'x'.repeat(MAX_PACK_BYTES - 3000);
    const lines = new Map([
      ['new', 'short'],
      ['old', long],
      ['older', 'y'.repeat(5000)],
      ['oldest', 'short'],
    ]);
    const pack = joinPack(lines, 'reader-1');
    expect(pack.length).toBeLessThanOrEqual(MAX_PACK_BYTES);
    expect([...splitPack(pack, 'reader-1').keys()]).toEqual(['new', 'old', 'oldest']);
  });
});

describe('as good as absent is a file', () => {
  test('of which any one byte differs', async () => {
    const path = await keep();
    const bytes = readFileSync(path);
    const counts: number[] = [];
    for (let at = 0; at < bytes.length; at += 7) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      writeFileSync(path, altered);
      counts.push(await recalled());
    }
    expect(new Set(counts)).toEqual(new Set([0]));
  });

  test('that is cut off anywhere', async () => {
    const path = await keep();
    const bytes = readFileSync(path);
    const counts: number[] = [];
    for (let length = 0; length < bytes.length; length += 11) {
      writeFileSync(path, bytes.subarray(0, length));
      counts.push(await recalled());
    }
    expect(new Set(counts)).toEqual(new Set([0]));
  });

  test('with lines that are no readings under a digest that fits', async () => {
    const path = await keep();
    const [key = ''] = [...splitPack(readFileSync(path), 'reader-1').keys()];
    for (const line of ['', 'null', '[1]', '{"a":', '[["nothing","A",{},[]]]', '\n', 'no tab']) {
      writeFileSync(path, joinPack(new Map([[key, line]]), 'reader-1'));
      expect(await recalled()).toBe(0);
    }
  });

  test.skipIf(process.platform === 'win32')('that others may write, or that is a link', async () => {
    const path = await keep();
    chmodSync(path, 0o620);
    expect(await recalled()).toBe(0);
    chmodSync(path, 0o600);
    expect(await recalled()).toBe(1);
    renameSync(path, join(scratch, 'elsewhere'));
    symlinkSync(join(scratch, 'elsewhere'), path);
    expect(await recalled()).toBe(0);
  });
});

describe('nothing is kept, and nothing fails,', () => {
  test.skipIf(process.platform === 'win32')('in a folder that others may write', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const cache: ParseCache = new Map();
    loadModel(revision, { cache });
    await store().keep(revision.files, cache);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where no folder can be made', async () => {
    writeFileSync(folder, '');
    const cache: ParseCache = new Map();
    loadModel(revision, { cache });
    await store().keep(revision.files, cache);
    expect([await recalled(), readFileSync(folder, 'utf8')]).toEqual([0, '']);
  });
});

describe.skipIf(process.platform === 'win32')('the folder is', () => {
  const XDG_CACHE_HOME = '/home/q/.caches';
  test.each([
    ['the one that is named', { COUNTERSIGN_CACHE_DIR: '/var/q', XDG_CACHE_HOME }, 'linux', '/var/q'],
    ['that of the system', { XDG_CACHE_HOME }, 'linux', '/home/q/.caches/countersign'],
    ['none, when it is not absolute', { COUNTERSIGN_CACHE_DIR: 'cache' }, 'linux', undefined],
    ['none, when it lies in the project', { COUNTERSIGN_CACHE_DIR: '/plant/.cache' }, 'linux', undefined],
    ['none, when it is the project', { COUNTERSIGN_CACHE_DIR: '/plant' }, 'linux', undefined],
    ['none, when Windows names none', {}, 'win32', undefined],
  ] as const)('%s', (_, environment, platform, expected) => {
    expect(readingFolder(environment, platform, '/plant')).toBe(expected);
  });

  test('below the home of the user otherwise', () => {
    expect(readingFolder({ XDG_CACHE_HOME: 'relative' }, 'linux', '/plant')).toMatch(/\/\.cache\/countersign$/);
  });
});
