import { runGit } from './process.ts';
import { askGit } from './repository.ts';
import type { Repository } from './repository.ts';

/** Of some files of the working tree, those whose CRLF git would store as LF: by attributes, else by `core.autocrlf`. */
export async function normalisedByGit(repository: Repository, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const normalised = new Set<string>();
  if (paths.length === 0) return normalised;
  const { stdout } = await runGit(repository.folder, ['config', '--get', 'core.autocrlf']);
  const automatic = ['true', 'yes', 'on', '1', 'input'].includes(stdout.toString('utf8').trim().toLowerCase());
  const asked = new Set(paths);
  const listing = ['ls-files', '--eol', '-z', '--cached', '--others', '--exclude-standard'];
  // "i/<index> w/<worktree> attr/<attributes>\t<path>"
  for (const record of (await askGit(repository, listing)).toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    const path = record.slice(tab + 1);
    if (!asked.has(path)) continue;
    const attributes = /attr\/(.*?)\s*$/.exec(record.slice(0, tab))?.[1] ?? '';
    if (attributes === '' ? automatic : /^text|^eol=/.test(attributes)) normalised.add(path);
  }
  return normalised;
}

/** The content with every CRLF turned into LF, as git stores text. */
export function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
}
