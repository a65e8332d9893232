import type { ProjectEntry } from '../../core/source/project-files.ts';
import { gitFailure } from '../../core/diagnostics/failure.ts';
import { explainAnswer, missingObjectFailure, partialCloneFailure } from './failures.ts';
import { runGit } from './process.ts';
import { askGit, isPartialClone } from './repository.ts';
import type { Repository } from './repository.ts';

/** What a commit holds below one folder. */
export interface TreeListing {
  /** Id of the folder's tree; absent when the folder is not there, and for the top, which the commit itself names. */
  readonly tree?: string;
  readonly entries: readonly ProjectEntry[];
}

/** Lists everything below a folder of a commit (empty: the whole repository) with one `git ls-tree`. */
export async function listTree(repository: Repository, commit: string, folder: string): Promise<TreeListing> {
  const answer = await runGit(repository.folder, [
    'ls-tree',
    '-r',
    '-t',
    '-z',
    '--full-tree',
    commit,
    ...(folder === '' ? [] : ['--', folder]),
  ]);
  if (answer.exitCode !== 0) {
    if (await isPartialClone(repository)) throw partialCloneFailure(`a folder of commit ${commit.slice(0, 12)}`);
    if (/not a tree object|unable to read tree|could not read|missing/i.test(answer.stderr)) {
      throw missingObjectFailure(`a folder of commit ${commit.slice(0, 12)}`);
    }
    throw explainAnswer(answer, 'ls-tree', repository.folder);
  }
  const entries: ProjectEntry[] = [];
  let tree: string | undefined;
  const start = folder === '' ? '' : `${folder}/`;
  for (const record of records(answer.stdout)) {
    // "<mode> <type> <id>\t<path>"
    const tab = record.indexOf('\t');
    const [mode = '', type, id = ''] = record.slice(0, tab).split(' ');
    const path = record.slice(tab + 1);
    if (type === 'tree') {
      if (path === folder) tree = id;
    } else if (path.startsWith(start)) {
      entries.push({ path: path.slice(start.length), kind: kindOfMode(mode), id });
    }
  }
  return tree === undefined ? { entries } : { tree, entries };
}

/** Lists the index below the folder in which git runs. Throws a `Failure` while a merge is unresolved. */
export async function listIndex(repository: Repository): Promise<readonly ProjectEntry[]> {
  return records(await askGit(repository, ['ls-files', '-s', '-z'])).map((record) => {
    // "<mode> <id> <stage>\t<path>"
    const tab = record.indexOf('\t');
    const [mode = '', id = '', stage] = record.slice(0, tab).split(' ');
    const path = record.slice(tab + 1);
    if (stage !== '0') {
      throw gitFailure(
        'index-unmerged',
        `A merge is not resolved yet: ${path} has several versions in the index.`,
        'Resolve the merge (git status), or name a commit.',
      );
    }
    return { path, kind: kindOfMode(mode), id };
  });
}

/** Paths below git's folder that are tracked or would be added, and those that a sparse checkout leaves out. */
export async function listWorktreePaths(
  repository: Repository,
): Promise<{ readonly paths: readonly string[]; readonly leftOut: ReadonlySet<string> }> {
  const paths = new Set<string>();
  const leftOut = new Set<string>();
  for (const record of records(
    await askGit(repository, ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard']),
  )) {
    // "<tag> <path>"; an untracked repository inside ends with "/"
    const path = record.slice(2).replace(/\/$/, '');
    paths.add(path);
    if (record.startsWith('S ')) leftOut.add(path);
  }
  return { paths: [...paths], leftOut };
}

function records(bytes: Buffer): string[] {
  const all = bytes.toString('utf8').split('\0');
  all.pop();
  return all;
}

function kindOfMode(mode: string): ProjectEntry['kind'] {
  return mode === '120000' ? 'symlink' : mode === '160000' ? 'submodule' : 'file';
}
