import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { environmentFailure } from '../core/diagnostics/failure.ts';

/** A file that the user names is read when it is no larger than this. */
const LARGEST = 16 * 1024 ** 2;

/** Reads a text file that the user names. Throws a `Failure` that says which could not be read and why. */
export async function readReport(path: string): Promise<string> {
  try {
    const { size } = await stat(resolve(path));
    if (size > LARGEST) throw new Error(`it has ${size} bytes, and more than ${LARGEST} are not read`);
    return await readFile(resolve(path), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw environmentFailure(
      'file-not-read',
      `The file '${path}' could not be read: ${reason}`,
      'Name a file that exists and that you may read.',
    );
  }
}
