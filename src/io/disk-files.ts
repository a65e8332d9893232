import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFailure } from '../core/diagnostics/failure.ts';
import type { Failure } from '../core/diagnostics/failure.ts';
import type { ProjectEntry } from '../core/source/project-files.ts';

/**
 * What lies on disk under a name, without following any link: nothing when it is gone or stands behind a link. Synchronous,
 * since thousands of small files are read three times as fast so.
 */
export interface DiskFiles {
  kindOf(path: string): ProjectEntry['kind'] | 'folder' | undefined;
  /** The content, or the size alone when that is above `limit` bytes. */
  read(path: string, limit: number): { readonly size: number; readonly bytes?: Uint8Array };
}

/** Looks at files below one folder; paths use `/`. */
export function diskFilesOf(folder: string): DiskFiles {
  const known = new Map<string, boolean>();
  /** Whether a folder below the project is a folder itself, all the way down. */
  function isRealFolder(path: string): boolean {
    let answer = known.get(path);
    if (answer === undefined) {
      const cut = path.lastIndexOf('/');
      answer = (cut === -1 || isRealFolder(path.slice(0, cut))) && kindAt(join(folder, path)) === 'folder';
      known.set(path, answer);
    }
    return answer;
  }
  return {
    kindOf(path) {
      const cut = path.lastIndexOf('/');
      return cut !== -1 && !isRealFolder(path.slice(0, cut)) ? undefined : kindAt(join(folder, path));
    },
    read(path, limit) {
      try {
        // O_NOFOLLOW and O_NONBLOCK: even a link or pipe put there this very moment is not followed and does not block.
        const file = openSync(
          join(folder, path),
          constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
        );
        try {
          const { size } = fstatSync(file);
          return size > limit ? { size } : { size, bytes: readFileSync(file) };
        } finally {
          closeSync(file);
        }
      } catch (error) {
        throw unreadable(join(folder, path), error);
      }
    },
  };
}

/** Everything below a folder in no order, links not followed and `.git` left out; `enter` says which folders to look into. */
export async function listFolder(folder: string, enter: (path: string) => boolean): Promise<readonly ProjectEntry[]> {
  const entries: ProjectEntry[] = [];
  async function walk(path: string): Promise<void> {
    let children;
    try {
      children = await readdir(join(folder, path), { withFileTypes: true });
    } catch (error) {
      throw unreadable(join(folder, path), error);
    }
    for (const child of children) {
      if (child.name === '.git') continue;
      const below = path === '' ? child.name : `${path}/${child.name}`;
      if (child.isDirectory()) {
        if (enter(below)) await walk(below);
      } else {
        entries.push({ path: below, kind: child.isSymbolicLink() ? 'symlink' : child.isFile() ? 'file' : 'special' });
      }
    }
  }
  await walk('');
  return entries;
}

function kindAt(path: string): ProjectEntry['kind'] | 'folder' | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isSymbolicLink() ? 'symlink' : stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
  } catch (error) {
    if (isGone(error)) return undefined;
    throw unreadable(path, error);
  }
}

function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(path: string, error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return environmentFailure(
    'file-unreadable',
    `${path} could not be read (${code}).`,
    'Check the permissions, and that nothing is being moved at the moment.',
  );
}
