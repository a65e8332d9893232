import { beforeAll, describe, expect, it } from 'vitest';

import Trace from '../../src/commands/trace.ts';
import { commitAll, git, scratchFolder } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { append, commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();

interface TraceJson {
  readonly forward: readonly {
    readonly requirement: { readonly id: string };
    readonly elements: readonly string[];
    readonly tests: readonly unknown[];
    readonly status: string;
  }[];
  readonly backward: readonly unknown[];
  readonly gaps: readonly { readonly id: string; readonly type: string }[];
}

describe('countersign trace', () => {
  let plant: string;
  beforeAll(async () => {
    plant = await commitStarter(scratch.path('plant'));
    append(
      plant,
      'specs/requirements.yaml',
      '  URS-003:\n    text: "Nobody asked \\e[2J"\n    criticality: low\n    source: Nowhere\n',
    );
    commitAll(plant, 'A requirement that nothing realises');
    git(plant, ['tag', 'gap']);
  });

  const read = async (...args: string[]): Promise<TraceJson> => {
    const { code, stdout, stderr } = await run(Trace, ...args, '--project', plant, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return parseOutput<TraceJson>('trace', stdout);
  };

  it('traces every requirement to elements and tests, and lists the gaps', async () => {
    const { forward, backward, gaps } = await read();
    expect(forward.map(({ requirement, status }) => [requirement.id, status])).toEqual([
      ['URS-001', 'traced'],
      ['URS-002', 'traced'],
      ['URS-003', 'no element'],
    ]);
    expect(forward.map(({ tests }) => tests.length > 0)).toEqual([true, true, false]);
    expect(backward.length).toBeGreaterThan(20);
    expect(gaps.map(({ id, type }) => [id, type])).toContainEqual(['GAP-URS-003', 'no element']);
  });

  it('shows the same as text, with nothing of a spec that acts on a terminal', async () => {
    const { code, stdout } = await run(Trace, '--project', plant);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'URS-003  no element  Nobody asked \\u001b[2J\n  realised by  nothing\n  shown by     nothing\n',
    );
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it.each([
    ['URS-001', ['URS-001']],
    ['NCR.T01', ['URS-001']],
    ['STOCK.S02', ['URS-002']],
  ])('traces one element: %s', async (element, requirements) => {
    expect((await read(element)).forward.map(({ requirement }) => requirement.id)).toEqual(requirements);
  });

  it('refuses a name that nothing has', async () => {
    expect(await run(Trace, 'NCR.T99', '--project', plant)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "error: Nothing is called 'NCR.T99' here. [element-unknown]\n  Name a requirement, an element such as NCR.T04, a test or a clause.\n",
    });
  });

  it('reads another revision', async () => {
    expect((await read('--revision', 'gap~1')).forward.map(({ requirement }) => requirement.id)).toEqual([
      'URS-001',
      'URS-002',
    ]);
    expect(await run(Trace, '--revision', 'gapp', '--project', plant)).toMatchObject({ code: 4, stdout: '' });
  });

  it('concludes nothing from a specification that cannot be understood: 3', async () => {
    const folder = await commitStarter(scratch.path('broken'));
    edit(folder, 'specs/requirements.yaml', 'criticality: high', 'criticality: hihg');
    const { code, stdout, stderr } = await run(Trace, '--project', folder);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('specs/requirements.yaml:4:18  error  schema-invalid');
    const json = await run(Trace, '--format', 'json', '--project', folder);
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 3, stderr });
    expect(parseOutput('invalid', json.stdout)).toMatchObject({
      valid: false,
      which: ['head'],
      diagnostics: [{ ruleId: 'schema-invalid' }],
    });
  });
});
