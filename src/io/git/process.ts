import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { environmentFailure } from '../../core/diagnostics/failure.ts';
import type { Failure } from '../../core/diagnostics/failure.ts';

/*
 * Why node:child_process and not simple-git: revisions are read by one `cat-file --batch` that is spoken to in two turns
 * (first the project file, which says what else to read), and simple-git hands over all input before it shows any output;
 * it decodes every answer but `cat-file`'s to text, which spoils file names that are not UTF-8; and its guard refuses
 * the very settings by which hooks and monitors are switched off here.
 */

/** What a git process answered. */
export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Settings that win over any configuration file: nothing that git could start by itself is started. */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'protocol.allow=never',
  'submodule.recurse=false',
].flatMap((setting) => ['-c', setting]);

/** Variables that git needs to find itself, its configuration and (on Windows) the system; nothing else is inherited. */
const INHERITED = [
  'PATH',
  'HOME',
  // Under sudo git accepts the folders of the user who called it.
  'SUDO_UID',
  'XDG_CONFIG_HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'SYSTEMROOT',
  'WINDIR',
  'COMSPEC',
  'TEMP',
  'TMP',
  'TMPDIR',
];

/** The whole environment of every git process. */
export function gitEnvironment(inherited: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = inherited[name];
    if (value !== undefined) environment[name] = value;
  }
  return {
    ...environment,
    // Messages are read by this program, so they must be in one language.
    LC_ALL: 'C',
    // Even `git status` would rewrite the index otherwise.
    GIT_OPTIONAL_LOCKS: '0',
    // `git replace` and grafts swap content and history unseen.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null/none',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone must not be completed over the network; git before 2.45 knows only the second way to forbid it.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PAGER: 'cat',
  };
}

/** Starts git in a folder without a shell. Throws a `Failure` when there is no git on this machine. */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const program = findGit(process.env['PATH'] ?? '');
  return spawn(program, ['--no-pager', ...SETTINGS, ...args], {
    cwd: folder,
    env: gitEnvironment(process.env),
    stdio: 'pipe',
    shell: false,
    windowsHide: true,
  });
}

/** Runs git to its end and returns the answer, good or bad; throws only when git could not be started at all. */
export async function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const child = startGit(folder, args);
  child.stdin.end();
  const stdout: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  const { exitCode, stderr } = await endOf(child);
  return { exitCode, stdout: Buffer.concat(stdout), stderr };
}

/** Waits for a started git: its exit code (or 128 for a signal) and what it said on stderr. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<{ exitCode: number; stderr: string }> {
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A git that ends early leaves a broken pipe behind; its exit code and stderr say why.
  child.stdin.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => reject(notStarted(error)));
    child.on('close', (code) => resolve({ exitCode: code ?? 128, stderr: Buffer.concat(stderr).toString('utf8') }));
  });
}

/**
 * Finds git on the search path by hand: only absolute entries count, so a program called `git` that lies in the
 * repository itself is never run.
 */
function findGit(searchPath: string): string {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of searchPath.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of names) {
      const candidate = join(folder, name);
      if (isProgram(candidate)) return candidate;
    }
  }
  throw environmentFailure(
    'git-not-found',
    'The program git was not found on the search path (PATH).',
    'Install git 2.31 or newer, or compare two folders: --base dir:OLD --head dir:NEW.',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function notStarted(error: NodeJS.ErrnoException): Failure {
  return environmentFailure(
    'git-not-started',
    `Git could not be started: ${error.code ?? error.message}.`,
    'Check that the project folder still exists and that git may be run by you.',
  );
}
