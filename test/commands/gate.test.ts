import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import Diff from '../../src/commands/diff.ts';
import Gate from '../../src/commands/gate.ts';
import { commitAll, git, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { append, commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();

interface GateJson {
  readonly gate: {
    readonly compared: boolean;
    readonly passed: boolean;
    readonly failOn: readonly string[];
    readonly accepted: readonly string[];
    readonly reasons: readonly string[];
    readonly asOf: string;
  };
  readonly findings: readonly {
    readonly ruleId: string;
    readonly class: string;
    readonly risk: string | null;
    readonly fingerprint: string;
    readonly waiver: string | null;
    readonly waiverRequest: string | null;
  }[];
}

/** The gate on a day, without the talk about it. */
async function gateOn(
  day: string,
  folder: string,
  range: string,
  ...flags: string[]
): Promise<GateJson & { readonly code: number }> {
  const { code, stdout, stderr } = await run(
    Gate,
    range,
    '--project',
    folder,
    '--format',
    'json',
    '--quiet',
    '--as-of',
    day,
    ...flags,
  );
  expect(stderr).toBe('');
  const report = parseOutput<GateJson>('comparison', stdout);
  expect(report.gate.passed).toBe(code === 0);
  return { ...report, code };
}

const gate = (folder: string, range: string, ...flags: string[]) => gateOn('2026-03-10', folder, range, ...flags);

/** Tags: `v1`; `v2`, whose only finding is risky · H; `title`, whose only finding is editorial. */
async function history(name: string, policy = ''): Promise<string> {
  const folder = await commitStarter(scratch.path(name));
  append(folder, 'countersign.yaml', policy);
  commitAll(folder, 'Policy');
  git(folder, ['tag', 'v1']);
  edit(folder, 'specs/objects.yaml', 'title: Nonconformance report', 'title: Report of a nonconformance');
  commitAll(folder, 'A title');
  git(folder, ['tag', 'title']);
  git(folder, ['checkout', '--quiet', '-b', 'work', 'v1']);
  edit(folder, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
  commitAll(folder, 'Two retries are enough');
  git(folder, ['tag', 'v2']);
  return folder;
}

describe('countersign gate', () => {
  let plant: string;
  beforeAll(async () => {
    plant = await history('plant');
  });

  it('is not passed by a finding of risk H, and says why: exit code 1', async () => {
    const { code, stdout } = await run(Gate, 'v1..v2', '--project', plant, '--as-of', '2026-03-10');
    expect(code).toBe(1);
    expect(stdout.slice(stdout.indexOf('Gate'))).toMatchInlineSnapshot(`
      "Gate NOT passed (policy: breaking, risk:H; waivers as of 2026-03-10).
        interface-retry-reduced on interface IF-001: risky · H
      "
    `);
  });

  it('is passed by an editorial change: exit code 0', async () => {
    const { code, stdout } = await run(Gate, 'v1..title', '--project', plant, '--as-of', '2026-03-10');
    expect(code).toBe(0);
    expect(stdout.slice(stdout.indexOf('Gate'))).toBe(
      'Gate passed (policy: breaking, risk:H; waivers as of 2026-03-10).\n',
    );
  });

  it.each([
    [['breaking'], 0],
    [['risky'], 1],
    [['compatible'], 1],
    [['risk:C'], 0],
    [['risk:H'], 1],
    [['risk:L'], 1],
    [['breaking', 'risk:C'], 0],
    [['risk:C', 'risky'], 1],
  ])('stops at or above --fail-on %j: %i', async (bars, code) => {
    const report = await gate(plant, 'v1..v2', ...bars.flatMap((bar) => ['--fail-on', bar]));
    expect([report.code, report.gate.failOn]).toEqual([code, bars]);
  });

  it('stops an editorial change where that is asked for', async () => {
    expect((await gate(plant, 'v1..title', '--fail-on', 'editorial')).code).toBe(1);
  });

  it('takes a range after --fail-on: a bar is one word', async () => {
    expect(await run(Gate, '--fail-on', 'risk:C', 'v1..v2', '--project', plant)).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['nonsense', 'risk:X', 'BREAKING', ''])('refuses the bar %j', async (bar) => {
    const { code, stdout, stderr } = await run(Gate, 'v1..v2', '--project', plant, '--fail-on', bar);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`'${bar}' is nothing that a gate can stop.`);
    expect(stderr).toContain(
      'Use one of: breaking, risky, compatible, editorial, risk:C, risk:H, risk:M, risk:L, unapproved.',
    );
  });

  it('is measured by the policy of base, not of head', async () => {
    const folder = await history('lenient head');
    append(folder, 'countersign.yaml', 'gate: {failOn: ["risk:C"]}\n');
    commitAll(folder, 'Lower the bar');
    const lowered = await gate(folder, 'v1..HEAD');
    git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'Nothing']);
    const later = await gate(folder, 'HEAD~1..HEAD');
    expect([lowered.code, lowered.gate.failOn]).toEqual([1, ['breaking', 'risk:H']]);
    expect([later.code, later.gate.failOn]).toEqual([0, ['risk:C']]);
  });

  it('follows the policy of the project', async () => {
    const folder = await history('lenient base', 'gate: {failOn: ["risk:C"]}\n');
    expect((await gate(folder, 'v1..v2')).code).toBe(0);
    expect((await gate(folder, 'v1..v2', '--fail-on', 'risk:H')).code).toBe(1);
  });

  it('cannot have a policy that stops nothing there is: the project is invalid', async () => {
    const folder = await history('typo', 'gate: {failOn: [breakng]}\n');
    expect(await run(Gate, 'v1..v2', '--project', folder)).toMatchObject({ code: 3, stdout: '' });
  });

  it('stops for an open error of head that base had already', async () => {
    const folder = await commitStarter(scratch.path('open'));
    edit(folder, 'specs/interfaces.yaml', 'length: 12', 'length: 9');
    commitAll(folder, 'Cut');
    git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'Nothing']);
    const { code, gate: decision, findings } = await gate(folder, 'HEAD~1..HEAD');
    expect([code, findings]).toEqual([1, []]);
    expect(decision.reasons).toEqual([
      'mapping-truncation is open in head: IF-001.ncr_number can carry 12 characters (ncr.number) and arrives in 9: what is longer is cut.',
    ]);
    const { stdout } = await run(
      Gate,
      'HEAD~1..HEAD',
      '--project',
      folder,
      '--as-of',
      '2026-03-10',
      '--format',
      'markdown',
    );
    expect(stdout.split('\n').slice(3)).toMatchInlineSnapshot(`
      [
        "",
        "**Gate NOT passed** (stops <code>breaking</code>, <code>risk&#58;H</code>; waivers as of 2026-03-10)",
        "",
        "- mapping-truncation is open in head: IF-001.ncr\\_number can carry 12 characters (ncr.number) and arrives in 9: what is longer is cut.",
        "",
      ]
    `);
  });

  it('passes two commits between which nothing differs', async () => {
    const folder = await history('no difference');
    git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'Nothing']);
    const { code, gate: decision, findings } = await gate(folder, 'v2..HEAD');
    expect([code, decision.compared, decision.passed, findings]).toEqual([0, true, true, []]);
  });

  it.each([['v1..v1'], ['v1...v1'], ['main...main'], ['v2..WORKTREE']])(
    'never passes where nothing was compared: %s',
    async (range) => {
      const outcome = (format: string) =>
        run(Gate, range, '--project', plant, '--quiet', '--as-of', '2026-03-10', '--format', format);
      const error = `error: Nothing was compared: base and head are the same commit. [nothing-compared]
  Name two revisions, the approved one first: \`countersign gate v1.0.0..HEAD\`, or \`origin/main...HEAD\` on a branch.
`;
      const [text, json, markdown] = [await outcome('text'), await outcome('json'), await outcome('markdown')];
      for (const { code, stderr } of [text, json, markdown]) expect([code, stderr]).toEqual([2, error]);
      expect(text.stdout.split('\n').slice(1)).toEqual([
        'Nothing was compared.',
        '',
        'Gate NOT passed (policy: breaking, risk:H; waivers as of 2026-03-10).',
        '  Nothing was compared: base and head are the same commit.',
        '',
      ]);
      expect(parseOutput<GateJson>('comparison', json.stdout).gate).toEqual({
        compared: false,
        passed: false,
        failOn: ['breaking', 'risk:H'],
        accepted: [],
        reasons: ['Nothing was compared: base and head are the same commit.'],
        asOf: '2026-03-10',
      });
      expect(markdown.stdout).toMatch(/^## Countersign: nothing was compared\n/u);
    },
  );

  describe('a waiver', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await history('waived');
      const { stdout } = await run(Diff, 'v1..v2', '--project', folder, '--format', 'json');
      const [finding] = parseOutput<GateJson>('comparison', stdout).findings;
      const waiver = (...approved: readonly string[]): string => `waivers:
  W-1:
    rule: ${finding?.ruleId ?? ''}
    element: IF-001
    finding: "${finding?.fingerprint ?? ''}"
    reason: The bus repeats by itself since March
    requestedBy: A. Bell
    approved: [${approved.join(', ')}]
    expires: 2026-04-30
`;
      const [quality, it] = [
        '{function: QA, name: C. Dunn, date: 2026-03-05, ref: CC-0412}',
        '{function: IT, name: E. Fox, date: 2026-03-06}',
      ] as const;
      write(folder, { 'specs/waivers.yaml': waiver(quality) });
      commitAll(folder, 'Waive it in the same breath');
      git(folder, ['tag', 'request']);
      write(folder, { 'specs/waivers.yaml': waiver(quality, it) });
      commitAll(folder, 'Both have decided');
      git(folder, ['tag', 'approved']);
      git(folder, ['checkout', '--quiet', '-b', 'decided', 'v1']);
      write(folder, { 'specs/waivers.yaml': waiver(quality, it) });
      commitAll(folder, 'The board decided');
      git(folder, ['tag', 'decision']);
      edit(folder, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
      commitAll(folder, 'Two retries are enough');
      git(folder, ['tag', 'after']);
    });

    const finding = ({ findings }: GateJson) => findings.find(({ ruleId }) => ruleId === 'interface-retry-reduced');

    it('that is new in head and lacks an approval is a request and clears nothing', async () => {
      const report = await gate(folder, 'v1..request');
      expect([report.code, finding(report)?.waiver, finding(report)?.waiverRequest, report.gate.accepted]).toEqual([
        1,
        null,
        'W-1',
        [],
      ]);
      const why = 'Not valid: the finding asks for QA, IT, and nobody has approved it for IT.';
      expect(report.gate.reasons).toEqual([
        `interface-retry-reduced on interface IF-001: risky · H (waiver W-1: ${why})`,
        'waiver-added on waiver W-1: risky · H',
      ]);
      for (const [format, text] of [
        ['text', `waiver W-1 is a request that clears nothing: ${why}`],
        ['markdown', 'waiver <code>W-1</code> is a request'],
      ] as const) {
        const { stdout } = await run(
          Gate,
          'v1..request',
          '--project',
          folder,
          '--format',
          format,
          '--as-of',
          '2026-03-10',
        );
        // Long sentences go on in the next line.
        expect(stdout.replaceAll(/\n {4}/g, ' ').replaceAll(/ {2,}/g, ' ')).toContain(text);
      }
    });

    it('that is new in head and approved by all whom the finding asks for lets the change pass, and is told', async () => {
      const report = await gate(folder, 'v1..approved');
      const line =
        'waiver W-1: New in this change. Approved by C. Dunn (QA, 2026-03-05, CC-0412), E. Fox (IT, 2026-03-06) until 2026-04-30: The bus repeats by itself since March';
      expect([report.code, report.gate.reasons, report.gate.accepted]).toEqual([
        0,
        [],
        [`interface-retry-reduced on interface IF-001: ${line}`],
      ]);
      expect(report.findings.map(({ ruleId, risk, waiver }) => [ruleId, risk, waiver])).toEqual([
        ['interface-retry-reduced', 'H', null],
        ['waiver-added', 'M', null],
      ]);
      const text = (await run(Gate, 'v1..approved', '--project', folder, '--as-of', '2026-03-10')).stdout;
      expect(text.slice(text.indexOf('ACCEPTED'))).toBe(`ACCEPTED BY A WAIVER THAT IS NEW IN THIS CHANGE: 1 finding
  interface-retry-reduced on interface IF-001: waiver W-1: New in this change. Approved by C. Dunn
    (QA, 2026-03-05, CC-0412), E. Fox (IT, 2026-03-06) until 2026-04-30: The bus repeats by itself
    since March

Gate passed (policy: breaking, risk:H; waivers as of 2026-03-10).
`);
      const comment = (
        await run(Gate, 'v1..approved', '--project', folder, '--as-of', '2026-03-10', '--format', 'markdown')
      ).stdout;
      expect(comment).toContain(
        '**Accepted by a waiver that is new in this change:**\n\n- interface-retry-reduced on interface IF-001: waiver W-1: New in this change. Approved by C. Dunn',
      );
      expect((await gateOn('2026-05-01', folder, 'v1..approved')).code).toBe(1);
    });

    it('that base holds clears its finding until its last day', async () => {
      const on = async (day: string): Promise<unknown> => {
        const report = await gateOn(day, folder, 'decision..after');
        return [report.code, finding(report)?.waiver, report.gate.asOf];
      };
      expect(await on('2026-04-30')).toEqual([0, 'W-1', '2026-04-30']);
      expect(await on('2026-05-01')).toEqual([1, null, '2026-05-01']);
    });
  });

  it('is never passed where a revision cannot be understood: 3', async () => {
    const folder = await history('broken');
    write(folder, { 'specs/half.yaml': 'sets: [\n' });
    commitAll(folder, 'Half a list');
    for (const range of ['v1..HEAD', 'HEAD..v1']) {
      expect(await run(Gate, range, '--project', folder, '--fail-on', 'risk:C')).toMatchObject({ code: 3, stdout: '' });
    }
  });

  it('writes a comment that a host will take, whatever the specs hold', async () => {
    const folder = await commitStarter(scratch.path('many'));
    const fields = Array.from(
      { length: 3000 },
      (_, index) =>
        `      f${index}: {from: ncr.number, type: string, length: 12, title: "${'@everyone | `x` <b> '.repeat(10)}"}`,
    );
    append(folder, 'specs/interfaces.yaml', `${fields.join('\n')}\n`);
    commitAll(folder, 'Many fields');
    const file = scratch.path('comment.md');
    const { stdout } = await run(
      Gate,
      'HEAD~1..HEAD',
      '--project',
      folder,
      '--format',
      `markdown=${file}`,
      '--format',
      'text',
    );
    const comment = readFileSync(file, 'utf8');
    expect(stdout).toContain('Gate');
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toMatch(/Not shown here: \d+ of 3\d{3} findings/);
    expect(comment).not.toMatch(/@\w/);
    expect(comment.split('<details>').length).toBe(comment.split('</details>').length);
  });
});
