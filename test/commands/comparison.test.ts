import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import { createDemo } from '../../src/app/compose-evidence.ts';
import Build from '../../src/commands/build.ts';
import Check from '../../src/commands/check.ts';
import Diff from '../../src/commands/diff.ts';
import Gate from '../../src/commands/gate.ts';
import Impact from '../../src/commands/impact.ts';
import Trace from '../../src/commands/trace.ts';
import { commitAll, git, scratchFolder } from '../io/git/scratch-repository.ts';
import { parseOutput, run, type Outcome } from './run-command.ts';
import { append, commitStarter, edit, writeStarter } from './starter-project.ts';

const scratch = scratchFolder();
const DAY = ['--as-of', '2026-03-02'];

interface Comparison {
  readonly base: { readonly kind: string; readonly commit?: string };
  readonly head: { readonly kind: string; readonly commit?: string; readonly modified: boolean };
  readonly summary: {
    readonly class: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly approvers: readonly string[];
  };
  readonly findings: readonly { readonly ruleId: string; readonly element: { readonly id: string } }[];
  readonly impacts?: readonly { readonly element: string }[];
  readonly regression?: { readonly select: readonly unknown[]; readonly exclude: readonly unknown[] };
}

/** A project with the tags `v1` and `v2`; the second raises the retries and rewords a title. */
async function twoRevisions(name: string): Promise<string> {
  const folder = await commitStarter(scratch.path(name));
  git(folder, ['tag', 'v1']);
  edit(folder, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 2');
  edit(folder, 'specs/objects.yaml', 'title: Nonconformance report', 'title: Report of a nonconformance');
  commitAll(folder, 'Two retries are enough', '2026-03-09T09:00:00+00:00');
  git(folder, ['tag', 'v2']);
  return folder;
}

function json({ code, stdout }: Outcome): Comparison {
  expect(code).toBe(0);
  return parseOutput<Comparison>('comparison', stdout);
}

describe('countersign diff', () => {
  let plant: string;
  beforeAll(async () => {
    plant = await twoRevisions('plant');
  });

  it('shows every difference in meaning with class, risk, reason and both places', async () => {
    expect(withoutIds(await run(Diff, 'v1..v2', '--project', plant, ...DAY))).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "COMMIT → COMMIT
      Class  MAJOR   2 findings: 0 C, 1 H, 0 M, 0 L, 1 editorial

      risky · H  interface IF-001, delivery.retry.max  interface-retry-reduced
        Interface IF-001, delivery.retry.max: 3 → 2. All repeats last 180 s → 120 s. Faults that pass by
        themselves now become lost messages.
        raised (A3, critical): IF-001 is critical
        base specs/interfaces.yaml:15:20   head specs/interfaces.yaml:15:20   h1:0a67b8b33685

      1 editorial change:
        display-text-changed object ncr, title
      ",
      }
    `);
  });

  it('says so where nothing differs', async () => {
    expect(withoutIds(await run(Diff, 'v1..v1', '--project', plant))).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "Base and head are the same commit COMMIT: nothing can differ.
      ",
        "stdout": "COMMIT → COMMIT
      Class  NONE   no difference in meaning

      ",
      }
    `);
  });

  it('prints the same as a comment for a pull request', async () => {
    expect(withoutIds((await run(Diff, 'v1..v2', '--project', plant, ...DAY, '--format', 'markdown')).stdout))
      .toMatchInlineSnapshot(`
        "## Countersign: MAJOR

        <code>COMMIT</code> → <code>COMMIT</code>, 2 findings: 0 C, 1 H, 0 M, 0 L, 1 editorial.

        **risky · H** <code>interface-retry-reduced</code>

        - **interface IF-001, delivery.retry.max** Interface IF-001, delivery.retry.max: 3 → 2. All repeats last 180 s → 120 s. Faults that pass by themselves now become lost messages.
          <details><summary>details</summary>

          - raised (A3, critical): IF-001 is critical
          - must approve: QA, IT
          - base <code>specs&#47;interfaces.yaml&#58;15&#58;20</code>, head <code>specs&#47;interfaces.yaml&#58;15&#58;20</code>, <code>h1&#58;COMMIT</code>

          </details>

        <details><summary>1 editorial change</summary>

        - object ncr, title (<code>display-text-changed</code>)

        </details>
        "
      `);
  });

  it('takes a range after a format: a format is one word', async () => {
    expect(await run(Diff, '--format', 'json', 'v1..v2', '--project', plant)).toEqual(
      await run(Diff, 'v1..v2', '--project', plant, '--format', 'json'),
    );
  });

  it('takes two revisions, the working tree, the index and folders', async () => {
    const folder = await twoRevisions('ends');
    const other = await writeStarter(scratch.path('other plant'));
    edit(other, 'specs/interfaces.yaml', 'retry: {max: 3', 'retry: {max: 5');
    edit(folder, 'specs/interfaces.yaml', 'retry: {max: 2', 'retry: {max: 9');
    git(folder, ['add', '--all']);
    edit(folder, 'specs/interfaces.yaml', 'retry: {max: 9', 'retry: {max: 1');
    const ends = async (...flags: string[]): Promise<readonly unknown[]> => {
      const { base, head, findings } = json(await run(Diff, ...flags, '--project', folder, '--format', 'json'));
      return [base.kind, head.kind, head.modified, findings.map(({ ruleId }) => ruleId)];
    };
    expect(await ends('--base', 'v1', '--head', 'v2')).toEqual([
      'commit',
      'commit',
      false,
      ['interface-retry-reduced', 'display-text-changed'],
    ]);
    expect(await ends('v2..INDEX')).toEqual([
      'commit',
      'index',
      true,
      ['introduced:interface-retry-outlasts-alarm', 'interface-retry-increased'],
    ]);
    expect(await ends('--base', 'v2', '--head', 'WORKTREE')).toEqual([
      'commit',
      'worktree',
      true,
      ['interface-retry-reduced'],
    ]);
    expect(await ends('--base', 'INDEX', '--head', 'WORKTREE')).toEqual([
      'index',
      'worktree',
      true,
      ['interface-retry-reduced', 'resolved:interface-retry-outlasts-alarm'],
    ]);
    expect(await ends('--base', 'v1', '--head', other)).toEqual([
      'commit',
      'folder',
      false,
      ['interface-retry-increased'],
    ]);
    expect(await ends('--base', `dir:${other}`, '--head', 'v1')).toEqual([
      'folder',
      'commit',
      false,
      ['interface-retry-reduced'],
    ]);
  });

  it('finds no difference between a commit and the same files on disk', async () => {
    const folder = await twoRevisions('unchanged');
    for (const head of ['WORKTREE', 'INDEX', `dir:${folder}`]) {
      expect(
        json(await run(Diff, '--base', 'v2', '--head', head, '--project', folder, '--format', 'json')).summary.class,
      ).toBe('NONE');
    }
  });

  it('compares with the main branch, from where the work left it, when nothing is named', async () => {
    const folder = await twoRevisions('branches');
    git(folder, ['checkout', '--quiet', '-b', 'work', 'v1']);
    edit(folder, 'specs/interfaces.yaml', 'latency: 60 s', 'latency: 90 s');
    commitAll(folder, 'Slower');
    const rules = async (...range: string[]): Promise<readonly string[]> =>
      json(await run(Diff, ...range, '--project', folder, '--format', 'json')).findings.map(({ ruleId }) => ruleId);
    expect(await rules()).toEqual(['interface-latency-relaxed']);
    expect(await rules('main')).toEqual(await rules());
    expect(await rules('main...HEAD')).toEqual(await rules());
    expect(await rules('main..HEAD')).toEqual([
      'interface-latency-relaxed',
      'interface-retry-increased',
      'display-text-changed',
    ]);
  });

  it('says what a comparison with HEAD leaves out, unless it is to be quiet', async () => {
    const folder = await twoRevisions('modified');
    edit(folder, 'specs/interfaces.yaml', 'retry: {max: 2', 'retry: {max: 9');
    const outcome = await run(Diff, 'v1..HEAD', '--project', folder, ...DAY);
    expect(outcome.stderr).toBe(
      '1 project file is modified and not included, since HEAD is compared (v1..WORKTREE includes them).\n',
    );
    expect(await run(Diff, 'v1..HEAD', '--project', folder, ...DAY, '--quiet')).toEqual({ ...outcome, stderr: '' });
  });

  it('finds the project where it stood at base: by its id, or where --base-project says', async () => {
    const folder = await commitStarter(scratch.path('moved/old name'));
    mkdirSync(`${folder}/a`);
    for (const name of ['countersign.yaml', 'specs']) renameSync(`${folder}/${name}`, `${folder}/a/${name}`);
    commitAll(folder, 'Into a folder');
    git(folder, ['tag', 'in-a']);
    renameSync(`${folder}/a`, `${folder}/b`);
    edit(folder, 'b/countersign.yaml', 'id: HOLD', 'id: OTHER');
    commitAll(folder, 'Another folder, another id');
    const findings = async (...flags: string[]): Promise<number> =>
      json(await run(Diff, 'in-a..HEAD', '--project', `${folder}/b`, '--format', 'json', ...flags)).findings.length;
    expect(await findings()).toBeGreaterThan(10);
    expect(await findings('--base-project', 'a')).toBe(1);
    expect(await run(Diff, 'in-a..HEAD', '--project', `${folder}/b`, '--base-project', 'c')).toMatchObject({
      code: 2,
      stdout: '',
    });
    expect(
      await run(Diff, '--base', `dir:${folder}/b`, '--head', 'HEAD', '--project', `${folder}/b`, '--base-project', 'a'),
    ).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: --base-project is counted from the top of a commit, but base is none. [base-project-without-commit]\n  Name the folder itself: --base dir:FOLDER.\n',
    });
  });

  describe('where a revision cannot be understood', () => {
    let broken: string;
    beforeAll(async () => {
      broken = await twoRevisions('broken');
      append(broken, 'specs/requirements.yaml', 'requirements: {}\n');
      commitAll(broken, 'Twice');
      git(broken, ['tag', 'bad']);
    });

    it('concludes nothing, says which one, and ends with 3: head', async () => {
      expect(await run(Diff, 'v1..bad', '--project', broken)).toMatchInlineSnapshot(`
        {
          "code": 3,
          "stderr": "head specs/requirements.yaml:10:1  error  yaml-duplicate-key
          The key "requirements" is written twice in one mapping.
          do: Most programs keep only the last one; remove or rename one of them.
        The specification at head cannot be understood, so nothing was concluded. \`countersign check REV\` shows the lines.
        ",
          "stdout": "",
        }
      `);
    });

    it('base, and both', async () => {
      const last = ({ code, stdout, stderr }: Outcome): readonly unknown[] => [
        code,
        stdout,
        stderr.trimEnd().split('\n').at(-1),
      ];
      expect(last(await run(Diff, 'bad..v1', '--project', broken))).toEqual([
        3,
        '',
        'The specification at base cannot be understood, so nothing was concluded. `countersign check REV` shows the lines.',
      ]);
      expect(last(await run(Impact, 'bad..bad', '--project', broken, '--quiet'))).toEqual([
        3,
        '',
        'The specification at base and at head cannot be understood, so nothing was concluded. `countersign check REV` shows the lines.',
      ]);
    });

    it('says so in every output that was asked for, so that the next step of a job finds its file', async () => {
      for (const command of [Diff, Impact, Gate]) {
        const file = (format: string): string => scratch.path(`invalid.${command.name}.${format}`);
        const flags = ['text', 'json', 'markdown'].flatMap((format) => ['--format', `${format}=${file(format)}`]);
        const { code, stdout, stderr } = await run(command, ...flags, 'v1..bad', '--project', broken);
        expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
        expect(readFileSync(file('text'), 'utf8')).toBe(stderr);
        expect(readFileSync(file('markdown'), 'utf8')).toBe(`## Countersign: nothing was concluded

The specification at head cannot be understood: 1 error.

- head <code>specs&#47;requirements.yaml&#58;10&#58;1</code>: The key "requirements" is written twice in one mapping. (<code>yaml-duplicate-key</code>)
`);
        expect(parseOutput('invalid', readFileSync(file('json'), 'utf8'))).toMatchObject({
          formatVersion: 1,
          tool: { name: 'countersign' },
          valid: false,
          which: ['head'],
          diagnostics: [
            {
              ruleId: 'yaml-duplicate-key',
              severity: 'error',
              at: { revision: 'head', file: 'specs/requirements.yaml' },
            },
          ],
        });
      }
    });

    it('says so in JSON and Markdown on stdout', async () => {
      const json = await run(Diff, 'bad..bad', '--project', broken, '--format', 'json');
      expect(json.code).toBe(3);
      expect(parseOutput('invalid', json.stdout)).toMatchObject({ valid: false, which: ['base', 'head'] });
      const markdown = await run(Gate, 'bad..v1', '--project', broken, '--format', 'markdown');
      expect(markdown.code).toBe(3);
      expect(markdown.stdout).toMatch(
        /^## Countersign: nothing was concluded\n\nThe specification at base cannot be understood: 1 error\.\n/,
      );
    });
  });

  describe('of what is the same', () => {
    it('finds nothing in a clean working tree or index, however the files are encoded on disk', async () => {
      const folder = await commitStarter(scratch.path('clean'));
      const nothing = async (...args: string[]): Promise<void> => {
        const { summary, findings } = json(await run(Diff, ...args, '--project', folder, '--format', 'json'));
        expect([args, summary.class, findings]).toEqual([args, 'NONE', []]);
      };
      await nothing('HEAD..WORKTREE');
      await nothing('HEAD..INDEX');
      await nothing('INDEX..WORKTREE');
      await nothing('--base', 'HEAD', '--head', `dir:${folder}`);
      git(folder, ['config', 'core.autocrlf', 'true']);
      const file = `${folder}/specs/objects.yaml`;
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      await nothing('HEAD..WORKTREE');
    });
  });

  it.each([
    [['v1..v3'], 4, 'error: There is no revision "v3" in this repository. [revision-unknown]'],
    [['v1..v2', '--base', 'v1'], 2, 'error: A range and --base or --head were both given. [range-given-twice]'],
    [['WORKTREE'], 2, 'error: "WORKTREE" alone does not say what to compare with. [range-incomplete]'],
    [['..'], 2, 'error: ".." is not a range of two revisions. [range-invalid]'],
    [['v1..v2\u001b[2J'], 4, 'error: There is no revision "v2\\u001b[2J" in this repository. [revision-unknown]'],
  ])('refuses %j', async (args, code, line) => {
    const outcome = await run(Diff, ...args, '--project', plant);
    expect([outcome.code, outcome.stdout, outcome.stderr.split('\n')[0]]).toEqual([code, '', line]);
  });

  it('refuses a folder without git: 4', async () => {
    const folder = await writeStarter(scratch.path('no git'));
    expect(await run(Diff, 'v1..v2', '--project', folder)).toMatchObject({ code: 4, stdout: '' });
  });
});

describe('countersign impact', () => {
  it('adds what is reached, what is tested again and not, and who decides', async () => {
    const plant = await twoRevisions('impact');
    const outcome = await run(Impact, 'v1..v2', '--project', plant, ...DAY);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(withoutIds(withoutCases(outcome.stdout))).toMatchInlineSnapshot(`
      "COMMIT → COMMIT
      Class  MAJOR   2 findings: 0 C, 1 H, 0 M, 0 L, 1 editorial

      risky · H  interface IF-001, delivery.retry.max  interface-retry-reduced
        Interface IF-001, delivery.retry.max: 3 → 2. All repeats last 180 s → 120 s. Faults that pass by
        themselves now become lost messages.
        raised (A3, critical): IF-001 is critical
        base specs/interfaces.yaml:15:20   head specs/interfaces.yaml:15:20   h1:0a67b8b33685

      1 editorial change:
        display-text-changed object ncr, title

      Reached: 12 elements
        interface IF-001 → (is used by) environment ERP.PROD  assess
        interface IF-001 → (is played in) exception EX-01  re-run
        interface IF-001 → (is played in) exception EX-02  re-run
        interface IF-001 → (is played in) exception EX-03  re-run
        interface IF-001 → (is policed by) reconciliation REC-01  re-run
        interface IF-001 → (realises) requirement URS-001  re-confirm
        interface IF-001 → (starts) transition STOCK.S01  re-run
        interface IF-001 → (starts) transition STOCK.S02  re-run
        interface IF-001 → (is read by the guard of) transition STOCK.S03  re-run
        interface IF-001 → (starts) transition STOCK.S01 → (belongs to) lifecycle STOCK  assess
        interface IF-001 → (starts) transition STOCK.S02 → (realises) requirement URS-002  re-confirm
        interface IF-001 → (starts) transition STOCK.S01 → (belongs to) lifecycle STOCK → (is constrained by) invariant INV-01  re-confirm

      Test again: N cases
        PQ-EX-01  re-run  Reached: interface IF-001 → (is played in) exception EX-01.
        PQ-EX-02  re-run  Reached: interface IF-001 → (is played in) exception EX-02.
        PQ-EX-03  re-run  Reached: interface IF-001 → (is played in) exception EX-03.

      Not tested again: N cases
        N cases: No path that either revision declares leads from a change to its element, and nothing that it rests on changed.

      Decision
        QA  must approve  interface-retry-reduced on interface IF-001
        IT  must approve  interface-retry-reduced on interface IF-001
      "
    `);
    expect(
      withoutIds(
        withoutCases((await run(Impact, 'v1..v2', '--project', plant, ...DAY, '--format', 'markdown')).stdout),
      ),
    ).toMatchInlineSnapshot(`
      "## Countersign: MAJOR

      <code>COMMIT</code> → <code>COMMIT</code>, 2 findings: 0 C, 1 H, 0 M, 0 L, 1 editorial.

      - QA **must approve**: interface-retry-reduced on interface IF-001
      - IT **must approve**: interface-retry-reduced on interface IF-001

      **risky · H** <code>interface-retry-reduced</code>

      - **interface IF-001, delivery.retry.max** Interface IF-001, delivery.retry.max: 3 → 2. All repeats last 180 s → 120 s. Faults that pass by themselves now become lost messages.
        <details><summary>details</summary>

        - raised (A3, critical): IF-001 is critical
        - must approve: QA, IT
        - base <code>specs&#47;interfaces.yaml&#58;15&#58;20</code>, head <code>specs&#47;interfaces.yaml&#58;15&#58;20</code>, <code>h1&#58;COMMIT</code>

        </details>

      <details><summary>Reached: 12 elements</summary>

      - interface IF-001 → (is used by) environment ERP.PROD (assess)
      - interface IF-001 → (is played in) exception EX-01 (re-run)
      - interface IF-001 → (is played in) exception EX-02 (re-run)
      - interface IF-001 → (is played in) exception EX-03 (re-run)
      - interface IF-001 → (is policed by) reconciliation REC-01 (re-run)
      - interface IF-001 → (realises) requirement URS-001 (re-confirm)
      - interface IF-001 → (starts) transition STOCK.S01 (re-run)
      - interface IF-001 → (starts) transition STOCK.S02 (re-run)
      - interface IF-001 → (is read by the guard of) transition STOCK.S03 (re-run)
      - interface IF-001 → (starts) transition STOCK.S01 → (belongs to) lifecycle STOCK (assess)
      - interface IF-001 → (starts) transition STOCK.S02 → (realises) requirement URS-002 (re-confirm)
      - interface IF-001 → (starts) transition STOCK.S01 → (belongs to) lifecycle STOCK → (is constrained by) invariant INV-01 (re-confirm)

      </details>

      <details><summary>Test again: N cases</summary>

      - <code>PQ-EX-01</code> re-run: Reached: interface IF-001 → (is played in) exception EX-01.
      - <code>PQ-EX-02</code> re-run: Reached: interface IF-001 → (is played in) exception EX-02.
      - <code>PQ-EX-03</code> re-run: Reached: interface IF-001 → (is played in) exception EX-03.

      </details>

      <details><summary>Not tested again: N cases</summary>


      </details>

      <details><summary>1 editorial change</summary>

      - object ncr, title (<code>display-text-changed</code>)

      </details>
      "
    `);
  });
});

/** Ids of commits hold the schema that `init` puts beside the project, which grows with the language. */
function withoutIds<T>(shown: T): T {
  return JSON.parse(JSON.stringify(shown).replaceAll(/(?<!h1:)\b[0-9a-f]{12}\b/g, 'COMMIT')) as T;
}

/** Which cases there are is what the derivation is tested for. */
function withoutCases(text: string): string {
  return text.replaceAll(/^.*\b[IO]Q-.*\n/gm, '').replaceAll(/\d+ cases?/g, 'N cases');
}

describe('the demonstration plant', () => {
  let plant: string;
  beforeAll(async () => {
    plant = scratch.path('northmoor');
    await createDemo(plant);
  });

  it('has the findings that its golden file holds, in every format, in one run', async () => {
    const file = (format: string): string => scratch.path(`cr-2041.${format}`);
    const { code, stderr } = await run(
      Impact,
      'v1.0.0..cr-2041',
      '--project',
      plant,
      '--as-of',
      '2026-04-14',
      ...['text', 'json', 'markdown'].flatMap((format) => ['--format', `${format}=${file(format)}`]),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = parseOutput<Comparison>('comparison', readFileSync(file('json'), 'utf8'));
    const golden = readFileSync(new URL('../../examples/northmoor/expected/cr-2041.diff.txt', import.meta.url), 'utf8');
    expect(found.summary.class).toBe('CRITICAL');
    expect(found.summary.approvers).toEqual(['IT', 'OPS', 'QA']);
    // The first line of the golden file names the comparison.
    expect(found.findings.length).toBe(golden.trimEnd().split('\n').length - 1);
    expect(found.impacts?.length).toBeGreaterThan(20);
    expect(found.regression?.select.length).toBeGreaterThan(20);
    expect(readFileSync(file('text'), 'utf8')).toContain(`Reached: ${found.impacts?.length} elements`);
    const comment = readFileSync(file('markdown'), 'utf8');
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.split('\n')[0]).toBe('## Countersign: CRITICAL');
    for (const name of ['OPS', 'QA', 'IT']) expect(comment).toContain(`- ${name} **must approve**: `);
  });
});

describe('what a spec may hold', () => {
  /** Clears a screen, sets colours as one character, breaks the line, notifies, marks up: what the language lets pass as escapes. */
  const HOSTILE = String.raw`"\e[2J\x9b31m\u2028 @everyone <b>x</b> | \n# gone"`;

  it('acts neither on a terminal nor on a code host, whichever command shows it', async () => {
    const folder = await commitStarter(scratch.path('hostile'));
    for (const [file, before] of [
      ['specs/requirements.yaml', 'Process description, hold of stock'],
      ['specs/requirements.yaml', 'An open nonconformance shall block the stock that it concerns within 5 min.'],
      ['specs/objects.yaml', 'Nonconformance report'],
      ['specs/interfaces.yaml', 'NCR status to the stock system'],
      ['specs/interfaces.yaml', 'Stock is not released while messages wait'],
      ['specs/lifecycles.yaml', 'the disposition is carried out and verified'],
      ['specs/lifecycles.yaml', 'Released for use'],
      ['specs/organisation.yaml', 'Release authority'],
      ['specs/systems.yaml', 'qms.example'],
    ] as const) {
      edit(folder, file, before, HOSTILE);
    }
    append(folder, 'specs/systems.yaml', `  NEW: {title: ${HOSTILE}, version: ${HOSTILE}}\n`);
    renameSync(`${folder}/specs/organisation.yaml`, `${folder}/specs/\u001b]0;@team\u0007\u202e.yaml`);
    commitAll(folder, 'Hostile \u001b[2J');
    const outcomes: Outcome[] = [];
    for (const format of ['text', 'json', 'markdown']) {
      for (const command of [Diff, Impact, Gate]) {
        outcomes.push(await run(command, 'HEAD~1..HEAD', '--project', folder, '--format', format));
      }
    }
    for (const format of ['text', 'json'])
      outcomes.push(
        await run(Trace, '--project', folder, '--format', format),
        await run(Check, '--project', folder, '--format', format),
      );
    outcomes.push(await run(Build, 'HEAD~1..HEAD', '--project', folder, '--dry-run', '--documents', 'RTM'));
    for (const { code, stdout, stderr } of outcomes) {
      expect([0, 1], stderr + stdout.slice(0, 2000)).toContain(code);
      // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
      expect(`${stdout}${stderr}`).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
      );
    }
    for (const { stdout } of outcomes.slice(6, 9)) expect(stdout).not.toMatch(/@\w|<b>|^# gone/m);
    expect(outcomes[0]?.stdout).toContain('u001b[2J');
  });

  it('may be much: of a thousand findings the worst are shown, all of them with --all, and a comment is of a size that hosts take', async () => {
    const folder = await commitStarter(scratch.path('much'));
    append(
      folder,
      'specs/interfaces.yaml',
      Array.from(
        { length: 1000 },
        (_, index) => `      f${index}: {from: ncr.number, type: string, length: 12}\n`,
      ).join(''),
    );
    commitAll(folder, 'A thousand fields');
    git(folder, ['tag', 'many']);
    edit(folder, 'specs/interfaces.yaml', 'latency: 60 s', 'latency: 61 s');
    const text = readFileSync(`${folder}/specs/interfaces.yaml`, 'utf8');
    writeFileSync(`${folder}/specs/interfaces.yaml`, text.replaceAll(/(f\d+: .*)length: 12/g, '$1length: 11'));
    commitAll(folder, 'All shorter');
    const read = (format: string, ...flags: string[]) =>
      run(Diff, 'many..HEAD', '--project', folder, '--format', format, ...flags);
    const { findings } = json(await read('json'));
    expect(findings.length).toBeGreaterThanOrEqual(1000);
    const named = /^ *(?:.* {2})?mapping IF-001\.f\d+, length/gm;
    expect((await read('text', '--all')).stdout.match(named)).toHaveLength(1000);
    const shownText = (await read('text')).stdout;
    expect(shownText.match(named)?.length).toBeLessThan(20);
    expect(shownText).toMatch(new RegExp(`^NOT SHOWN: \\d+ of ${findings.length} findings \\(.*\\)\\.$`, 'm'));
    expect(shownText).toContain('To see every one: --all, or --format json=FILE.');
    const comment = (await read('markdown')).stdout;
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toMatch(new RegExp(`^\\*\\*Not shown here: \\d+ of ${findings.length} findings`, 'm'));
  });
});
