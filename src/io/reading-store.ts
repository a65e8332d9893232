import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ReadingStore } from '../app/ports.ts';
import { readingKey } from '../core/model/load-model.ts';
import type { FileReading, ParseCache } from '../core/model/load-model.ts';
import { restoredReading, storedReading } from '../core/model/read/stored-reading.ts';
import type { SourceFile } from '../core/source/source-file.ts';
import { joinPack, MAX_PACK_BYTES, splitPack } from './reading-pack.ts';
import { pruneFolder, replaceFile } from './reading-folder.ts';

/** Projects with fewer bytes of specs are read faster than a cache pays for. */
const WORTH_KEEPING = 1024 * 1024;

/** Where readings are kept, for whom, and what they are worth. */
export interface ReadingStoreOptions {
  /** Absolute; see `readingFolder`. */
  readonly folder: string;
  /** Absolute path of the project's folder: each project has a file of its own. */
  readonly project: string;
  /** What the readings depend on besides the content: tool, language and code of the reader in one word without blanks. */
  readonly reader: string;
  /** Bytes of specs from which on readings are kept. */
  readonly worthKeeping?: number;
}

/**
 * The folder of the cache: `COUNTERSIGN_CACHE_DIR`, else the one that the system has for such things. Undefined where that is
 * no absolute path, or lies in the project itself: then nothing is kept.
 */
export function readingFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  project: string,
): string | undefined {
  const asked = environment['COUNTERSIGN_CACHE_DIR'] ?? '';
  const folder = asked === '' ? systemFolder(environment, platform) : asked;
  if (!isAbsolute(folder)) return undefined;
  const below = relative(project, folder);
  const inProject = below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below));
  return inProject ? undefined : resolve(folder);
}

function systemFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const { LOCALAPPDATA = '', XDG_CACHE_HOME = '' } = environment;
  if (platform === 'win32') return LOCALAPPDATA === '' ? '' : join(LOCALAPPDATA, 'countersign', 'cache');
  // A relative path in this variable is to be ignored (XDG Base Directory Specification).
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'countersign');
  const home = homeFolder();
  return home === '' ? '' : join(home, '.cache', 'countersign');
}

/** A user without an entry in the list of users, as in a container, has none. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/**
 * Readings on disk, in one file for each project. Whatever is odd about that file – its owner, its permissions, its digest, a
 * single line of it – makes it, or the line, as good as absent; and that it cannot be written is no reason to stop.
 */
export function openReadingStore(options: ReadingStoreOptions): ReadingStore {
  const { folder, project, reader, worthKeeping = WORTH_KEEPING } = options;
  const path = join(folder, `${createHash('sha256').update(project).digest('hex').slice(0, 32)}.readings`);
  const kept = new Map<string, string>();
  let looked = false;

  async function look(): Promise<void> {
    if (looked) return;
    looked = true;
    const bytes = await readOwnFile(path);
    if (bytes !== undefined) for (const [key, line] of splitPack(bytes, reader)) kept.set(key, line);
  }

  return {
    async recall(files, cache) {
      if (!isWorthKeeping(files, worthKeeping)) return;
      await look();
      for (const file of files) {
        const key = readingKey(file);
        const stored = cache.has(key) ? undefined : kept.get(key);
        const reading = stored === undefined ? undefined : restored(stored, file);
        if (reading !== undefined) cache.set(key, reading);
      }
    },
    async keep(files, cache) {
      if (!isWorthKeeping(files, worthKeeping)) return;
      await look();
      const lines = linesOf(files, cache, kept);
      if ([...lines.keys()].every((key) => kept.has(key))) return;
      for (const [key, line] of kept) if (!lines.has(key)) lines.set(key, line);
      await quietly(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!(await isOwnFolder(folder))) return;
        await replaceFile(path, joinPack(lines, reader));
        await pruneFolder(folder, path);
      });
    },
  };
}

function isWorthKeeping(files: readonly SourceFile[], least: number): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) >= least;
}

function restored(stored: string, { bytes }: SourceFile): FileReading | undefined {
  try {
    return restoredReading(stored, bytes);
  } catch {
    // Whatever is odd about it, the file itself says what is in it.
    return undefined;
  }
}

/** What is to be kept of these files: what was kept already, and what was read now. */
function linesOf(
  files: readonly SourceFile[],
  cache: ParseCache,
  kept: ReadonlyMap<string, string>,
): Map<string, string> {
  const lines = new Map<string, string>();
  for (const file of files) {
    const key = readingKey(file);
    const reading = cache.get(key);
    const line = kept.get(key) ?? (reading === undefined ? undefined : storedReading(reading));
    if (line !== undefined) lines.set(key, line);
  }
  return lines;
}

/** The bytes of an ordinary file that nobody but the user can have written; undefined for any other. */
async function readOwnFile(path: string): Promise<Buffer | undefined> {
  return quietly(async () => {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      return stats.isFile() && stats.size <= MAX_PACK_BYTES && isOwn(stats) ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  });
}

async function isOwnFolder(path: string): Promise<boolean> {
  const stats = await lstat(path);
  return stats.isDirectory() && isOwn(stats);
}

/** Owned by the user and writable by nobody else; systems without such permissions guard a user's folders themselves. */
function isOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}

/** The system may refuse anything here: then there is no cache. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
