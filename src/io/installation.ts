import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file that ships with the tool: `installed('templates')`. */
export function installed(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Version of this tool, from its package. */
export async function toolVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(installed('package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/**
 * What a reading of a file depends on besides its content, as one word: the version of the tool and a digest, made by the
 * build, of the code that reads. Undefined where the tool was not built.
 */
export async function readerIdentity(): Promise<string | undefined> {
  try {
    const digest = (await readFile(installed('dist/catalogues/reader.txt'), 'utf8')).trim();
    return /^[0-9a-f]{64}$/.test(digest) ? `${await toolVersion()}+${digest}` : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
