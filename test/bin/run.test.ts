import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Commands that end in every way a command can end, put in the place of the real ones beside the real bin. */
const COMMANDS: Readonly<Record<string, string>> = {
  fine: "console.log('data');",
  findings: "this.log('findings'); this.exit(1);",
  incomplete: 'this.exit(6);',
  'invalid-spec':
    "throw Object.assign(new Error('two ids'), { name: 'Failure', exitCode: 3, code: 'spec-invalid', hint: 'see above' });",
  'no-git':
    "throw Object.assign(new Error('No commit is called v9.'), { name: 'Failure', exitCode: 4, code: 'revision-unknown', hint: 'Say\\ngit fetch --tags.' });",
  usage:
    "throw Object.assign(new Error('DIR is not empty.'), { name: 'Failure', exitCode: 2, code: 'out-not-empty', hint: '' });",
  'terminal-escape':
    "throw Object.assign(new Error('Unknown id \\u001b[2Jgone'), { name: 'Failure', exitCode: 3, code: 'c', hint: '' });",
  bug: "throw new TypeError('undefined is no function', { cause: new Error('deeper') });",
  'thrown-text': "throw 'a text';",
  'late-bug':
    "setTimeout(() => { throw new Error('late'); }, 1); await new Promise((resolve) => setTimeout(resolve, 1000));",
  'forgotten-promise':
    "void Promise.reject(new Error('forgotten')); await new Promise((resolve) => setTimeout(resolve, 1000));",
  'no-permission': "throw Object.assign(new Error(\"EACCES: permission denied, open 'x'\"), { code: 'EACCES' });",
  'much-then-findings':
    "for (let i = 0; i < 20000; i += 1) process.stdout.write('x'.repeat(100) + '\\n'); this.exit(1);",
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-bin-'));
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const manifest = {
    name: 'countersign',
    version: '9.8.7',
    type: 'module',
    oclif: { bin: 'countersign', commands: './dist/commands' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(folder, 'dist/commands'), { recursive: true });
  for (const [name, body] of Object.entries(COMMANDS)) {
    writeFileSync(
      join(folder, 'dist/commands', `${name}.js`),
      `import { Command, Flags } from '@oclif/core';\n` +
        `export default class Planted extends Command {\n` +
        `  static flags = { format: Flags.string({ options: ['text', 'json'] }) };\n` +
        `  async run() { await this.parse(Planted); ${body} }\n}\n`,
    );
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function countersign(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/run.js'), ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function shell(line: string): { status: number | null; stdout: string; stderr: string } {
  const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(join(folder, 'bin/run.js'))}`;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; ${line.replace('countersign', command)}`],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  );
  return { status, stdout, stderr };
}

describe('the exit code', () => {
  it('is 0 when the command did its work', () => {
    expect(countersign('fine')).toEqual({ status: 0, stdout: 'data\n', stderr: '' });
  });

  it.each([
    ['findings', 1],
    ['incomplete', 6],
  ])('is the one with which the command %s ends itself', (command, status) => {
    expect(countersign(command)).toMatchObject({ status, stderr: '' });
  });

  it('is 3 for an invalid spec, 4 for git, 2 for wrong usage, each said without a stack', () => {
    expect(countersign('invalid-spec')).toEqual({
      status: 3,
      stdout: '',
      stderr: 'error: two ids [spec-invalid]\n  see above\n',
    });
    expect(countersign('no-git')).toEqual({
      status: 4,
      stdout: '',
      stderr: 'error: No commit is called v9. [revision-unknown]\n  Say\n  git fetch --tags.\n',
    });
    expect(countersign('usage')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: DIR is not empty. [out-not-empty]\n',
    });
  });

  it('is 2 for an unknown command, an unknown flag, a value that is not offered, a surplus argument', () => {
    const see = 'Run countersign --help, or countersign COMMAND --help.';
    expect(countersign('nothing-like-it')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: command nothing-like-it not found\n  ${see}\n`,
    });
    expect(countersign('fine', '--nonsense')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: Nonexistent flag: --nonsense\nSee more help with --help\n',
    });
    expect(countersign('fine', '--format', 'yaml')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: Expected --format=yaml to be one of: text, json\nSee more help with --help\n',
    });
    expect(countersign('fine', 'surplus').status).toBe(2);
  });

  it('is 2 when the machine refuses a file', () => {
    expect(countersign('no-permission')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "error: EACCES: permission denied, open 'x'\n" +
        '  Give the user who runs countersign the permission, or choose another folder.\n',
    });
  });

  it.each(['bug', 'thrown-text', 'late-bug', 'forgotten-promise'])(
    'is 5 for an error of the program: %s',
    (command) => {
      const { status, stdout, stderr } = countersign(command);
      expect({ status, stdout }).toEqual({ status: 5, stdout: '' });
      expect(stderr).toContain('internal error: ');
      expect(stderr).toContain(`countersign 9.8.7, Node.js ${process.version}`);
      expect(stderr).toMatch(/\n {4}at /);
    },
  );

  it('is 5 with the causes of an error of the program, too', () => {
    expect(countersign('bug').stderr).toContain('\ncaused by: deeper\n');
  });
});

describe('the streams', () => {
  it('are quiet about a reader that closes the pipe, and a failed gate stays failed', () => {
    expect(shell('countersign much-then-findings | head -n 1')).toEqual({
      status: 1,
      stdout: `${'x'.repeat(100)}\n`,
      stderr: '',
    });
    expect(shell('countersign fine | true')).toMatchObject({ status: 0, stderr: '' });
  });

  it.runIf(process.platform === 'linux')('say so when the disk is full', () => {
    const { status, stderr } = shell('countersign fine > /dev/full');
    expect(stderr).toBe(
      'error: ENOSPC: no space left on device, write\n  The disk is full: make room, or choose another folder.\n',
    );
    expect(status).toBe(2);
  });

  it('write all of a long output into a pipe', () => {
    expect(shell('countersign much-then-findings | wc -c').stdout.trim()).toBe(String(20_000 * 101));
  });

  it('pass no control sequence of a spec on to the terminal', () => {
    expect(countersign('terminal-escape').stderr).toBe('error: Unknown id \\u001b[2Jgone [c]\n');
  });

  it('show version and help', () => {
    expect(countersign('--version').stdout).toMatch(/^countersign\/9\.8\.7 /);
    expect(countersign('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});
