import { usageFailure } from '../../core/diagnostics/failure.ts';
import type { RevisionLabel } from '../../core/diagnostics/location.ts';
import type { ProjectEntry } from '../../core/source/project-files.ts';
import { PROJECT_FILE } from '../../core/source/project-header.ts';
import { diskFilesOf } from '../disk-files.ts';
import type { DiskFiles } from '../disk-files.ts';
import { readFromDisk } from '../folder-source.ts';
import { readProject } from '../revision-reading.ts';
import type { EntryContent, ProjectReading } from '../revision-reading.ts';
import { normalisedByGit, withoutCarriageReturns } from './line-ends.ts';
import { listWorktreePaths } from './listing.ts';
import { blobId } from './repository.ts';
import type { Repository } from './repository.ts';

/** Reads the project as it lies in the working tree: tracked files and those that git would add, from disk. */
export async function readWorktree(repository: Repository, label: RevisionLabel): Promise<ProjectReading> {
  if (repository.bare) {
    throw usageFailure(
      'no-worktree',
      'This repository is bare: it has no working tree and no index to read.',
      'Name a commit, a branch or a tag.',
    );
  }
  const disk = diskFilesOf(repository.folder);
  const kind = disk.kindOf(PROJECT_FILE);
  if (kind === undefined || kind === 'folder') {
    throw usageFailure(
      'project-not-found',
      `There is no ${PROJECT_FILE} in ${repository.folder}.`,
      'Name its folder with --project.',
    );
  }
  return readProject(
    {
      projectFile: { path: PROJECT_FILE, kind },
      list: () => listWorktree(repository, disk),
      read: (entries) => readAsGit(repository, disk, entries),
    },
    label,
  );
}

/**
 * Files of the working tree with the id that git would give them, so that what is as it was committed has the id of its blob.
 * The bytes stay those of the disk: where git stores LF for CRLF, only the id is that of what it stores.
 */
async function readAsGit(
  repository: Repository,
  disk: DiskFiles,
  entries: readonly ProjectEntry[],
): Promise<readonly (EntryContent | undefined)[]> {
  const contents = readFromDisk(disk, entries, (bytes) => blobId(bytes, repository.objectFormat));
  const withCarriageReturns = entries.flatMap(({ path }, index) =>
    contents[index]?.bytes?.includes(0x0d) === true ? [path] : [],
  );
  const normalised = await normalisedByGit(repository, withCarriageReturns);
  if (normalised.size === 0) return contents;
  return entries.map(({ path }, index) => {
    const content = contents[index];
    if (content?.bytes === undefined || !normalised.has(path)) return content;
    return { ...content, contentId: blobId(withoutCarriageReturns(content.bytes), repository.objectFormat) };
  });
}

async function listWorktree(repository: Repository, disk: DiskFiles): Promise<readonly ProjectEntry[]> {
  const { paths, leftOut } = await listWorktreePaths(repository);
  const entries: ProjectEntry[] = [];
  for (const path of paths) {
    // A name that is not UTF-8 cannot be asked for; it is kept so that it can be reported.
    const kind = path.includes('\ufffd') ? 'file' : disk.kindOf(path);
    if (kind === 'folder') entries.push({ path, kind: 'submodule' });
    else if (kind !== undefined) entries.push({ path, kind });
    // Deleted files are simply gone, but one that a sparse checkout hides is still part of the project.
    else if (leftOut.has(path)) entries.push({ path, kind: 'file' });
  }
  return entries;
}
