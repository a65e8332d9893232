import { resolve } from 'node:path';
import type { RevisionSource } from '../app/ports.ts';
import { Failure, usageFailure } from '../core/diagnostics/failure.ts';
import type { RevisionLabel } from '../core/diagnostics/location.ts';
import { isFolder, readFolder } from './folder-source.ts';
import { openGitProject } from './git/git-project.ts';
import type { GitProject } from './git/git-project.ts';
import { commitsBetween } from './git/commits-between.ts';
import { parseRange, parseRevision } from './git/range.ts';
import type { EndPoint, Range } from './git/range.ts';
import { findMainBranch, findMergeBase, resolveCommit } from './git/resolve.ts';
import type { NamedCommit } from './git/resolve.ts';
import type { Repository } from './git/repository.ts';
import { locateProject, projectNotFound, specFoldersOf } from './project-location.ts';
import type { RevisionReading } from './revision-reading.ts';

/** An end of the comparison that is known to exist. */
type FoundEnd =
  | (NamedCommit & { readonly kind: 'commit'; readonly notices: readonly string[] })
  | { readonly kind: 'worktree' | 'index' }
  | { readonly kind: 'folder'; readonly path: string; readonly notices: readonly string[] };

/**
 * The project's revisions from git and from folders, for the project that `--project` names or that is nearest upward from
 * `cwd`. Only reads; git and the project are looked for when they are first needed, so two folders compare without git.
 */
export async function openRevisionSource(options: {
  readonly project?: string;
  readonly cwd: string;
}): Promise<RevisionSource> {
  const location = await locateProject(options.project, options.cwd);
  let opened: Promise<GitProject> | undefined;
  const git = (): Promise<GitProject> => (opened ??= openGitProject(location));

  async function findEnd(point: EndPoint): Promise<FoundEnd> {
    switch (point.kind) {
      case 'worktree':
      case 'index':
        return { kind: point.kind };
      case 'folder':
        return { kind: 'folder', path: resolve(options.cwd, point.path), notices: [] };
      case 'main': {
        const { repository } = await git();
        const reference = await findMainBranch(repository);
        const { commit } = await resolveCommit(repository, reference);
        return { kind: 'commit', commit, name: reference.replace(/^refs\/(heads|remotes)\//, ''), notices: [] };
      }
      case 'revision': {
        const path = resolve(options.cwd, point.name);
        const folder = point.mayBeFolder && (await isFolder(path));
        try {
          const found = await resolveCommit((await git()).repository, point.name);
          const notices = folder
            ? [`"${point.name}" is a revision and a folder; the revision was taken (the folder is dir:${point.name}).`]
            : [];
          return { kind: 'commit', ...found, name: point.name, notices: [...found.notices, ...notices] };
        } catch (error) {
          if (folder && error instanceof Failure) return { kind: 'folder', path, notices: [] };
          throw error;
        }
      }
    }
  }

  /** Reads an end that must hold the project: any but a base commit. */
  async function readEnd(end: FoundEnd, label: RevisionLabel): Promise<RevisionReading> {
    switch (end.kind) {
      case 'commit':
        return withNotices(await (await git()).readCommit(end.commit, label), end.notices);
      case 'folder':
        return { ...(await readFolder(end.path, label)), notices: end.notices };
      case 'worktree':
        return (await git()).readWorktree(label);
      case 'index':
        return (await git()).readIndex(label);
    }
  }

  /** Replaces the base of `A...B` by the commit where B left A. */
  async function mergeBaseOf(base: FoundEnd, head: FoundEnd): Promise<FoundEnd> {
    if (base.kind !== 'commit' || head.kind === 'folder') {
      throw usageFailure(
        'no-merge-base',
        'Only commits have a merge base; WORKTREE, INDEX and folders have none.',
        'Write A..B with two dots, or --base and --head.',
      );
    }
    const { repository } = await git();
    const tip = head.kind === 'commit' ? head : await checkedOut(repository);
    const commit = await findMergeBase(repository, base, tip);
    return { kind: 'commit', name: `${base.name}...${tip.name}`, commit, notices: base.notices };
  }

  /** Says what a comparison with HEAD does not include: changes of the project that nobody committed. */
  async function uncommitted(range: Range, base: FoundEnd, head: FoundEnd): Promise<readonly string[]> {
    const asked = range.head.kind === 'revision' ? range.head.name : '';
    if (head.kind !== 'commit' || !['HEAD', '@'].includes(asked)) return [];
    try {
      const changed = await (await git()).changedSince(head.commit);
      if (changed.length === 0) return [];
      const files = changed.length === 1 ? '1 project file is' : `${changed.length} project files are`;
      const from =
        base.kind === 'commit' ? `${base.name}${range.fromMergeBase ? '...' : '..'}WORKTREE` : '--head WORKTREE';
      return [`${files} modified and not included, since HEAD is compared (${from} includes them).`];
    } catch (error) {
      // The comparison of commits stands, whatever lies around on disk.
      if (error instanceof Failure) return [`Whether files are modified could not be determined: ${error.message}`];
      throw error;
    }
  }

  /** Where the project folder stands below the top of its repository; without one it stands for itself. */
  async function inRepository(): Promise<string> {
    if (location.folder === undefined) return '';
    try {
      return (await git()).repository.prefix;
    } catch (error) {
      if (error instanceof Failure) return '';
      throw error;
    }
  }

  return {
    async readRange(request) {
      const range = parseRange(request);
      const headEnd = await findEnd(range.head);
      const askedBase = await findEnd(range.base);
      const baseEnd = range.fromMergeBase ? await mergeBaseOf(askedBase, headEnd) : askedBase;
      if (request.baseProject !== undefined && baseEnd.kind !== 'commit') {
        throw usageFailure(
          'base-project-without-commit',
          '--base-project is counted from the top of a commit, but base is none.',
          'Name the folder itself: --base dir:FOLDER.',
        );
      }
      const head = await readEnd(headEnd, 'head');
      const base =
        baseEnd.kind === 'commit'
          ? withNotices(
              await (await git()).readBase(baseEnd.commit, head.packageId, request.baseProject),
              baseEnd.notices,
            )
          : await readEnd(baseEnd, 'base');
      const notices = [
        ...base.notices,
        ...head.notices,
        ...sameCommit(baseEnd, headEnd),
        ...(await uncommitted(range, askedBase, headEnd)),
      ];
      return {
        base: base.revision,
        head: head.revision,
        notices,
        diagnostics: [...base.diagnostics, ...head.diagnostics],
      };
    },

    async readOne(revision, label) {
      if (revision === undefined && location.folder === undefined) throw await projectNotFound(location);
      const end: FoundEnd =
        revision === undefined
          ? { kind: 'folder', path: location.folder ?? options.cwd, notices: [] }
          : await findEnd(parseRevision(revision));
      const read = await readEnd(end, label);
      return { revision: read.revision, notices: read.notices, diagnostics: read.diagnostics };
    },

    async listCommits(base, head) {
      if (base.commit === undefined || head.commit === undefined) return { commits: [], truncated: false };
      const project = await git();
      return commitsBetween(project.repository, base.commit, head.commit, project.foldersSeen());
    },

    async place() {
      const projectFolder = location.folder ?? location.asked ?? options.cwd;
      return { projectFolder, specFolders: await specFoldersOf(projectFolder), inRepository: await inRepository() };
    },
  };
}

function withNotices(reading: RevisionReading, notices: readonly string[]): RevisionReading {
  return { ...reading, notices: [...notices, ...reading.notices] };
}

async function checkedOut(repository: Repository): Promise<NamedCommit> {
  return { name: 'HEAD', commit: (await resolveCommit(repository, 'HEAD')).commit };
}

function sameCommit(base: FoundEnd, head: FoundEnd): readonly string[] {
  if (base.kind !== 'commit' || head.kind !== 'commit' || base.commit !== head.commit) return [];
  return [`Base and head are the same commit ${head.commit.slice(0, 12)}: nothing can differ.`];
}
