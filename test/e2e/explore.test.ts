import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import { createDemo } from '../../src/app/compose-evidence.ts';
import { machine, program } from './program.ts';

const { path, sh } = machine();
let plant: string;

beforeAll(async () => {
  plant = path('northmoor');
  await createDemo(plant);
});

interface Explored {
  readonly invariants: readonly { readonly id: string; readonly verdict: string; readonly steps: number | null }[];
}

describe('the program explores in a thread of its own', () => {
  it('and finds what CR-2041 makes reachable, the same bytes every time', () => {
    const line = 'countersign explore v1.0.0..cr-2041 --format json';
    const first = sh(line, plant);
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
    const { invariants } = JSON.parse(first.stdout) as Explored;
    const broken = invariants.filter(({ verdict }) => verdict === 'newly-broken');
    expect(broken.map(({ id, steps }) => [id, steps])).toEqual(
      expect.arrayContaining([
        ['INV-01a', 9],
        ['INV-01b', 16],
        ['INV-03', 7],
      ]),
    );
    expect(sh(line, plant).stdout).toBe(first.stdout);
  });

  it('and tells a mistake of the user as such', () => {
    const { status, stderr } = sh('countersign explore v1.0.0 --invariant INV-1', plant);
    expect(status).toBe(2);
    expect(stderr).toContain("No invariant is called 'INV-1' here. [invariant-unknown]");
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('so that Ctrl-C ends it with what was seen: 6', async () => {
    const run = spawn(
      process.execPath,
      [
        program,
        'explore',
        'v1.0.0',
        '--instances',
        'lot=3',
        '--instances',
        'ncr=3',
        '--messages',
        '6',
        '--states',
        '50000000',
      ],
      { cwd: plant, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const written = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      run[stream].on('data', (chunk: Buffer) => (written[stream] += chunk.toString('utf8')));
    const asked = setInterval(() => {
      // Until the search runs nobody listens for it: the first that is heard ends it.
      if (written.stderr === '') run.kill('SIGINT');
    }, 15_000);
    const [code] = (await once(run, 'close')) as [number | null];
    clearInterval(asked);
    expect(code).toBe(6);
    expect(written.stderr).toBe('Ending: what was seen so far is told. Ctrl-C once more ends at once.\n');
    expect(written.stdout).toContain('INCOMPLETE. No violation found in what was seen.');
    expect(written.stdout).toMatch(/the search was cancelled after [\d,]+ states, \d+ steps deep/);
  });
});

describe('the program goes through the plant one step at a time', () => {
  it('from a pipe, to a violation and back, and writes the story', () => {
    const trace = path('trace.json');
    const story = path('story.yaml');
    const found = sh(`countersign explore cr-2041 --invariant INV-03 --trace '${trace}' --quiet`, plant);
    expect(found.status).toBe(0);
    const lines = [`t ${trace} INV-03`, 'i', 's', 'b', '99', `w ${story}`, 'nonsense', 'q'].join('\\n');
    const { status, stdout, stderr } = sh(`printf '${lines}\\n' | countersign simulate cr-2041`, plant);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('   Violated: INV-03  The batch record is never released');
    expect(stdout).toContain('BRR of lot 1: Released');
    expect(stdout).toMatch(/> 99\nThere is no step 99 here\.\nChoose a number from 1 to \d+\./);
    expect(stdout).toContain(
      "> nonsense\n'nonsense' means nothing here: type a number, or ? for what else can be typed.\n",
    );
    expect(stdout.trimEnd().endsWith('> q')).toBe(true);
    expect(readFileSync(story, 'utf8')).toContain(
      '    scenario:\n      given: {BRR: Compiling, LOT: InProcess, NCR: Draft}\n',
    );
  });

  it('and ends where its input ends', () => {
    expect(sh("printf '1\\n' | countersign simulate v1.0.0 >/dev/null", plant).status).toBe(0);
  });
});

describe('the program writes the plant for other checkers', () => {
  it('as Promela on stdout, and as a TLA+ module with its configuration', () => {
    const promela = sh('countersign export --to promela v1.0.0', plant);
    expect(promela.status).toBe(0);
    expect(promela.stdout).toContain('active proctype');
    expect(promela.stderr).toContain('Bounds: ');
    expect(sh(`countersign export --to tla v1.0.0 --out '${path('model/Plant.tla')}' --quiet`, plant).status).toBe(0);
    expect(readFileSync(path('model/Plant.tla'), 'utf8')).toContain('---- MODULE Plant ----');
    expect(readFileSync(path('model/Plant.cfg'), 'utf8')).not.toBe('');
    expect(sh('countersign export --to tla v1.0.0', plant)).toMatchObject({ status: 2, stdout: '' });
  });
});
