import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Most that all files of readings may take together, in bytes: the oldest go first. */
const MAX_FOLDER_BYTES = 512 * 1024 * 1024;
/** A temporary file this old, in milliseconds, was left behind by a run that was killed. */
const ABANDONED = 60 * 60 * 1000;

/** Replaces a file as a whole: whoever reads it sees the old one or the new one. Only the user may read it. */
export async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes the oldest files of readings until the rest is within its bound, `keep` never, and what killed runs left behind. */
export async function pruneFolder(folder: string, keep: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{32}\.readings(\.[0-9a-f]{16}\.tmp)?$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  const now = Date.now();
  const newest = files.toSorted((a, b) => Number(b.path === keep) - Number(a.path === keep) || b.mtimeMs - a.mtimeMs);
  let total = 0;
  for (const { path, size, mtimeMs } of newest) {
    total += size;
    const abandoned = path.endsWith('.tmp') && now - mtimeMs > ABANDONED;
    // oxlint-disable-next-line no-await-in-loop -- one after the other: there are few, and mostly none to remove
    if (path !== keep && (abandoned || total > MAX_FOLDER_BYTES)) await rm(path, { force: true });
  }
}
