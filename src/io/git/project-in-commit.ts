import { usageFailure } from '../../core/diagnostics/failure.ts';
import { compareText } from '../../core/diagnostics/order.ts';
import type { ProjectEntry } from '../../core/source/project-files.ts';
import { PROJECT_FILE } from '../../core/source/project-header.ts';
import { readPackageIds } from './commit-reader.ts';
import { listTree } from './listing.ts';
import type { Repository } from './repository.ts';

/** A project folder found in a commit by looking through all of it. */
export interface ProjectInCommit {
  /** Path below the top of the repository with `/`, empty for the top. */
  readonly folder: string;
  readonly projectFile: ProjectEntry;
}

/** All projects of a commit, sorted by folder. */
export async function projectsInCommit(repository: Repository, commit: string): Promise<readonly ProjectInCommit[]> {
  const { entries } = await listTree(repository, commit, '');
  return entries
    .filter(({ path, kind }) => kind === 'file' && (path === PROJECT_FILE || path.endsWith(`/${PROJECT_FILE}`)))
    .map((projectFile) => ({ folder: projectFile.path.slice(0, -PROJECT_FILE.length).replace(/\/$/, ''), projectFile }))
    .sort((a, b) => compareText(a.folder, b.folder));
}

/** Where a project that is known by its `package.id` stood in a commit; throws a `Failure` when several folders have that id. */
export async function findRenamedProject(
  repository: Repository,
  commit: string,
  packageId: string | undefined,
): Promise<string | undefined> {
  if (packageId === undefined) return undefined;
  const projects = await projectsInCommit(repository, commit);
  const ids = await readPackageIds(
    repository,
    projects.map(({ projectFile }) => projectFile),
  );
  const same = projects.filter((_, index) => ids[index] === packageId).map(({ folder }) => folder);
  if (same.length > 1) {
    throw usageFailure(
      'project-ambiguous',
      `Commit ${commit.slice(0, 12)} holds ${same.length} projects with the id ${packageId}: ${same.map(nameFolder).join(', ')}.`,
      `Say which one it was: --base-project ${nameFolder(same[0] ?? '')}`,
    );
  }
  return same[0];
}

/** A repository folder as it is printed and typed: the top is ".". */
export function nameFolder(folder: string): string {
  return folder === '' ? '.' : folder;
}
