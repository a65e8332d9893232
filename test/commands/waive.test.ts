import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

import Check from '../../src/commands/check.ts';
import Gate from '../../src/commands/gate.ts';
import Waive from '../../src/commands/waive.ts';
import { commitAll, git, scratchFolder } from '../io/git/scratch-repository.ts';
import { run } from './run-command.ts';
import { commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();
const DAY = ['--as-of', '2026-03-10'];
let number = 0;

/** A project with one change, `v1..HEAD`, and the whole fingerprint of its finding. */
async function changed(): Promise<{ readonly plant: string; readonly fingerprint: string }> {
  const plant = await commitStarter(scratch.path(`plant ${(number += 1)}`));
  git(plant, ['tag', 'v1']);
  edit(plant, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
  commitAll(plant, 'Two retries are enough');
  const { stdout } = await run(Gate, 'v1..HEAD', '--project', plant, '--quiet', '--format', 'json');
  const { findings } = JSON.parse(stdout) as { findings: { ruleId: string; fingerprint: string }[] };
  return { plant, fingerprint: findings.find(({ ruleId }) => ruleId === 'interface-retry-reduced')?.fingerprint ?? '' };
}

const read = (plant: string): string => readFileSync(join(plant, 'specs/waivers.yaml'), 'utf8');

describe('countersign waive', () => {
  let plant: string;
  let fingerprint: string;
  const waive = (...argv: readonly string[]) =>
    run(Waive, fingerprint.slice(0, 15), 'v1..HEAD', '--project', plant, ...DAY, ...argv);
  beforeEach(async () => {
    ({ plant, fingerprint } = await changed());
  });

  it('writes what is known and leaves blank what people decide', async () => {
    const { code, stdout } = await waive();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'W-001 was added to specs/waivers.yaml. It decides nothing: fill in every BLANK, then run the gate again.\n',
    });
    expect(read(plant)).toBe(`waivers:
  W-001: # not valid until people have filled in every BLANK
    rule: interface-retry-reduced
    element: IF-001
    finding: "${fingerprint}"
    reason: # BLANK: why the finding is acceptable
    requestedBy: # BLANK: who asks for it; that person does not count among those who approve it
    approved:
      - function: QA
        name: # BLANK: the person who decided
        date: # BLANK: day of the decision, YYYY-MM-DD
        ref: # BLANK: where the signature is kept; or take the line out
      - function: IT
        name: # BLANK: the person who decided
        date: # BLANK: day of the decision, YYYY-MM-DD
        ref: # BLANK: where the signature is kept; or take the line out
    expires: 2026-06-08 # proposed: 90 d after 2026-03-10; at most 90 d after the last approval
`);
    // Nothing can be concluded from it until somebody has decided.
    expect((await run(Check, '--project', plant)).code).toBe(3);
    expect(readdirSync(join(plant, 'specs')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is a whole decision once people have filled in the blanks', async () => {
    await waive();
    writeFileSync(
      join(plant, 'specs/waivers.yaml'),
      read(plant)
        .replace('reason: #', 'reason: The bus repeats by itself. #')
        .replace('requestedBy: #', 'requestedBy: A. Bell #')
        .replace('name: #', 'name: C. Dunn #')
        .replace('name: # ', 'name: E. Fox # ')
        .replaceAll('date: #', 'date: 2026-03-10 #')
        .replaceAll(/ +ref: .*\n/g, ''),
    );
    commitAll(plant, 'Accepted');
    const { stdout } = await run(Gate, 'v1..HEAD', '--project', plant, ...DAY, '--format', 'json');
    const { gate } = JSON.parse(stdout) as { gate: { accepted: string[]; reasons: string[] } };
    expect(gate.accepted).toEqual([
      expect.stringContaining('interface-retry-reduced on interface IF-001: waiver W-001'),
    ]);
    expect(gate.reasons.filter((reason) => reason.startsWith('interface-retry-reduced'))).toEqual([]);
  });

  it('adds to the file that holds the waivers, and touches nothing else in it', async () => {
    const before = '# decisions\nwaivers:\n  W-2026-006:   # an old one\n    rule:  unit-missing\n\n# the end\n';
    writeFileSync(join(plant, 'specs/decided.yaml'), before);
    expect((await waive()).stdout).toMatch(/^W-2026-007 was added to specs\/decided\.yaml\./);
    const after = readFileSync(join(plant, 'specs/decided.yaml'), 'utf8');
    for (const line of before.split('\n')) expect(after).toContain(line);
    expect(after.indexOf('W-2026-007')).toBeLessThan(after.indexOf('# the end'));
  });

  it('prints instead, and then writes nothing', async () => {
    const { stdout } = await waive('--print');
    expect(stdout).toMatch(/^waivers:\n {2}W-001: #/);
    expect(git(plant, ['status', '--short'])).toBe('');
  });

  it('refuses what it cannot be sure of', async () => {
    const refused = async (...argv: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(Waive, ...argv, '--project', plant, ...DAY);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr;
    };
    expect(await refused('h1:ffffffff', 'v1..HEAD')).toContain('finding-unknown');
    expect(await refused(fingerprint, 'v1..HEAD', '--file', '../elsewhere.yaml')).toContain('waiver-file-not-read');
    expect(await refused(fingerprint, 'v1..HEAD', '--file', 'notes.txt')).toContain('waiver-file-not-read');
    await waive();
    expect(await refused(fingerprint, 'v1..HEAD')).toContain('Waiver W-001 names this finding already.');
    rmSync(join(plant, 'specs/waivers.yaml'));
    for (const name of ['a', 'b']) writeFileSync(join(plant, `specs/${name}.yaml`), 'waivers: {}\n');
    expect(await refused(fingerprint, 'v1..HEAD')).toContain('2 files hold waivers: specs/a.yaml, specs/b.yaml.');
  });
});
