import { posix, relative, resolve, sep } from 'node:path';
import { gitFailure, usageFailure } from '../../core/diagnostics/failure.ts';
import type { Failure } from '../../core/diagnostics/failure.ts';
import type { RevisionLabel } from '../../core/diagnostics/location.ts';
import { PROJECT_FILE } from '../../core/source/project-header.ts';
import type { RevisionIdentity } from '../../core/source/source-file.ts';
import { changedProjectFiles } from './changed-files.ts';
import { readCommit, readCommitFacts, readListed } from './commit-reader.ts';
import type { BlobCache, CommitReading } from './commit-reader.ts';
import { listIndex } from './listing.ts';
import { findRenamedProject, nameFolder, projectsInCommit } from './project-in-commit.ts';
import { openRepository } from './repository.ts';
import type { Repository } from './repository.ts';
import { headCommit } from './resolve.ts';
import { readWorktree } from './worktree-reader.ts';
import { projectNotFound } from '../project-location.ts';
import type { ProjectLocation } from '../project-location.ts';
import type { ProjectReading, RevisionReading } from '../revision-reading.ts';

/** The project as one repository knows it, in any commit, the index and the working tree. */
export interface GitProject {
  readonly repository: Repository;
  /** The project at a commit that must hold it. */
  readCommit(commit: string, label: RevisionLabel): Promise<RevisionReading>;
  /** The project at an earlier commit, where it may be missing or stand in another folder; `packageId` is head's. */
  readBase(commit: string, packageId: string | undefined, askedFolder: string | undefined): Promise<RevisionReading>;
  readWorktree(label: RevisionLabel): Promise<RevisionReading>;
  readIndex(label: RevisionLabel): Promise<RevisionReading>;
  /** Project files of the working tree that differ from a commit; none where there is no working tree with this project. */
  changedSince(commit: string): Promise<readonly string[]>;
  /** Folders in which the project was found so far, below the top of the repository. */
  foldersSeen(): readonly string[];
}

/** Opens the repository that holds the project. Throws a `Failure` when git cannot read it. */
export async function openGitProject(location: ProjectLocation): Promise<GitProject> {
  const repository = await openRepository(location.folder ?? location.cwd);
  const cache: BlobCache = new Map();
  const seen = new Set<string>();
  const readings = new Map<string, Promise<CommitReading>>();
  const wantedFolder = await repositoryFolder(location, repository);

  /** Reads a commit once per folder and part: the working tree is compared with what was read already. */
  function read(commit: string, folder: string, label: RevisionLabel): Promise<CommitReading> {
    const key = `${label} ${commit} ${folder}`;
    const known = readings.get(key) ?? readCommit(repository, commit, folder, label, cache);
    readings.set(key, known);
    return known;
  }

  /** The project in the folder where it is expected, else wherever the project with that id stood. */
  async function find(
    commit: string,
    label: RevisionLabel,
    packageId: () => Promise<string | undefined>,
  ): Promise<RevisionReading | CommitReading> {
    const [headFolder] = seen;
    const folder = wantedFolder ?? headFolder ?? (await onlyProject(repository, commit));
    const expected = await read(commit, folder, label);
    if (expected.project !== undefined) {
      seen.add(folder);
      return asReading(expected.identity, expected.project, []);
    }
    const former = await findRenamedProject(repository, commit, await packageId());
    if (former === undefined) return expected;
    const { identity, project } = await read(commit, former, label);
    if (project === undefined) return expected;
    seen.add(former);
    const notice = `In ${label} (${commit.slice(0, 12)}) the project ${project.packageId ?? ''} stands in the folder ${nameFolder(former)} instead of ${nameFolder(folder)}.`;
    return asReading(identity, project, [notice]);
  }

  async function onDisk(
    label: RevisionLabel,
    reading: ProjectReading,
    kind: 'worktree' | 'index',
  ): Promise<RevisionReading> {
    const commit = await headCommit(repository);
    if (commit === undefined) return asReading({ label, kind, modified: true }, reading, []);
    const committed = await readCommitFacts(repository, commit, repository.prefix, label);
    const changed = await changedProjectFiles(repository, committed.listing.entries, reading);
    seen.add(repository.prefix);
    return asReading({ ...committed.identity, kind, modified: changed.length > 0 }, reading, []);
  }

  async function needDisk(): Promise<void> {
    if (repository.bare) {
      throw usageFailure(
        'no-worktree',
        'This repository is bare: it has no working tree and no index to read.',
        'Name a commit, a branch or a tag.',
      );
    }
    if (location.folder === undefined) throw await projectNotFound(location);
  }

  return {
    repository,
    async readCommit(commit, label) {
      const found = await find(commit, label, async () =>
        location.folder === undefined || repository.bare
          ? undefined
          : (await readWorktree(repository, label)).packageId,
      );
      if ('revision' in found) return found;
      throw usageFailure(
        'project-not-in-revision',
        `There is no ${posix.join(wantedFolder ?? '', PROJECT_FILE)} in commit ${commit.slice(0, 12)}.`,
        location.folder === undefined
          ? 'Name the folder of the project with --project.'
          : 'Commit the project first, or read it uncommitted: HEAD..WORKTREE; with the order of the range the other way round, swap it.',
      );
    },
    async readBase(commit, packageId, askedFolder) {
      if (askedFolder !== undefined) {
        const folder = insideRepository(askedFolder, '--base-project');
        const { identity, project } = await read(commit, folder, 'base');
        if (project === undefined) {
          throw usageFailure(
            'base-project-not-found',
            `There is no ${posix.join(folder, PROJECT_FILE)} in commit ${commit.slice(0, 12)}.`,
            'The folder is counted from the top of the repository.',
          );
        }
        seen.add(folder);
        return asReading(identity, project, []);
      }
      const found = await find(commit, 'base', () => Promise.resolve(packageId));
      if ('revision' in found) return found;
      return {
        revision: { identity: found.identity, files: [] },
        notices: [`The project does not exist in ${commit.slice(0, 12)}: every element is added.`],
        diagnostics: [],
      };
    },
    async readWorktree(label) {
      await needDisk();
      return onDisk(label, await readWorktree(repository, label), 'worktree');
    },
    async readIndex(label) {
      await needDisk();
      const entries = await listIndex(repository);
      const projectFile = entries.find(({ path }) => path === PROJECT_FILE);
      if (projectFile === undefined) {
        throw usageFailure(
          'project-not-in-index',
          `The index does not hold ${posix.join(repository.prefix, PROJECT_FILE)}.`,
          `Add it: git add ${PROJECT_FILE}`,
        );
      }
      return onDisk(label, await readListed(repository, projectFile, entries, label, cache), 'index');
    },
    async changedSince(commit) {
      if (repository.bare || location.folder === undefined || wantedFolder === undefined) return [];
      const committed = await read(commit, wantedFolder, 'head');
      return changedProjectFiles(repository, committed.listing.entries, await readWorktree(repository, 'head'));
    },
    foldersSeen: () => [...seen].sort(),
  };
}

function asReading(identity: RevisionIdentity, project: ProjectReading, notices: readonly string[]): RevisionReading {
  return {
    revision: {
      identity,
      files: project.files,
      ...(project.templates === undefined ? {} : { templates: project.templates }),
    },
    notices,
    diagnostics: project.diagnostics,
    ...(project.packageId === undefined ? {} : { packageId: project.packageId }),
  };
}

/** The project's folder below the top of the repository; absent where only a commit can tell (bare repository). */
async function repositoryFolder(location: ProjectLocation, repository: Repository): Promise<string | undefined> {
  if (location.folder !== undefined) return repository.prefix;
  if (location.asked === undefined) {
    if (repository.bare) return undefined;
    throw await projectNotFound(location);
  }
  // Not on disk, but a commit may hold it: the path is counted from the working directory as it would be on disk.
  const fromHere = relative(resolve(location.cwd), location.asked).split(sep).join('/');
  return insideRepository(posix.join(repository.prefix, fromHere), '--project');
}

function insideRepository(folder: string, option: string): string {
  const path = posix.normalize(folder.replaceAll('\\', '/')).replace(/\/$/, '');
  if (path === '.' || path === '') return '';
  if (path === '..' || path.startsWith('../') || path.startsWith('/')) {
    throw usageFailure(
      'project-outside-repository',
      `${option} ${folder} lies outside the repository.`,
      'Name a folder inside it, counted from its top.',
    );
  }
  return path;
}

/** In a bare repository without `--project`: the project at the top, else the only one there is. */
async function onlyProject(repository: Repository, commit: string): Promise<string> {
  const folders = (await projectsInCommit(repository, commit)).map(({ folder }) => folder);
  const [first] = folders;
  if (first === undefined) throw noProjectInCommit(commit);
  if (first === '' || folders.length === 1) return first;
  throw usageFailure(
    'project-ambiguous',
    `Commit ${commit.slice(0, 12)} holds ${folders.length} projects: ${folders.join(', ')}.`,
    `Name one of them: --project ${first}`,
  );
}

function noProjectInCommit(commit: string): Failure {
  return gitFailure(
    'project-not-in-revision',
    `Commit ${commit.slice(0, 12)} holds no ${PROJECT_FILE}.`,
    'Name a commit that holds a project.',
  );
}
