import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gitFailure } from '../../core/diagnostics/failure.ts';
import type { Failure } from '../../core/diagnostics/failure.ts';
import { explainAnswer, FETCH_WHOLE_HISTORY, firstComplaint } from './failures.ts';
import { runGit } from './process.ts';
import { askGit } from './repository.ts';
import type { Repository } from './repository.ts';
import { nearestNames } from './suggestions.ts';

/** A commit by its full id, and what is worth saying about how it was found. */
export interface ResolvedCommit {
  readonly commit: string;
  readonly notices: readonly string[];
}

/** Finds the commit that a user's revision names. Throws a `Failure` (exit code 4) that says why there is none. */
export async function resolveCommit(repository: Repository, name: string): Promise<ResolvedCommit> {
  // No revision holds a control character, and a null byte could not even be handed to git.
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  if (/[\u0000-\u001f\u007f]/.test(name)) throw await unknownRevision(repository, name);
  const answer = await runGit(repository.folder, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
  const commit = answer.stdout.toString('utf8').trim();
  // "^A" is answered with "^<id>": a range in disguise, not a commit.
  if (answer.exitCode !== 0 || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    throw await whyUnresolved(repository, name, answer.stderr);
  const notices = /refname '.*' is ambiguous/.test(answer.stderr)
    ? [`"${name}" names more than one thing (a tag and a branch?); git took commit ${commit.slice(0, 12)}.`]
    : [];
  return { commit, notices };
}

/** Full name of the main branch: what origin/HEAD points to, else `main` or `master`, local before fetched. */
export async function findMainBranch(repository: Repository): Promise<string> {
  const candidates = [
    'refs/remotes/origin/HEAD',
    'refs/heads/main',
    'refs/heads/master',
    'refs/remotes/origin/main',
    'refs/remotes/origin/master',
  ];
  const listed = (await askGit(repository, ['for-each-ref', '--format=%(refname)', ...candidates]))
    .toString('utf8')
    .split('\n');
  const found = candidates.find((candidate) => listed.includes(candidate));
  if (found !== undefined) return found;
  if (await hasNoCommits(repository)) throw noCommits();
  throw gitFailure(
    'no-main-branch',
    'There is no branch origin/HEAD, main or master to compare with.',
    'Say what to compare with: countersign diff BASE..HEAD',
  );
}

/**
 * The one best common ancestor of two commits. Throws a `Failure` when there is none or more than one, or when a shallow clone
 * cannot prove which it is.
 */
export async function findMergeBase(repository: Repository, base: NamedCommit, head: NamedCommit): Promise<string> {
  const answer = await runGit(repository.folder, ['merge-base', '--all', base.commit, head.commit]);
  if (answer.exitCode > 1) throw explainAnswer(answer, 'merge-base', repository.folder);
  const found = answer.stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .sort();
  const [only] = found;
  if (repository.shallow && !(await isProven(repository, base, head, found))) {
    throw gitFailure(
      'shallow-clone',
      only === undefined
        ? `This clone is shallow: the commit where ${head.name} left ${base.name} was not fetched.`
        : `This clone is shallow: whether ${head.name} left ${base.name} at ${only.slice(0, 12)} or later cannot be told from the history that was fetched.`,
      FETCH_WHOLE_HISTORY,
    );
  }
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined) {
    throw gitFailure(
      'several-merge-bases',
      `${base.name} and ${head.name} have ${found.length} merge bases, since they were merged into each other: ${found.map((id) => id.slice(0, 12)).join(', ')}.`,
      `Choose the base yourself, for example: ${only.slice(0, 12)}..${head.name}, or ${base.name}..${head.name} for the literal difference.`,
    );
  }
  throw gitFailure(
    'no-merge-base',
    `${base.name} and ${head.name} have no common ancestor.`,
    `Compare them literally: ${base.name}..${head.name}`,
  );
}

/**
 * Whether a merge base that git found in a shallow clone is the one of the whole history. What was not fetched are ancestors of
 * the commits at which the history was cut; where all of those that either end reaches are ancestors of the merge base (or it
 * itself), nothing better can be hidden behind them. An end that is an ancestor of the other one needs no proof.
 */
async function isProven(
  repository: Repository,
  base: NamedCommit,
  head: NamedCommit,
  found: readonly string[],
): Promise<boolean> {
  if (found.includes(base.commit) || found.includes(head.commit)) return true;
  const [path, outside] = await Promise.all([
    askGit(repository, ['rev-parse', '--git-path', 'shallow']),
    askGit(repository, ['rev-list', base.commit, head.commit, '--not', ...found]),
  ]);
  const place = resolve(repository.folder, path.toString('utf8').replace(/\n$/, ''));
  const cut = new Set((await readFile(place, 'utf8').catch(() => '')).split('\n'));
  const unknown = outside.toString('utf8').split('\n');
  return !unknown.some((commit) => commit !== '' && cut.has(commit));
}

/** A commit together with the words by which the user knows it; the words go into messages only. */
export interface NamedCommit {
  readonly name: string;
  readonly commit: string;
}

/** The commit that is checked out, or nothing in a repository (or on a branch) without any. */
export async function headCommit(repository: Repository): Promise<string | undefined> {
  const answer = await runGit(repository.folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    'HEAD^{commit}',
  ]);
  return answer.exitCode === 0 ? answer.stdout.toString('utf8').trim() : undefined;
}

async function whyUnresolved(repository: Repository, name: string, stderr: string): Promise<Failure> {
  if (/is ambiguous/.test(stderr) && /short (object ID|SHA1|object name)/i.test(stderr)) {
    const candidates = [...stderr.matchAll(/^hint:\s+([0-9a-f]{4,} commit .*)$/gm)].map((match) => match[1] ?? '');
    return gitFailure(
      'revision-ambiguous',
      `"${name}" is the beginning of several commit ids.`,
      candidates.length === 0
        ? 'Write more digits of the id.'
        : `Write more digits of the id:\n${candidates.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  if (/expected commit type/.test(stderr)) {
    return gitFailure(
      'revision-not-a-commit',
      `"${name}" does not name a commit.`,
      'Give a commit, a branch, or a tag that was set on a commit.',
    );
  }
  if (
    /no upstream configured|no such branch|unknown index|HEAD does not point to a branch|upstream branch '.*' not stored/i.test(
      stderr,
    )
  ) {
    return gitFailure(
      'revision-unknown',
      `"${name}" cannot be resolved: ${firstComplaint(stderr)}.`,
      'Name the branch or commit itself.',
    );
  }
  if (/not a git repository|dubious ownership|unsafe repository/i.test(stderr)) {
    return explainAnswer({ exitCode: 128, stderr, stdout: Buffer.alloc(0) }, 'rev-parse', repository.folder);
  }
  return unknownRevision(repository, name);
}

async function unknownRevision(repository: Repository, name: string): Promise<Failure> {
  if (await hasNoCommits(repository)) return noCommits();
  const printable = JSON.stringify(name);
  if (repository.shallow) {
    return gitFailure(
      'shallow-clone',
      `${printable} was not found, and this clone is shallow: older commits were not fetched.`,
      FETCH_WHOLE_HISTORY,
    );
  }
  const names = (
    await askGit(repository, [
      'for-each-ref',
      '--count=5000',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/tags',
      'refs/remotes',
    ])
  )
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const near = nearestNames(name, names);
  return gitFailure(
    'revision-unknown',
    `There is no revision ${printable} in this repository.`,
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : 'See git branch --all and git tag; what is on a server only must be fetched first: git fetch --tags',
  );
}

async function hasNoCommits(repository: Repository): Promise<boolean> {
  const any = await askGit(repository, ['for-each-ref', '--count=1', '--format=%(objectname)']);
  return any.length === 0 && (await headCommit(repository)) === undefined;
}

function noCommits(): Failure {
  return gitFailure(
    'no-commits',
    'This repository has no commit yet.',
    'Commit the specs first; countersign check reads them as they are.',
  );
}
