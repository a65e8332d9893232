import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

import { environmentFailure, usageFailure } from '../core/diagnostics/failure.ts';

/** Every file below a folder as text, by its path with `/`. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  return new Map(files.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index]!]));
}

/** A file to be written, by its path below a folder with `/`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Throws a `Failure` that names the first of the files that is there already. */
export async function refuseExisting(folder: string, files: readonly NewFile[]): Promise<void> {
  for (const { path } of targetsOf(folder, files)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that exists ends the run before anything is written
    const taken = await lstat(path).then(
      () => true,
      () => false,
    );
    if (taken)
      throw usageFailure(
        'file-exists',
        `'${path}' is there already.`,
        'Name another folder, or move the file away first.',
      );
  }
}

/**
 * Writes new files below `folder`. Nothing that is there is touched: when one of them exists, none is written and the
 * `Failure` names it.
 */
export async function writeNewFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  await refuseExisting(folder, files);
  try {
    for (const { path, text } of targetsOf(folder, files)) {
      // oxlint-disable-next-line no-await-in-loop -- a handful of small files
      await mkdir(dirname(path), { recursive: true });
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(path, text, { flag: 'wx' });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw environmentFailure(
      'files-not-written',
      `The files could not be written: ${reason}`,
      'Name a folder that you may write to.',
    );
  }
}

function targetsOf(folder: string, files: readonly NewFile[]): readonly NewFile[] {
  return files.map(({ path, text }) => ({ path: join(resolve(folder), ...path.split('/')), text }));
}
