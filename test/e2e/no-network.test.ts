import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const northmoor = join(root, 'examples/northmoor');

/** A network namespace of its own has no interface but a loopback that is down: every connection fails. */
const UNSHARE = ['-r', '-n', '--'];
const permitted = spawnSync('unshare', [...UNSHARE, 'true']).status === 0;
const required = process.env['CI'] === 'true' && process.getuid?.() === 0;

if (!permitted && !required) {
  process.stderr.write('no-network: skipped, this machine does not permit unshare -r -n.\n');
}

describe.runIf(permitted || required)('without any network', () => {
  let project: string;

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'countersign-offline-'));
    if (existsSync(northmoor)) cpSync(northmoor, project, { recursive: true });
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function offline(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync('unshare', [...UNSHARE, process.execPath, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: project },
    });
    return { status, stdout, stderr };
  }

  it('no connection is possible, so that the rest proves something', () => {
    const probe = "require('node:net').connect(9, '127.0.0.1').on('error', (e) => console.log(e.code))";
    expect(offline('-e', probe)).toEqual({ status: 0, stdout: 'ENETUNREACH\n', stderr: '' });
  });

  it.runIf(existsSync(northmoor))('check gives the same answer as with a network', () => {
    const args = [join(root, 'bin/run.js'), 'check', '--project', exampleProject(project), '--format', 'json'];
    const online = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: project },
    });
    expect(offline(...args)).toEqual({ status: online.status, stdout: online.stdout, stderr: online.stderr });
    expect(online.status).toBe(0);
  });
});

/** The folder of the example that holds its project file. */
function exampleProject(folder: string): string {
  const candidates = ['', 'v1', 'specs', 'v1.0.0'].map((name) => join(folder, name));
  const found = candidates.find((candidate) => existsSync(join(candidate, 'countersign.yaml')));
  if (found === undefined)
    throw new Error('examples/northmoor holds no countersign.yaml where this test looks for it.');
  return found;
}
