import { beforeAll, describe, expect, it } from 'vitest';

import Diff from '../../src/commands/diff.ts';
import Explain from '../../src/commands/explain.ts';
import Rules from '../../src/commands/rules.ts';
import { CATALOGUE } from '../../src/core/rules/catalogue.ts';
import { commitAll, git, scratchFolder } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();

interface RulesJson {
  readonly rules: readonly {
    readonly id: string;
    readonly kind: string;
    readonly family: string;
    readonly core?: boolean;
  }[];
}

describe('countersign rules', () => {
  it('lists every rule by family, and needs no project', async () => {
    const { code, stdout, stderr } = await run(Rules);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { rule } of CATALOGUE) expect(stdout).toContain(`\n  ${rule.id} `);
    expect(stdout).toContain(`${CATALOGUE.length} rules. One in depth: countersign explain RULE`);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('narrows the list, in every format', async () => {
    const { stdout } = await run(Rules, '--family', 'roles', '--kind', 'change', '--core', '--format', 'json');
    const { rules } = parseOutput<RulesJson>('rules', stdout);
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter((rule) => rule.kind !== 'change' || rule.family !== 'roles' || rule.core !== true)).toEqual([]);
    const { stdout: table } = await run(Rules, '--kind', 'loader', '--format', 'markdown');
    expect(table).toContain('| file-not-utf8 | loader |  | error |');
  });

  it('publishes the whole catalogue', async () => {
    const { stdout } = await run(Rules, '--format', 'json');
    expect(parseOutput<RulesJson>('rules', stdout).rules.map(({ id }) => id)).toEqual(
      CATALOGUE.map(({ rule }) => rule.id),
    );
  });
});

describe('countersign explain', () => {
  let plant: string;
  beforeAll(async () => {
    plant = await commitStarter(scratch.path('plant'));
    git(plant, ['tag', 'v1']);
    edit(plant, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
    commitAll(plant, 'Two retries are enough');
  });

  const explain = (...argv: readonly string[]) => run(Explain, ...argv, '--project', plant, '--quiet');

  it('explains a rule with its examples, wherever it is called', async () => {
    const { code, stdout } = await run(Explain, 'interface-retry-reduced');
    expect(code).toBe(0);
    expect(stdout).toContain('interface-retry-reduced  risky · M  change rule: Interfaces and replication');
    expect(stdout).toContain('  Why       Faults that pass by themselves now become lost messages.');
    expect(stdout).toContain('  Opposite  interface-retry-increased');
    expect(stdout).toContain('    reports  risky M interface:IF-1 delivery.retry.max');
    expect((await run(Explain, 'introduced:unit-missing')).stdout).toMatch(/^unit-missing {2}/);
    expect(
      parseOutput<RulesJson>('rules', (await run(Explain, 'unit-missing', '--format', 'json')).stdout).rules,
    ).toHaveLength(1);
  });

  it('explains a finding by the beginning of its fingerprint: lines, reach, tests, decision', async () => {
    const { stdout: report } = await run(Diff, 'v1..HEAD', '--project', plant, '--quiet', '--format', 'json');
    const { findings } = JSON.parse(report) as { findings: { ruleId: string; fingerprint: string }[] };
    const whole = findings.find(({ ruleId }) => ruleId === 'interface-retry-reduced')?.fingerprint ?? '';
    const fingerprint = whole.slice(0, 15);
    expect(fingerprint).toMatch(/^h1:[0-9a-f]{12}$/);
    for (const name of [fingerprint, fingerprint.slice(3, 11)]) {
      const { code, stdout, stderr } = await explain(name, 'v1..HEAD');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const part of [
        'interface-retry-reduced',
        '  before: 3\n  after:  2\n',
        'max: 3,',
        '^',
        'Reaches\n',
        'Tests that exercise it\n',
        'must approve: QA, IT',
        'No waiver names it.',
      ])
        expect(stdout).toContain(part);
    }
    const { stdout } = await explain(fingerprint, 'v1..HEAD', '--format', 'json');
    const { finding } = parseOutput<{ finding: { finding: { ruleId: string }; impacts: unknown[] } }>(
      'explanation',
      stdout,
    );
    expect(finding.finding.ruleId).toBe('interface-retry-reduced');
    expect(finding.impacts.length).toBeGreaterThan(0);
  });

  it('explains an element in both directions', async () => {
    const { code, stdout } = await explain('IF-001');
    expect(code).toBe(0);
    for (const part of [
      'IF-001  interface',
      'Touches\n',
      'Is touched by\n',
      'Requirements\n',
      'Who decides about a change to it\n',
    ])
      expect(stdout).toContain(part);
    const { element } = parseOutput<{ element: { id: string; uses: unknown[] } }>(
      'explanation',
      (await explain('IF-001', 'v1..HEAD', '--format', 'json')).stdout,
    );
    expect(element.id).toBe('IF-001');
    expect(element.uses.length).toBeGreaterThan(0);
  });

  it.each([
    ['IF-01', 'Did you mean IF-001?'],
    ['interface-retry-reducd', 'Did you mean interface-retry-reduced?'],
    ['h1:00', "'h1:00' is too short to name a finding."],
    ['h1:ffffffff', "No finding of this comparison has the fingerprint 'h1:ffffffff'."],
  ])('refuses %s: %s', async (name, hint) => {
    const { code, stdout, stderr } = await explain(name, 'v1..HEAD');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});
