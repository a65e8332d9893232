import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const northmoor = join(root, 'examples/northmoor');

/** A network namespace of its own has no interface but a loopback that is down: every connection fails. */
const UNSHARE = ['-r', '-n', '--'];
const trial = spawnSync('unshare', [...UNSHARE, 'true'], { encoding: 'utf8' });
const permitted = trial.status === 0;
/** Why nobody could do it here. In a pipeline no other reason counts, and root needs none: there the proof must run. */
const impossible = process.getuid?.() === 0 ? undefined : whyImpossible();
const required = process.env['CI'] === 'true' && impossible === undefined;

if (!permitted && !required) {
  process.stderr.write(
    `no-network: NOT PROVED here: ${impossible ?? `unshare -r -n: ${trial.stderr.trim() || trial.error?.message}`}.\n`,
  );
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

  it('a network namespace is permitted: without one nothing here is proved', () => {
    expect({ status: trial.status, stderr: trial.stderr }).toEqual({ status: 0, stderr: '' });
  });

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

/** What on this machine keeps people without rights from a network namespace of their own; undefined when nothing is known to. */
function whyImpossible(): string | undefined {
  if (process.platform !== 'linux') return `${process.platform} has no network namespaces`;
  const setting = (name: string): string =>
    existsSync(`/proc/sys/${name}`) ? readFileSync(`/proc/sys/${name}`, 'utf8').trim() : '';
  if (setting('user/max_user_namespaces') === '0') return 'user.max_user_namespaces is 0';
  if (setting('user/max_net_namespaces') === '0') return 'user.max_net_namespaces is 0';
  if (setting('kernel/unprivileged_userns_clone') === '0') return 'kernel.unprivileged_userns_clone is 0';
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1')
    return 'kernel.apparmor_restrict_unprivileged_userns is 1';
  if (/^Seccomp:\s*2$/m.test(readFileSync('/proc/self/status', 'utf8')))
    return 'a seccomp filter of the container forbids it';
  return undefined;
}
