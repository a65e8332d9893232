import { gitFailure } from '../../core/diagnostics/failure.ts';
import type { Failure } from '../../core/diagnostics/failure.ts';
import type { GitAnswer } from './process.ts';

/** What a pipeline has to say to fetch the whole history; printed wherever a shallow clone is the reason. */
export const FETCH_WHOLE_HISTORY = [
  'Fetch the whole history: git fetch --unshallow',
  'In a GitHub workflow:',
  '  - uses: actions/checkout@v4',
  '    with:',
  '      fetch-depth: 0',
  'In .gitlab-ci.yml:',
  '  variables:',
  '    GIT_DEPTH: 0',
].join('\n');

/** A clone that lacks file contents or folders; nothing is fetched by this program. */
export function partialCloneFailure(what: string): Failure {
  return gitFailure(
    'partial-clone',
    `This is a partial clone and ${what} was not fetched; countersign does not use the network.`,
    'Fetch everything once with: git fetch --refetch --no-filter (git 2.36 or newer), or clone without --filter.',
  );
}

/** Something that the repository should hold is not there. */
export function missingObjectFailure(what: string): Failure {
  return gitFailure(
    'object-missing',
    `The repository is damaged: ${what} is missing.`,
    'Run git fsck, or make a fresh clone.',
  );
}

/** The folder belongs to another user, so that git refuses to read it (safe.directory). */
export function otherOwnerFailure(folder: string): Failure {
  return gitFailure(
    'repository-of-another-owner',
    `The repository at ${folder} belongs to another user, and git refuses to read it.`,
    `If you trust it: git config --global --add safe.directory ${quoteForShell(folder)}`,
  );
}

/** Turns git's complaint about a repository as a whole into words; `command` is the git verb that failed. */
export function explainAnswer(answer: GitAnswer, command: string, folder: string): Failure {
  const { stderr } = answer;
  const owned = /(?:dubious ownership in repository at|unsafe repository \()\s?'(.+)'/.exec(stderr);
  if (owned?.[1] !== undefined) return otherOwnerFailure(owned[1]);
  if (/not a git repository/i.test(stderr)) {
    return gitFailure(
      'not-a-git-repository',
      `${folder} is not inside a git repository.`,
      'Run git init and commit the specs, or compare two folders: --base dir:OLD --head dir:NEW.',
    );
  }
  return gitFailure(
    'git-failed',
    `git ${command} ended with code ${answer.exitCode}: ${firstComplaint(stderr)}`,
    'Run the same git command in the project folder to see more; countersign only reads and changed nothing.',
  );
}

/** The line of stderr that matters: the first fatal one, else the first one. */
export function firstComplaint(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line =
    lines.find((candidate) => candidate.startsWith('fatal:')) ??
    lines.find((candidate) => candidate.startsWith('error:'));
  return (line ?? lines[0] ?? 'it gave no reason').replace(/^(fatal|error): /, '');
}

/** A word as a POSIX shell reads it. */
function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
