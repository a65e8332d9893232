import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

import { usageFailure } from '../core/diagnostics/failure.ts';
import { systemCode } from './package-write-failure.ts';

/** Where a package goes and what surrounds it. */
export interface PackagePlace {
  /** The folder that becomes the package. */
  readonly directory: string;
  /** What happens to a folder that is already there and not empty. */
  readonly existing: 'refuse' | 'move-aside';
  /** The project's own folder: the package can neither replace nor contain it. */
  readonly projectFolder: string;
  /** Folders from which spec files are read: a package inside would be read as specs by the next run. */
  readonly specFolders: readonly string[];
}

/** Errors by which the system says that nothing can be there; writing will say more about them. */
function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? '');
}

/** The path with all links above it resolved, as far as it exists; two ways to one folder give one text. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const above = dirname(path);
    if (above === path || !isAbsence(error)) throw error;
    return join(await resolved(above), basename(path));
  }
}

/** True when `path` is `folder` or lies below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Refuses, before anything is written, a place where a package would harm something: a link, a file, the project itself
 * or a folder around it, the current folder or one around it, a folder from which specs are read.
 */
export async function refuseUnsafePlace(directory: string, place: PackagePlace): Promise<void> {
  const stats = await lstat(directory).catch((error: unknown) => {
    if (isAbsence(error)) return undefined;
    throw error;
  });
  if (stats?.isSymbolicLink() === true) {
    throw usageFailure(
      'out-is-link',
      `${directory} is a symbolic link.`,
      'Name the folder itself: a package is never written through a link.',
    );
  }
  if (stats !== undefined && !stats.isDirectory()) {
    throw usageFailure(
      'out-not-a-folder',
      `${directory} is there and is not a folder.`,
      'Choose another name for the package folder.',
    );
  }
  const target = await resolved(directory);
  for (const [name, folder] of [
    ['the project', await resolved(resolve(place.projectFolder))],
    ['the current folder', await resolved(process.cwd())],
  ] as const) {
    if (isWithin(folder, target)) {
      throw usageFailure(
        'out-contains-project',
        `${directory} is or contains ${name}.`,
        'Choose a folder for the package alone.',
      );
    }
  }
  for (const folder of place.specFolders) {
    if (isWithin(target, await resolved(resolve(folder)))) {
      throw usageFailure(
        'out-inside-specs',
        `${directory} lies in ${folder}, from which specs are read.`,
        'Choose a folder outside: the copies of the specs in the package would be read as specs.',
      );
    }
  }
}
