import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = dirname(fileURLToPath(new URL('../../package.json', import.meta.url)));

/** Folder of the real data: what the environment names, else `shared/data` beside the repository. It is never part of it. */
export const DATA_FOLDER = process.env['COUNTERSIGN_REAL_DATA'] ?? join(repository, '../shared/data');

/**
 * Whether the real data are there. On a machine without them the tests are skipped, and say so; continuous integration must
 * have them, so there their absence is an error.
 */
export function realDataPresent(): boolean {
  if (existsSync(join(DATA_FOLDER, 'README.md'))) return true;
  const missing = 'The real data are not there; name their folder in COUNTERSIGN_REAL_DATA.';
  if (process.env['CI'] === 'true') throw new Error(missing);
  process.stderr.write(`${missing} The tests on real data are skipped.\n`);
  return false;
}

/** One file of the data, by its path below the folder. */
export function readData(path: string): unknown {
  return JSON.parse(readFileSync(join(DATA_FOLDER, path), 'utf8'));
}

/** Names of the files in a folder of the data that match, in order. */
export function listData(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(DATA_FOLDER, folder))
    .filter((name) => pattern.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${folder}/${name}`);
}
