import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createProject } from '../../src/app/compose.ts';
import { DEFAULT_ANSWERS } from '../../src/app/scaffold-project.ts';
import { commitAll, initRepository } from '../io/git/scratch-repository.ts';

/** The project that `init` makes, in a folder. */
export async function writeStarter(folder: string): Promise<string> {
  await createProject(folder, DEFAULT_ANSWERS);
  return folder;
}

/** The same under git, committed on `main`. */
export async function commitStarter(folder: string): Promise<string> {
  initRepository(folder);
  await writeStarter(folder);
  commitAll(folder, 'Hold to release');
  return folder;
}

/** Replaces a text that a file of the project must hold. */
export function edit(folder: string, file: string, before: string, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} does not hold: ${before}`);
  writeFileSync(path, text.replace(before, after));
}

/** Adds text at the end of a file. */
export function append(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}${text}`);
}
