import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { Failure } from '../../../src/core/diagnostics/failure.ts';
import { openRevisionSource } from '../../../src/io/git-source.ts';
import type { RangeRequest } from '../../../src/app/ports.ts';

/** A throw-away folder for one test file, with a home of its own, so that nobody's git configuration matters. */
export function scratchFolder(): { readonly path: (name: string) => string } {
  const root = mkdtempSync(join(tmpdir(), 'countersign-git-'));
  const before = { HOME: process.env['HOME'], XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] };
  beforeAll(() => {
    mkdirSync(join(root, 'home'));
    process.env['HOME'] = join(root, 'home');
    process.env['XDG_CONFIG_HOME'] = join(root, 'home');
  });
  afterAll(() => {
    restore('HOME', before.HOME);
    restore('XDG_CONFIG_HOME', before.XDG_CONFIG_HOME);
    rmSync(root, { recursive: true, force: true });
  });
  return { path: (name) => join(root, name) };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Runs git in a folder as a user would, with fixed people and a fixed date. */
export function git(
  folder: string,
  args: readonly string[],
  options: { input?: string | Buffer; date?: string } = {},
): string {
  const date = options.date ?? '2026-03-02T09:00:00+01:00';
  return execFileSync('git', args as string[], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.input === undefined ? {} : { input: options.input }),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ana Weiß',
      GIT_AUTHOR_EMAIL: 'ana@plant.example',
      GIT_COMMITTER_NAME: 'Continuous Integration',
      GIT_COMMITTER_EMAIL: 'ci@plant.example',
      GIT_AUTHOR_DATE: '2026-03-01T12:00:00+00:00',
      GIT_COMMITTER_DATE: date,
    },
  }).trimEnd();
}

/** Writes files below a folder. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A new repository on branch `main`, with nothing in it. */
export function initRepository(folder: string, ...options: string[]): string {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main', ...options]);
  return folder;
}

/** Commits everything that lies in the working tree; returns the commit's full id. */
export function commitAll(folder: string, subject: string, date?: string): string {
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', '-m', subject], date === undefined ? {} : { date });
  return git(folder, ['rev-parse', 'HEAD']);
}

/** A project file with an id. */
export function projectFile(id: string, rest = ''): string {
  return `language: 1\npackage:\n  id: ${id}\n  title: Plant\n${rest}`;
}

/** Reads a range from a folder, as `countersign diff` does there. */
export async function readRange(cwd: string, request: RangeRequest | string = {}, project?: string) {
  const source = await openRevisionSource(project === undefined ? { cwd } : { cwd, project });
  return source.readRange(typeof request === 'string' ? { range: request } : request);
}

/** Reads one revision, as `countersign check` does. */
export async function readOne(cwd: string, revision?: string, project?: string) {
  const source = await openRevisionSource(project === undefined ? { cwd } : { cwd, project });
  return source.readOne(revision, 'head');
}

/** The files of a revision as text. */
export function texts(revision: {
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}): Record<string, string> {
  return Object.fromEntries(revision.files.map(({ file, bytes }) => [file, Buffer.from(bytes).toString('utf8')]));
}

/** The diagnostics in short: rule, severity and place. */
export function places(
  diagnostics: readonly {
    ruleId: string;
    severity: string;
    at: { file: string; span: { start: { line: number; column: number } } };
  }[],
): string[] {
  return diagnostics.map(
    ({ ruleId, severity, at }) => `${ruleId} ${severity} ${at.file}:${at.span.start.line}:${at.span.start.column}`,
  );
}

/** The failure that a promise must end in. */
export async function failureOf(
  promise: Promise<unknown>,
): Promise<{ exitCode: number; code: string; message: string; hint: string }> {
  const error: unknown = await promise.then(
    () => expect.fail('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  const { exitCode, code, message, hint } = error;
  return { exitCode, code, message, hint };
}

/** Every file below a folder with type, content, time and mode: two equal answers mean that nothing was touched. */
export function fingerprint(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const stats = lstatSync(path);
      const content = stats.isFile() ? readFileSync(path) : stats.isSymbolicLink() ? readlinkSync(path) : '';
      return `${name} ${stats.mode} ${stats.mtimeMs} ${createHash('sha256').update(content).digest('hex')}`;
    });
}

/** Runs something while every git process of this program is written to a list: its arguments, without the `-c` settings. */
export async function countingGit<T>(folder: string, run: () => Promise<T>): Promise<{ result: T; calls: string[] }> {
  const log = join(folder, 'calls.txt');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  write(folder, { git: `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${real}' "$@"\n`, 'calls.txt': '' });
  chmodSync(join(folder, 'git'), 0o755);
  const path = process.env['PATH'];
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
  try {
    const result = await run();
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return { result, calls: calls.map((call) => call.replace(/^--no-pager /, '').replace(/-c \S+ /g, '')) };
  } finally {
    restore('PATH', path);
  }
}
