import { environmentFailure, Failure, usageFailure } from '../core/diagnostics/failure.ts';

/** The system's word for an error (`ENOSPC`), or `undefined` for one that is not the system's. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** The place is taken by something that is not ours to replace. */
export function notEmpty(directory: string): Failure {
  return usageFailure(
    'out-not-empty',
    `${directory} is there and not empty.`,
    'Choose another folder, or add --force to move the old one aside (nothing is deleted).',
  );
}

const CAUSES: Readonly<Record<string, readonly [code: string, cause: string, hint: string]>> = {
  ENOSPC: ['disk-full', 'the disk is full', 'Free some space or choose a folder on another disk.'],
  EDQUOT: ['disk-full', 'the disk quota is used up', 'Free some space or choose a folder on another disk.'],
  EFBIG: ['file-too-large', 'a file is larger than the system allows', 'Raise the limit or choose another disk.'],
  EACCES: ['no-permission', 'permission was denied', 'Choose a folder that you may write.'],
  EPERM: ['no-permission', 'the system does not permit it', 'Choose a folder that you may write.'],
  EROFS: ['no-permission', 'the disk is read-only', 'Choose a folder on a disk that can be written.'],
  ENAMETOOLONG: ['name-too-long', 'a name is too long for the disk', 'Choose a shorter path for the package folder.'],
  ENOTDIR: [
    'out-below-a-file',
    'a part of the path is a file and not a folder',
    'Choose a path that leads through folders only.',
  ],
  EEXIST: [
    'out-changed',
    'something else was put there meanwhile',
    'Make sure that no other run writes there, and try again.',
  ],
  ENOTEMPTY: [
    'out-changed',
    'something else was put there meanwhile',
    'Make sure that no other run writes there, and try again.',
  ],
  EBUSY: [
    'out-in-use',
    'the folder is in use or is the root of a disk',
    'Choose a new folder, for example one below it.',
  ],
  EXDEV: ['out-in-use', 'the folder is the root of another disk', 'Choose a new folder, for example one below it.'],
  EMFILE: ['too-many-files', 'too many files are open', 'Raise the limit of open files and try again.'],
  EIO: ['disk-error', 'the disk reported an error', 'Check the disk, or choose a folder on another one.'],
};

/**
 * What a failed write means to the person who asked for it; what is no error of the system stays the bug that it is.
 * `stuck` is the unfinished folder when it could not be removed.
 */
export function failedWrite(directory: string, error: unknown, stuck: string | undefined): unknown {
  const system = systemCode(error);
  if (error instanceof Failure || system === undefined) return error;
  const [code, cause, hint] = CAUSES[system] ?? ['write-failed', 'the system refused', 'Choose another folder.'];
  const rest =
    stuck === undefined ? 'Nothing was left behind.' : `The unfinished folder ${stuck} could not be removed.`;
  return environmentFailure(code, `The package was not written to ${directory}: ${cause} (${system}). ${rest}`, hint);
}
