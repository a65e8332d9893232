import { selectProjectFiles } from '../../core/source/project-files.ts';
import type { ProjectEntry } from '../../core/source/project-files.ts';
import { PROJECT_FILE } from '../../core/source/project-header.ts';
import type { SourceFile } from '../../core/source/source-file.ts';
import { selectTemplateFiles } from '../../core/source/template-files.ts';
import type { ProjectReading } from '../revision-reading.ts';
import { blobId } from './repository.ts';
import type { Repository } from './repository.ts';

/**
 * Project files that differ between a commit and a later reading, sorted. Contents are hashed as git hashes them, rather
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
    if (header.templates !== undefined)
      for (const { path, id } of selectTemplateFiles(committed, header.templates, 'head').entries) before.set(path, id);
  }
  const changed = new Set<string>();
  const fileOf = new Map(
    [...reading.files, ...(reading.templates ?? [])].map((file): [string, SourceFile] => [file.file, file]),
  );
  const notCheckedOut = new Set(
    reading.diagnostics.filter(({ ruleId }) => ruleId === 'file-not-checked-out').map(({ at }) => at.file),
  );
  for (const { path, id } of reading.chosen) {
    const committedId = before.get(path);
    const known = before.delete(path);
    if (notCheckedOut.has(path)) continue;
    const file = fileOf.get(path);
    const same =
      known &&
      committedId !== undefined &&
      (id === committedId || (file !== undefined && isStoredAs(file, committedId, repository)));
    if (!same) changed.add(path);
  }
  for (const path of before.keys()) changed.add(path);
  return [...changed].sort();
}

/** Whether a file is what a blob holds, as git would store it or byte for byte (CRLF that was committed stays). */
function isStoredAs({ contentId, bytes }: SourceFile, blob: string, { objectFormat }: Repository): boolean {
  return contentId === blob || blobId(bytes, objectFormat) === blob;
}
