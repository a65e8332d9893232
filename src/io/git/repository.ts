import { createHash } from 'node:crypto';
import { explainAnswer } from './failures.ts';
import { runGit } from './process.ts';
import type { GitAnswer } from './process.ts';

/** A repository as seen from one folder inside it. */
export interface Repository {
  /** The folder in which git is run. */
  readonly folder: string;
  readonly bare: boolean;
  readonly shallow: boolean;
  readonly objectFormat: 'sha1' | 'sha256';
  /** Path of `folder` below the top of the working tree with `/`, empty at the top and in a bare repository. */
  readonly prefix: string;
}

/** Finds the repository that holds a folder. Throws a `Failure` when there is none or git may not read it. */
export async function openRepository(folder: string): Promise<Repository> {
  // The prefix comes last since it is the only value that can hold a line feed.
  const args = [
    'rev-parse',
    '--is-bare-repository',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-object-format',
    '--show-prefix',
  ];
  const answer = await runGit(folder, args);
  if (answer.exitCode !== 0) throw explainAnswer(answer, 'rev-parse', folder);
  const [, workTree, shallow, format, ...prefix] = answer.stdout.toString('utf8').split('\n');
  return {
    folder,
    // The inside of `.git` has no working tree to look at either.
    bare: workTree !== 'true',
    shallow: shallow === 'true',
    objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
    prefix: prefix.join('\n').replace(/\n$/, '').replace(/\/$/, ''),
  };
}

/** Runs git in a repository and throws a `Failure` for any exit code but 0. */
export async function askGit(repository: Repository, args: readonly string[]): Promise<Buffer> {
  const answer: GitAnswer = await runGit(repository.folder, args);
  if (answer.exitCode !== 0) throw explainAnswer(answer, args[0] ?? '', repository.folder);
  return answer.stdout;
}

/** Whether objects may be absent on purpose, because the clone was made with `--filter`. */
export async function isPartialClone(repository: Repository): Promise<boolean> {
  const { exitCode } = await runGit(repository.folder, [
    'config',
    '--get-regexp',
    '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
  ]);
  return exitCode === 0;
}

/** Id that git gives a file's content, in the repository's own hash. */
export function blobId(bytes: Uint8Array, objectFormat: Repository['objectFormat']): string {
  return createHash(objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
