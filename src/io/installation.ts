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
