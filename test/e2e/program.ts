import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';

/** Top of the repository; the program is what `npm run build` made of it. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = join(root, 'bin/run.js');

/** What a run came to. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine of its own: a home without configuration, and `countersign` on the path. */
export interface Machine {
  readonly path: (name: string) => string;
  /** Runs a line as a person types it, or as a job of a pipeline runs it. */
  readonly sh: (line: string, folder: string, environment?: Readonly<Record<string, string>>) => Ended;
}

/** Sets up a throw-away machine for one test file. */
export function machine(): Machine {
  // Whole runs of the program, several of which may share the machine.
  vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
  const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
  const bin = join(folder, 'bin');
  for (const name of ['bin', 'home']) mkdirSync(join(folder, name));
  writeFileSync(join(bin, 'countersign'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(bin, 'countersign'), 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (name) => join(folder, name),
    sh(line, cwd, environment = {}) {
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', line], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: {
          PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
          HOME: join(folder, 'home'),
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 'A. Bell',
          GIT_AUTHOR_EMAIL: 'a.bell@plant.example',
          GIT_COMMITTER_NAME: 'A. Bell',
          GIT_COMMITTER_EMAIL: 'a.bell@plant.example',
          ...environment,
        },
      });
      return { status, stdout, stderr };
    },
  };
}
