import { selectProjectFiles } from '../../core/source/project-files.ts';
import type { ProjectEntry } from '../../core/source/project-files.ts';
import { PROJECT_FILE } from '../../core/source/project-header.ts';
import { runGit } from './process.ts';
import type { ProjectReading } from '../revision-reading.ts';
import { askGit, blobId } from './repository.ts';
import type { Repository } from './repository.ts';

/**
 * Project files that differ between a commit and a later reading, sorted. Contents are hashed here as git hashes them, rather
 * than asking `git status`: that believes `assume-unchanged`, starts clean filters, and would like to write the index.
 */
export async function changedProjectFiles(
  repository: Repository,
  committed: readonly ProjectEntry[],
  reading: ProjectReading,
): Promise<readonly string[]> {
  const before = new Map<string, string | undefined>();
  const { header } = reading;
  const projectFile = committed.find(({ path }) => path === PROJECT_FILE);
  if (projectFile !== undefined) before.set(PROJECT_FILE, projectFile.id);
  if (header !== undefined) {
    for (const { path, id } of selectProjectFiles(committed, header, 'head').entries) before.set(path, id);
  }
  const changed = new Set<string>();
  const lineEndsOnly: string[] = [];
  const bytesOf = new Map(reading.files.map(({ file, bytes }) => [file, bytes]));
  const notCheckedOut = new Set(
    reading.diagnostics.filter(({ ruleId }) => ruleId === 'file-not-checked-out').map(({ at }) => at.file),
  );
  for (const { path, id } of reading.chosen) {
    const committedId = before.get(path);
    const known = before.delete(path);
    if (notCheckedOut.has(path)) continue;
    const bytes = bytesOf.get(path);
    if (known && id !== undefined && id === committedId) continue;
    if (known && bytes !== undefined && blobId(bytes, repository.objectFormat) === committedId) continue;
    if (known && bytes !== undefined && blobId(withoutCarriageReturns(bytes), repository.objectFormat) === committedId)
      lineEndsOnly.push(path);
    else changed.add(path);
  }
  for (const path of before.keys()) changed.add(path);
  for (const path of await keptByGit(repository, lineEndsOnly)) changed.add(path);
  return [...changed].sort();
}

/** Of files that differ from their commit by CRLF for LF alone: those that git would not normalise, so that they did change. */
async function keptByGit(repository: Repository, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const { stdout } = await runGit(repository.folder, ['config', '--get', 'core.autocrlf']);
  const automatic = ['true', 'yes', 'on', '1', 'input'].includes(stdout.toString('utf8').trim().toLowerCase());
  const normalised = new Set<string>();
  // "i/<index> w/<worktree> attr/<attributes>\t<path>"
  for (const record of (await askGit(repository, ['ls-files', '--eol', '-z'])).toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    const attributes = /attr\/(.*?)\s*$/.exec(record.slice(0, tab))?.[1] ?? '';
    if (attributes === '' ? automatic : /^text|^eol=/.test(attributes)) normalised.add(record.slice(tab + 1));
  }
  return paths.filter((path) => !normalised.has(path));
}

/** The content with every CRLF turned into LF, as git stores text. */
function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
}
