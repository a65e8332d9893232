import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import Check from '../../src/commands/check.ts';
import Diff from '../../src/commands/diff.ts';
import Gate from '../../src/commands/gate.ts';
import Impact from '../../src/commands/impact.ts';
import { LIST_FORMATS } from '../../src/commands/list-formats.ts';
import { commitAll, git, initRepository, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { run } from './run-command.ts';
import { edit, writeStarter } from './starter-project.ts';

const scratch = scratchFolder();
const COMMANDS = { check: Check, diff: Diff, impact: Impact, gate: Gate } as const;

interface Sarif {
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly baselineState?: string;
      readonly locations?: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

describe('formats of what is found', () => {
  /** A project in a folder of its repository: `v1`, then a state is gone and a retry less, then a file is broken. */
  let plant: string;
  beforeAll(async () => {
    const top = scratch.path('repository');
    initRepository(top);
    plant = await writeStarter(`${top}/sites/plant`);
    commitAll(top, 'Hold to release');
    git(top, ['tag', 'v1']);
    edit(plant, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
    commitAll(top, 'Two retries are enough');
    git(top, ['tag', 'v2']);
    write(top, { 'sites/plant/specs/broken.yaml': 'systems: {A: {colour: red}}\n' });
    commitAll(top, 'Broken');
    git(top, ['tag', 'broken']);
  });

  const rangeOf = (name: keyof typeof COMMANDS, head: string): string => (name === 'check' ? head : `v1..${head}`);

  it.each(Object.entries(COMMANDS))('%s writes all of them at once, each into its file', async (name, command) => {
    const files = ['json', 'markdown', ...LIST_FORMATS].map(
      (format) => [format, scratch.path(`${name}.${format}`)] as const,
    );
    const { stdout } = await run(
      command,
      rangeOf(name as keyof typeof COMMANDS, 'v2'),
      '--project',
      plant,
      '--quiet',
      '--format',
      'text',
      ...files.flatMap(([format, file]) => ['--format', `${format}=${file}`]),
    );
    expect(stdout).not.toBe('');
    for (const [, file] of files) expect(readFileSync(file, 'utf8')).not.toBe('');
    const sarif = JSON.parse(readFileSync(scratch.path(`${name}.sarif`), 'utf8')) as Sarif;
    const [first] = sarif.runs;
    expect(first?.automationDetails.id).toBe(`countersign/${name}/sites/plant`);
    const places = first?.results.flatMap(({ locations = [] }) =>
      locations.map((one) => one.physicalLocation.artifactLocation.uri),
    );
    expect(places?.length).toBeGreaterThan(name === 'check' ? -1 : 0);
    for (const place of places ?? []) expect(place).toMatch(/^sites\/plant\/(?:countersign\.yaml|specs\/\w+\.yaml)$/);
    const states = new Set(first?.results.map(({ baselineState }) => baselineState));
    // One revision alone has nothing that could be new.
    expect(states.has('new')).toBe(name !== 'check');
  });

  it.each(Object.entries(COMMANDS))(
    '%s says in each of them why it concludes nothing: exit code 3',
    async (name, command) => {
      const files = LIST_FORMATS.map((format) => [format, scratch.path(`${name}-broken.${format}`)] as const);
      const { code } = await run(
        command,
        rangeOf(name as keyof typeof COMMANDS, 'broken'),
        '--project',
        plant,
        '--quiet',
        ...files.flatMap(([format, file]) => ['--format', `${format}=${file}`]),
      );
      expect(code).toBe(3);
      for (const [, file] of files) expect(existsSync(file)).toBe(true);
      const sarif = JSON.parse(readFileSync(scratch.path(`${name}-broken.sarif`), 'utf8')) as Sarif;
      expect(sarif.runs[0]?.invocations).toEqual([{ executionSuccessful: false }]);
      expect(sarif.runs[0]?.results.length).toBeGreaterThan(0);
      expect(readFileSync(scratch.path(`${name}-broken.junit`), 'utf8')).toContain('type="nothing-judged"');
      expect(readFileSync(scratch.path(`${name}-broken.github`), 'utf8')).toMatch(
        /^::error file=sites\/plant\/specs\/broken\.yaml,/,
      );
    },
  );

  it('refuses a format that there is not, and says which was meant', async () => {
    const { code, stderr } = await run(Diff, 'v1..v2', '--project', plant, '--format', 'serif');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Did you mean sarif? Use one of: text, json, markdown, sarif, github, gitlab, junit, csv, xlsx.',
    );
  });

  it.each(Object.entries(COMMANDS))('%s writes no workbook to where text is read', async (name, command) => {
    const range = rangeOf(name as keyof typeof COMMANDS, 'v2');
    expect(await run(command, range, '--project', plant, '--format', 'text', '--format', 'xlsx')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: What the format xlsx writes is no text: it cannot be shown here. [format-needs-file]\n  Name the file that it goes to: --format xlsx=FILE.xlsx\n',
    });
    const { code } = await run(
      command,
      range,
      '--project',
      plant,
      '--format',
      'xlsx',
      '--output',
      scratch.path('o.xlsx'),
    );
    expect(code).toBeLessThan(2);
    expect(readFileSync(scratch.path('o.xlsx')).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
  });

  it('lists the open errors that base had already as unchanged, since a gate stops for them', async () => {
    const { stdout } = await run(Gate, 'v1..v2', '--project', plant, '--quiet', '--format', 'sarif');
    const results = (JSON.parse(stdout) as Sarif).runs[0]?.results ?? [];
    const { stdout: checked } = await run(Check, 'v1', '--project', plant, '--quiet', '--format', 'json');
    const open = (JSON.parse(checked) as { findings: { severity: string }[] }).findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(results.filter(({ baselineState }) => baselineState === 'unchanged')).toHaveLength(open.length);
  });

  it('makes no command of a runner of what a spec says', async () => {
    const top = scratch.path('hostile');
    initRepository(top);
    await writeStarter(top);
    commitAll(top, 'Hold to release');
    edit(top, 'specs/interfaces.yaml', 'IF-001:', 'IF-001:\n    description: "::error::x ##vso[task.complete]"');
    commitAll(top, 'Words');
    for (const format of ['text', 'markdown']) {
      const { stdout } = await run(Diff, 'HEAD~1..HEAD', '--project', top, '--quiet', '--format', format);
      expect(stdout).not.toMatch(/^\s*::/m);
      expect(stdout).not.toContain('##vso[');
    }
  });
});
