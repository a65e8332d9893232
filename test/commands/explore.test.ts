import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import Explore from '../../src/commands/explore.ts';
import { HOLD_SPEC } from '../core/explore/story/hold-plant.ts';
import { projectText } from '../core/rules/small-project.ts';
import { commitAll, git, initRepository, scratchFolder } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';

const scratch = scratchFolder();

interface ExplorationJson {
  readonly complete: boolean;
  readonly bounds: { readonly messages: number; readonly faults: number; readonly instances: Record<string, number> };
  readonly invariants: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly faults: number | null;
    readonly steps: number | null;
    readonly refusal: { readonly step: number; readonly reason: string } | null;
    readonly blame: { readonly edits: readonly { readonly element: string }[] } | null;
  }[];
}

/** Releases only what nobody complains about; and the same without that condition. */
const GUARDED = HOLD_SPEC.replace(
  'event: release, from: QI, to: Released, by: QA,',
  'event: release, from: QI, to: Released, by: QA, when: {none: ncr, NCR: Open},',
).replace(
  'never: {all: [{STOCK: Released}, {some: ncr, NCR: Open}]}',
  'step: STOCK.T02, requires: {none: ncr, NCR: Open}',
);
const OPENED = GUARDED.replace(' when: {none: ncr, NCR: Open},', '');

let plant: string;
beforeAll(() => {
  plant = scratch.path('plant');
  mkdirSync(plant);
  initRepository(plant);
  for (const [tag, spec] of [
    ['guarded', GUARDED],
    ['opened', OPENED],
  ] as const) {
    writeFileSync(join(plant, 'countersign.yaml'), projectText(spec));
    commitAll(plant, tag);
    git(plant, ['tag', tag]);
  }
});

const explore = (...args: readonly string[]) => run(Explore, ...args, '--project', plant);
const read = async (...args: readonly string[]): Promise<ExplorationJson> => {
  const { code, stdout, stderr } = await explore(...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parseOutput<ExplorationJson>('exploration', stdout);
};

describe('countersign explore', () => {
  it('finds what a change newly breaks, with the shortest story, the refused step and the edit', async () => {
    const { complete, invariants } = await read('guarded..opened');
    expect({ complete, invariants }).toMatchObject({
      complete: true,
      invariants: [
        {
          id: 'R1',
          verdict: 'newly-broken',
          faults: 0,
          steps: 2,
          refusal: { step: 2, reason: expect.stringContaining('NCR of ncr 1 must') as string },
          blame: { edits: [{ element: 'transition:STOCK.T02' }] },
        },
      ],
    });
  });

  it('explores one revision, the files as they lie there where none is named', async () => {
    expect((await read('guarded')).invariants).toMatchObject([{ id: 'R1', verdict: 'holds', steps: null }]);
    expect((await read()).invariants).toMatchObject([{ id: 'R1', verdict: 'broken', steps: 2 }]);
  });

  it('explores the world that the flags ask for', async () => {
    const { bounds } = await read('opened', '--messages', '2', '--faults', '1', '--instances', 'lot=2');
    expect(bounds).toMatchObject({ messages: 2, faults: 1, instances: { lot: 2, ncr: 1 } });
  });

  it('ends with 6 and the word where a limit was reached', async () => {
    const { code, stdout, stderr } = await explore('guarded', '--states', '3');
    expect({ code, stderr }).toEqual({ code: 6, stderr: '' });
    expect(stdout).toContain('INCOMPLETE');
    expect(stdout).not.toContain('No violation found within these bounds.\n');
  });

  it('writes its stories to a file, and takes them again on another revision', async () => {
    const file = scratch.path('trace.json');
    expect((await explore('opened', '--trace', file, '--quiet')).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ formatVersion: 1, traces: [{ about: 'R1' }] });
    const again = await explore('opened', '--replay', file);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('R1\nAll 2 steps are possible here.\nR1 is broken by it here.\nReproduced.\n');
    const refused = await explore('guarded', '--replay', file, '--format', 'json');
    expect(parseOutput('replay', refused.stdout)).toMatchObject({
      traces: [{ about: 'R1', steps: 2, taken: 1, verdict: 'not-broken', reproduced: false, refused: { step: 2 } }],
    });
    expect(refused.code).toBe(1);
  });

  it('judges what a story shows: a part of one does not break the invariant, and one of nobody is refused', async () => {
    const file = scratch.path('whole.json');
    await explore('opened', '--trace', file, '--quiet');
    const whole = JSON.parse(readFileSync(file, 'utf8')) as { traces: { about: string; steps: string[] }[] };
    const replay = async (about: string, steps: number) => {
      const part = scratch.path(`part-${about}-${steps}.json`);
      const traces = whole.traces.map((trace) => ({ ...trace, about, steps: trace.steps.slice(0, steps) }));
      writeFileSync(part, JSON.stringify({ ...whole, traces }));
      const { code, stdout, stderr } = await explore('opened', '--replay', part);
      return { code, said: /^\S+\n.*\n(.* broken .*)$/mu.exec(stdout)?.[1] ?? stderr.split('\n', 1)[0] };
    };
    expect(await replay('R1', 2)).toEqual({ code: 0, said: 'R1 is broken by it here.' });
    expect(await replay('R1', 1)).toEqual({ code: 1, said: 'R1 is not broken by it here.' });
    expect(await replay('R1', 0)).toEqual({ code: 1, said: 'R1 is not broken by it here.' });
    expect(await replay('R2', 2)).toMatchObject({
      code: 2,
      said: expect.stringContaining('invariant-unknown') as string,
    });
    expect(await replay('simulation', 2)).toMatchObject({ code: 0 });
  });

  it('says that there is no story to write', async () => {
    const file = scratch.path('none.json');
    expect((await explore('guarded', '--trace', file)).stderr).toBe(
      `There is no story to write: '${file}' was not written.\n`,
    );
  });

  it.each([
    [['--invariant', 'R9'], 2, 'invariant-unknown'],
    [['--instances', 'lott=2'], 2, 'object-unknown'],
    [['--instances', 'lot=1e9'], 2, 'bound-invalid'],
    [['--messages', 'many'], 2, 'bound-invalid'],
    [['--replay', 'nowhere.json'], 2, 'file-not-read'],
    [['guarded..opened', '--strength'], 2, 'one-revision'],
    [['--strength', '--format', 'sarif'], 2, 'format-unknown'],
    [['nowhere'], 4, 'revision-unknown'],
  ])('refuses %j', async (args, code, word) => {
    const outcome = await explore(...args);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(`[${word}]`);
  });

  it('concludes nothing from a specification that cannot be understood: 3, in every format', async () => {
    const folder = scratch.path('broken');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'countersign.yaml'),
      projectText(HOLD_SPEC.replace('from: Open, to: Closed', 'to: Closed')),
    );
    const html = scratch.path('broken.html');
    const { code, stdout, stderr } = await run(
      Explore,
      '--project',
      folder,
      '--format',
      'json',
      '--format',
      `html=${html}`,
    );
    expect(code).toBe(3);
    expect(stderr).toContain('schema-invalid');
    expect(parseOutput('invalid', stdout)).toMatchObject({ valid: false, which: ['head'] });
    expect(readFileSync(html, 'utf8')).toContain('Nothing was explored');
  });

  it('lists what no invariant notices', async () => {
    const { code, stdout } = await explore('guarded', '--strength', '--format', 'json');
    expect(code).toBe(0);
    expect(parseOutput('strength', stdout)).toMatchObject({ weakenings: expect.any(Array) as unknown[] });
  });
});
