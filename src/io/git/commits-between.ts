import type { CommitSummary } from '../../app/ports.ts';
import { oneLine, utcInstant } from './commit-object.ts';
import { askGit } from './repository.ts';
import type { Repository } from './repository.ts';

const MAX_COMMITS = 200;

/** Commits that are in head and not in base and touch one of the folders (the top: all of them), newest first. */
export async function commitsBetween(
  repository: Repository,
  base: string,
  head: string,
  folders: readonly string[],
): Promise<{ commits: readonly CommitSummary[]; truncated: boolean }> {
  const format = '--format=%H%x00%ct%x00%an%x00%s';
  // --full-history: a commit on a merged branch counts even where the merge made its change invisible.
  const narrow = folders.includes('')
    ? []
    : ['--full-history', '--', ...folders.map((folder) => `:(top,literal)${folder}`)];
  const args = ['rev-list', `--max-count=${MAX_COMMITS + 1}`, '--encoding=UTF-8', format, `${base}..${head}`];
  const lines = (await askGit(repository, [...args, ...narrow])).toString('utf8').split('\n');
  const commits = lines.flatMap((line) => {
    const [commit, seconds, author, subject] = line.split('\0');
    if (commit === undefined || seconds === undefined || author === undefined || subject === undefined) return [];
    return [{ commit, author: oneLine(author), instant: utcInstant(Number(seconds)), subject: oneLine(subject) }];
  });
  return { commits: commits.slice(0, MAX_COMMITS), truncated: commits.length > MAX_COMMITS };
}
