import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { environmentFailure } from '../core/diagnostics/failure.ts';

/** The file that a path names, as an absolute path: two ways of writing one file give one text. */
export function reportPlace(path: string): string {
  return resolve(path);
}

/** A file beside another one. */
export function siblingOf(path: string, name: string): string {
  return join(dirname(path), name);
}

/**
 * Writes a report, text in UTF-8 or bytes, to `path` as a whole or not at all: into a neighbour first, then renamed.
 * Throws a `Failure` that says which path could not be written and why.
 */
export async function writeReport(path: string, content: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  const draft = `${target}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    // What ended the run is said; a draft that cannot even be looked for is not there.
    await rm(draft, { force: true }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw environmentFailure(
      'report-not-written',
      `The report could not be written to '${path}': ${reason}`,
      'Name a file in a folder that exists and that you may write to.',
    );
  }
}
