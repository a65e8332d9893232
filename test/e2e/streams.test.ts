import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { createDemo } from '../../src/app/compose-evidence.ts';
import { machine, program } from './program.ts';

const { path, sh } = machine();
const RANGE = 'v1.0.0..cr-2041';
let plant: string;

beforeAll(async () => {
  plant = path('northmoor');
  await createDemo(plant);
});

describe('exit codes and streams', () => {
  it.each([
    ['check v1.0.0 --as-of 2026-03-02', 0],
    [`gate ${RANGE} --as-of 2026-04-14`, 1],
    ['check --as-of tomorrow', 2],
    ['diff v1.0.0..v9', 4],
    ['nothing-like-it', 2],
  ])('countersign %s: %i, through a pipe as well', (args, status) => {
    const straight = sh(`countersign ${args}`, plant);
    expect(straight.status).toBe(status);
    const piped = sh(`countersign ${args} | cat`, plant);
    expect(piped).toEqual(straight);
    expect(status > 1 ? straight.stdout : straight.stderr).toBe('');
    expect(straight.stderr).not.toMatch(/^ {4}at /m);
  });

  it('are 3 for a specification that cannot be understood', () => {
    const folder = path('broken');
    expect(sh(`cp -r northmoor broken && echo 'nonsense: 1' >> broken/countersign.yaml`, path('')).status).toBe(0);
    const { status, stdout, stderr } = sh('countersign diff --base v1.0.0 --head WORKTREE', folder);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('The specification at head cannot be understood, so nothing was concluded.');
  });

  it('keep their verdict when the reader goes away, without a word', () => {
    expect(sh(`countersign gate ${RANGE} | head -n 1`, plant)).toMatchObject({ status: 1, stderr: '' });
    expect(sh(`countersign diff ${RANGE} --format json | true`, plant)).toMatchObject({ status: 0, stderr: '' });
  });

  it('carry JSON that another program reads', () => {
    const { stdout } = sh(
      `countersign diff ${RANGE} --format json | node -e 'console.log(JSON.parse(require("fs").readFileSync(0)).summary.class)'`,
      plant,
    );
    expect(stdout).toBe('CRITICAL\n');
  });

  it('are the same wherever the program is called from', () => {
    const above = sh('countersign check v2.0.1 --project northmoor', path(''));
    expect(sh('countersign check v2.0.1', join(plant, 'specs/lifecycles'))).toEqual(above);
    expect(above.status).toBe(0);
  });

  it('say so when git is missing: 2, without a stack', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'diff', RANGE], {
      cwd: plant,
      encoding: 'utf8',
      env: { PATH: path('home') },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*git.*\n {2}\S.*\n$/i);
  });
});

describe.runIf(process.platform === 'linux')('on a terminal', () => {
  const terminal = (line: string, environment: Readonly<Record<string, string>> = {}) =>
    sh(`script --quiet --return --command ${JSON.stringify(line)} /dev/null < /dev/null`, plant, {
      TERM: 'xterm',
      ...environment,
    });

  it('there are colours, unless somebody asks for none', () => {
    const COLOUR = '\u001b[32m';
    expect(terminal('countersign check v2.0.1').stdout).toContain(COLOUR);
    expect(terminal('countersign check v2.0.1', { NO_COLOR: '' }).stdout).toContain(COLOUR);
    expect(terminal('countersign check v2.0.1 --no-color').stdout).not.toContain('\u001b[3');
    expect(terminal('countersign check v2.0.1', { NO_COLOR: '1' }).stdout).not.toContain('\u001b[3');
    expect(terminal('countersign check v2.0.1', { TERM: 'dumb' }).stdout).not.toContain('\u001b[3');
    expect(sh('countersign check v2.0.1', plant).stdout).not.toContain('\u001b');
  });

  it('long work is said on stderr and wiped away, and stdout holds nothing but data', () => {
    const build = `countersign build ${RANGE} --documents IA --dry-run`;
    const transcript = terminal(`${build} > ${path('plan.txt')}`);
    expect(transcript.status).toBe(0);
    expect(transcript.stdout).toMatch(/^\r\u001b\[K\S.* …\r\u001b\[K/);
    expect(transcript.stdout.endsWith('\r\u001b[K')).toBe(true);
    expect(readFileSync(path('plan.txt'), 'utf8')).toBe(sh(build, plant).stdout);
    expect(terminal(`${build} --quiet > ${path('quiet.txt')}`).stdout).toBe('');
  });

  it('an error that ends long work stands on a line of its own', () => {
    const { status, stdout } = terminal(
      `countersign build ${RANGE} --documents IA --out ${path('file/x')} > /dev/null`,
    );
    expect([status, stdout.includes('error: ')]).toEqual([0, false]);
    writeFileSync(path('taken'), 'x');
    const refused = terminal(`countersign build ${RANGE} --out ${path('taken')} > /dev/null`);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toMatch(/(^|\r\u001b\[K)error: /);
  });

  it('init asks, and keeps what is answered', async () => {
    const answered = await converse('countersign init asked', [
      ['document numbers [HOLD]: ', 'Z-7\n'],
      ['in scope [Hold to release]: ', 'no\n'],
      ['[Example plant]: ', '{a: b}\n'],
      ['[SITE]: ', '\n'],
    ]);
    expect(answered.status).toBe(0);
    expect(readFileSync(path('asked/countersign.yaml'), 'utf8')).toContain(
      '  id: Z-7\n  title: "no"\n  version: 0.1.0\n  organisation: "{a: b}"\n  site: SITE\n',
    );
    expect(sh('countersign check --project asked', path('')).status).toBe(0);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('init gives up on %s without a trace', async (_, key) => {
    const { status, transcript } = await converse('countersign init given-up', [
      ['document numbers [HOLD]: ', 'Z-7\n'],
      ['in scope [Hold to release]: ', key],
    ]);
    expect(status).toBe(2);
    expect(transcript).toContain(
      '\nerror: The questions were not answered; nothing was written. [questions-unanswered]\r\n',
    );
    expect(readdirSync(path(''))).not.toContain('given-up');
  });

  /** Types each answer when its question stands there. */
  async function converse(
    line: string,
    answers: readonly (readonly [question: string, answer: string])[],
  ): Promise<{ status: number | null; transcript: string }> {
    const child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
      cwd: path(''),
      env: { PATH: `${path('bin')}:${process.env['PATH'] ?? ''}`, HOME: path('home'), TERM: 'xterm' },
    });
    const waiting = [...answers];
    let transcript = '';
    let from = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      transcript += text;
      const [next] = waiting;
      const at = next === undefined ? -1 : transcript.indexOf(next[0], from);
      if (next === undefined || at < 0) return;
      from = at + next[0].length;
      waiting.shift();
      child.stdin.write(next[1]);
    });
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, transcript };
  }
});

describe('start-up', () => {
  /** The files that a run of the program loads, as the engine counts them. */
  const loaded = (args: string): readonly string[] => {
    const folder = path(`coverage ${args}`);
    expect(sh(`countersign ${args}`, plant, { NODE_V8_COVERAGE: folder }).status).toBe(0);
    return readdirSync(folder).flatMap((file) =>
      (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: readonly { url: string }[] }).result.map(
        ({ url }) => url,
      ),
    );
  };

  it.each(['--version', '--help', 'check v2.0.1', 'diff v1.0.0..cr-2041 --quiet', 'schema list'])(
    'of %s loads nothing that writes documents',
    (args) => {
      const files = loaded(args);
      expect(files.length).toBeGreaterThan(20);
      expect(
        files.filter((file) =>
          /node_modules\/(pdfkit|fontkit|handlebars|pako|dejavu-fonts-ttf|markdown-it|write-excel-file|fflate)\//.test(
            file,
          ),
        ),
      ).toEqual([]);
    },
  );

  it('of --version loads nothing of the language', () => {
    expect(
      loaded('--version').filter((file) =>
        /node_modules\/(yaml|ajv|simple-git)\/|\/dist\//.test(file.replace(/node_modules\/.*\/dist\//, '')),
      ),
    ).toEqual([]);
  });
});
