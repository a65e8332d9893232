import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportedRevision } from './spec-files.ts';

/** A real repository with one commit per revision of the origin. */
export interface OriginHistory {
  readonly folder: string;
  /** Full commit ids, oldest first. */
  readonly commits: readonly string[];
}

/** Turns revisions into a throw-away git repository, each a commit with the date and subject of the origin. */
export function writeHistory(revisions: readonly ImportedRevision[]): OriginHistory {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-real-'));
  git(folder, ['init', '--quiet', '--template=', '--initial-branch=main']);
  const stream = Buffer.concat([...revisions.map(commitStream), Buffer.from('done\n')]);
  git(folder, ['fast-import', '--quiet', '--done', '--date-format=raw'], stream);
  git(folder, ['reset', '--quiet', '--hard', 'main']);
  const commits = git(folder, ['rev-list', '--reverse', 'main']).split('\n');
  return { folder, commits };
}

/** Number of different contents in a history: what there is to parse. */
export function countContents({ folder }: OriginHistory): number {
  const objects = git(folder, ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)']);
  return objects.split('\n').filter((type) => type === 'blob').length;
}

function commitStream({ files, commit }: ImportedRevision): Buffer {
  const zone = /(?:Z|([+-]\d\d):(\d\d))$/.exec(commit.date);
  const when = `${Date.parse(commit.date) / 1000} ${zone?.[1] ?? '+00'}${zone?.[2] ?? '00'}`;
  return Buffer.concat([
    Buffer.from(`commit refs/heads/main\ncommitter Origin <origin@example.org> ${when}\n`),
    data(`${commit.subject}\n\nOrigin: ${commit.hash}\n`),
    Buffer.from('deleteall\n'),
    ...[...files].flatMap(([path, text]) => [Buffer.from(`M 100644 inline ${JSON.stringify(path)}\n`), data(text)]),
    Buffer.from('\n'),
  ]);
}

function data(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

function git(folder: string, args: readonly string[], input?: Buffer): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
