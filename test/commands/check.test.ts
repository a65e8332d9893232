import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import Check from '../../src/commands/check.ts';
import { commitAll, git, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { append, commitStarter, edit, writeStarter } from './starter-project.ts';

const scratch = scratchFolder();
const DAY = ['--as-of', '2026-03-02'];
const SUMMARY = /^(.*) \(waivers as of \S+\)\.$/m;

interface CheckJson {
  readonly valid: boolean;
  readonly asOf: string;
  readonly revision: { readonly kind: string; readonly commit?: string };
  readonly summary: { readonly open: number; readonly elements: number };
  readonly diagnostics: readonly { readonly ruleId: string }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly fingerprint: string;
    readonly waiver?: { readonly valid: boolean; readonly why: string };
  }[];
}

describe('countersign check', () => {
  let starter: string;
  beforeAll(async () => {
    starter = await commitStarter(scratch.path('starter'));
    git(starter, ['tag', 'good']);
  });

  it('says what was read, and that nothing is open: exit code 0', async () => {
    expect(await run(Check, '--project', starter, ...DAY)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "45 elements read. 0 open errors, 0 warnings, 0 notes, 0 waived findings (waivers as of 2026-03-02).
      ",
      }
    `);
  });

  it('shows an open lint error with its lines, and ends with 1', async () => {
    const folder = await writeStarter(scratch.path('open'));
    edit(folder, 'specs/interfaces.yaml', 'length: 12', 'length: 9');
    expect(await run(Check, '--project', folder, ...DAY)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "",
        "stdout": "specs/interfaces.yaml:31:60  error  mapping-truncation
        IF-001.ncr_number can carry 12 characters (ncr.number) and arrives in 9: what is longer is cut.
          30 |     fields:
        > 31 |       ncr_number: {from: ncr.number, type: string, length: 9, required: true, key: true, write: upsert, critic…
             |                                                            ^
          32 |       lot_number: {from: ncr.affected_lot, type: string, length: 10, required: true, critical: true}
        do: Widen the receiver to 12, or say \`tooLong: reject\`; a cut that is wanted is \`tooLong: truncate\` with \`lossy: {reason: …}\`.
        specs/objects.yaml:17:38: ncr.number may be as long as this.

      45 elements read. 1 open error, 0 warnings, 0 notes, 0 waived findings (waivers as of 2026-03-02).
      ",
      }
    `);
  });

  it('shows every error of a specification that cannot be understood, and ends with 3', async () => {
    const folder = await writeStarter(scratch.path('invalid'));
    edit(folder, 'specs/requirements.yaml', 'criticality: high', 'critcality: high');
    append(folder, 'specs/objects.yaml', '  SPARE: {of: NCRR, members: [Open]}\n');
    expect(await run(Check, '--project', folder, ...DAY)).toMatchInlineSnapshot(`
      {
        "code": 3,
        "stderr": "",
        "stdout": "specs/objects.yaml:24:15  error  reference-unresolved
        \`NCRR\` names no lifecycle or code list.
          23 |   BLOCKING: {title: Statuses that block stock, of: NCR, effect: blocks, except: [Draft, Closed], unknown: in, …
        > 24 |   SPARE: {of: NCRR, members: [Open]}
             |               ^^^^
        do: Did you mean \`NCR\`?

      specs/requirements.yaml:4:5  error  unknown-property
        "critcality" is no attribute of a requirement.
          3 |     text: An open nonconformance shall block the stock that it concerns within 5 min.
        > 4 |     critcality: high
            |     ^^^^^^^^^^
          5 |     source: Process description, hold of stock
        do: Did you mean "criticality"?

      The specification cannot be understood: 2 errors. Lints were not run.
      ",
      }
    `);
  });

  it('warns of names that nothing listens to: rules, sets of clauses, sections of documents', async () => {
    const folder = await writeStarter(scratch.path('unheard'));
    append(
      folder,
      'countersign.yaml',
      'rules: {mapping-truncaton: {severity: warning, reason: Typed in haste}, guard-changed: {class: breaking, reason: Ours}}\nclauses: {EU-CVS: {}, EU-CSV: {}}\n',
    );
    write(folder, {
      'specs/texts.yaml':
        'texts:\n  T-1: {document: IA, section: recomendation, text: Go ahead.}\n  T-2: {document: PQ, section: scope, text: All lines.}\n',
    });
    const { code, stdout } = await run(Check, '--project', folder, ...DAY);
    const said = stdout
      .split('\n')
      .filter((line) => /warning  |^  do: |: what the project|in scope\.$|^  Text /.test(line));
    expect({ code, said }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "said": [
          "countersign.yaml:17:9  warning  rule-unknown",
          "  No rule is called mapping-truncaton: what the project says about it has no effect.",
          "  do: Did you mean "mapping-truncation"?",
          "countersign.yaml:18:11  warning  clause-set-unknown",
          "  No set of clauses is called EU-CVS: none of its clauses is in scope.",
          "  do: Did you mean "EU-CSV"?",
          "specs/texts.yaml:2:32  warning  text-misplaced",
          "  Text T-1 is for section recomendation, which IA does not have.",
          "  do: Did you mean recommendation? It may be: data, documents, implementation, operations, questions, reason, recommendation, regulatory.",
          "specs/texts.yaml:3:32  warning  text-misplaced",
          "  Text T-2 is for document PQ, which this version does not write.",
          "  do: Did you mean IQ? It may be: ERA, IA, IFS, IQ, OQ, RSP, RTM.",
        ],
      }
    `);
    expect(SUMMARY.exec(stdout)?.[1]).toBe('47 elements read. 0 open errors, 4 warnings, 0 notes, 0 waived findings');
  });

  it('warns of ids that look alike, and refuses what turns the direction of writing', async () => {
    const folder = await writeStarter(scratch.path('alike'));
    append(
      folder,
      'specs/requirements.yaml',
      '  UR\u0405-001:\n    text: A second one.\n    criticality: low\n    source: Nowhere\n',
    );
    const { stdout } = await run(Check, '--project', folder, ...DAY);
    expect(stdout).toContain(
      'specs/requirements.yaml:10:3  warning  id-confusable\n  The ids URS-001 and UR\u0405-001 look alike: \u0405 is U+0405.\n',
    );
    append(folder, 'specs/requirements.yaml', '# \u202e approved\n');
    const turned = await run(Check, '--project', folder, ...DAY);
    expect(turned.code).toBe(3);
    expect(turned.stdout).toContain('specs/requirements.yaml:14:3  error  file-control-character\n');
  });

  it('follows the published schema in JSON, for a valid, an open and an invalid revision', async () => {
    const read = async (folder: string, code: number): Promise<CheckJson> => {
      const outcome = await run(Check, '--project', folder, '--format', 'json', ...DAY);
      expect(outcome).toMatchObject({ code, stderr: '' });
      return parseOutput<CheckJson>('check', outcome.stdout);
    };
    expect(await read(starter, 0)).toMatchObject({
      valid: true,
      asOf: '2026-03-02',
      revision: { kind: 'folder' },
      summary: { open: 0 },
    });
    expect(await read(scratch.path('open'), 1)).toMatchObject({ valid: true, summary: { open: 1 } });
    expect(await read(scratch.path('invalid'), 3)).toMatchObject({ valid: false, summary: { open: 0 }, findings: [] });
  });

  it('reads a commit, the working tree or the index by name', async () => {
    const folder = await commitStarter(scratch.path('revisions'));
    const kind = async (revision: string): Promise<unknown> => {
      const { stdout } = await run(Check, revision, '--project', folder, '--format', 'json', ...DAY);
      const { revision: read, valid } = parseOutput<CheckJson>('check', stdout);
      return [read.kind, valid];
    };
    edit(folder, 'specs/requirements.yaml', 'criticality: high', 'criticality: hgih');
    git(folder, ['add', '--all']);
    edit(folder, 'specs/requirements.yaml', 'criticality: hgih', 'criticality: low');
    expect([await kind('HEAD'), await kind('INDEX'), await kind('WORKTREE')]).toEqual([
      ['commit', true],
      ['index', false],
      ['worktree', true],
    ]);
  });

  it('refuses a revision that git does not know: 4, and one that names two: 2', async () => {
    expect(await run(Check, 'goood', '--project', starter)).toEqual({
      code: 4,
      stdout: '',
      stderr: 'error: There is no revision "goood" in this repository. [revision-unknown]\n  Did you mean good?\n',
    });
    expect(await run(Check, 'good..main', '--project', starter)).toMatchObject({ code: 2, stdout: '' });
  });

  it('refuses a place without a project', async () => {
    const { code, stdout, stderr } = await run(Check, '--project', scratch.path('nowhere'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(
      `error: There is no countersign.yaml in ${scratch.path('nowhere')}. [project-not-found]`,
    );
  });

  it('takes the project file itself as the project', async () => {
    expect((await run(Check, '--project', `${starter}/countersign.yaml`, ...DAY)).code).toBe(0);
  });

  it.each(['2026-02-30', '2026-3-2', 'today', '', '2026-03-02T00:00:00Z', '20260302'])(
    'refuses %j as a day',
    async (day) => {
      expect(await run(Check, '--project', starter, '--as-of', day)).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: '${day}' is not a day. [day-invalid]\n  Write it as 2026-03-02.\n`,
      });
    },
  );

  it('says the day on which waivers were judged, which is today in UTC where none is given', async () => {
    const before = new Date().toISOString().slice(0, 10);
    const { stdout } = await run(Check, '--project', starter);
    const after = new Date().toISOString().slice(0, 10);
    expect([before, after]).toContain(/waivers as of (\S+)\)/.exec(stdout)?.[1]);
    expect((await run(Check, '--project', starter, '--as-of', '2024-02-29')).stdout).toContain(
      '(waivers as of 2024-02-29)',
    );
  });

  it('lets a waiver hold until its last day', async () => {
    const folder = scratch.path('open');
    const { stdout } = await run(Check, '--project', folder, '--format', 'json', ...DAY);
    const finding = parseOutput<CheckJson>('check', stdout).findings.find(
      ({ ruleId }) => ruleId === 'mapping-truncation',
    );
    write(folder, {
      'specs/waivers.yaml': `waivers:
  W-1:
    rule: mapping-truncation
    element: IF-001.ncr_number
    finding: "${finding?.fingerprint ?? ''}"
    reason: Numbers have eight digits until 2027
    requestedBy: A. Nowak
    approved: [{function: QA, name: C. Dunn, date: 2026-02-20}]
    expires: 2026-04-30
`,
    });
    const result = async (day: string): Promise<unknown> => {
      const outcome = await run(Check, '--project', folder, '--as-of', day);
      return [outcome.code, SUMMARY.exec(outcome.stdout)?.[1]];
    };
    expect(await result('2026-04-30')).toMatchInlineSnapshot(`
      [
        0,
        "46 elements read. 0 open errors, 0 warnings, 0 notes, 1 waived finding",
      ]
    `);
    expect(await result('2026-05-01')).toMatchInlineSnapshot(`
      [
        1,
        "46 elements read. 2 open errors, 0 warnings, 0 notes, 0 waived findings",
      ]
    `);
  });

  describe('its outputs', () => {
    it('go to several files at once, and to stdout what has none', async () => {
      const [json, text] = [scratch.path('new folder/check.json'), scratch.path('check.txt')];
      const outcome = await run(Check, '--project', starter, ...DAY, '--format', `json=${json}`, '--format', 'text');
      const plain = await run(Check, '--project', starter, ...DAY);
      expect(outcome).toEqual(plain);
      expect(parseOutput<CheckJson>('check', readFileSync(json, 'utf8')).valid).toBe(true);
      expect(await run(Check, '--project', starter, ...DAY, '--output', text)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(readFileSync(text, 'utf8')).toBe(plain.stdout);
    });

    it.each([
      [
        ['--format', 'yaml'],
        "error: There is no format 'yaml' here. [format-unknown]\n  Use one of: text, json, markdown, sarif, github, gitlab, junit, csv, xlsx.\n",
      ],
      [['--format', 'json='], "error: 'json=' names no file. [format-without-file]\n  Write --format json=FILE.\n"],
      [
        ['--format', 'text', '--format', 'json'],
        'error: Several formats would go to one place. [several-formats]\n  Give all but one a file of its own: --format json=findings.json\n',
      ],
      [
        ['--format', 'text=a', '--format', 'json=./a'],
        'error: Several formats would go to one place. [several-formats]\n  Give all but one a file of its own: --format json=findings.json\n',
      ],
      [
        ['--format', 'json=a', '--output', 'b'],
        'error: Every format has a file of its own, so nothing would go to --output. [output-unused]\n  Leave --output out, or name a format without a file.\n',
      ],
    ])('are refused before any work is done: %j', async (flags, stderr) => {
      expect(await run(Check, '--project', scratch.path('nowhere'), ...flags)).toEqual({ code: 2, stdout: '', stderr });
    });

    it('are not written where the place will not have them, which is said', async () => {
      const taken = scratch.path('check.txt');
      const { code, stdout, stderr } = await run(Check, '--project', starter, '--output', `${taken}/report.txt`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^error: The report could not be written to '.*check\.txt\/report\.txt': .*\[report-not-written\]\n/,
      );
    });

    it('carry no control sequence of a spec, in no format', async () => {
      const folder = await writeStarter(scratch.path('hostile'));
      // An escape, a C1 control, a right-to-left override and a line separator, in a text and in a place where they are wrong.
      edit(folder, 'specs/requirements.yaml', 'criticality: high', String.raw`criticality: "\e[2J\x9b31m\u202E\u2028"`);
      write(folder, { 'specs/\u001b]0;gone\u0007.yaml': 'nothing: here\n' });
      for (const format of ['text', 'json']) {
        const { code, stdout, stderr } = await run(Check, '--project', folder, ...DAY, '--format', format);
        expect(code).toBe(3);
        expect(stdout).toContain('u001b[2J');
        // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
        expect(`${stdout}${stderr}`).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
        );
      }
    });
  });

  it('tells an unknown flag with the one that was probably meant', async () => {
    expect(await run(Check, '--fromat', 'json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: Nonexistent flag: --fromat\nDid you mean --format?\nSee more help with --help\n',
    });
    expect((await run(Check, '--zzz')).stderr).toBe('error: Nonexistent flag: --zzz\nSee more help with --help\n');
    expect(await run(Check, 'HEAD', 'surplus')).toMatchObject({ code: 2, stdout: '' });
  });

  it('says on stderr what is besides, unless it is to be quiet', async () => {
    const folder = await commitStarter(scratch.path('two names'));
    git(folder, ['tag', 'main']);
    const [loud, quiet] = [
      await run(Check, 'main', '--project', folder, ...DAY),
      await run(Check, 'main', '--project', folder, ...DAY, '--quiet'),
    ];
    expect(loud.stderr).toContain('"main" names more than one thing');
    expect(quiet).toEqual({ ...loud, stderr: '' });
  });

  it('is the same for a project in a subfolder of a repository', async () => {
    const folder = await commitStarter(scratch.path('whole'));
    await writeStarter(`${folder}/plants/b`);
    commitAll(folder, 'A second project');
    expect(await run(Check, 'HEAD', '--project', `${folder}/plants/b`, ...DAY)).toEqual(
      await run(Check, 'HEAD', '--project', starter, ...DAY),
    );
    expect(existsSync(`${folder}/plants/b/.git`)).toBe(false);
  });
});
