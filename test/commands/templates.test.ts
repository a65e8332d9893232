import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import Build from '../../src/commands/build.ts';
import Check from '../../src/commands/check.ts';
import Diff from '../../src/commands/diff.ts';
import TemplatesEject from '../../src/commands/templates/eject.ts';
import TemplatesList from '../../src/commands/templates/list.ts';
import TemplatesValues from '../../src/commands/templates/values.ts';
import Verify from '../../src/commands/verify.ts';
import { sha256 } from '../core/rules/small-project.ts';
import { commitAll, git, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { parseOutput, run } from './run-command.ts';
import { append, commitStarter, edit } from './starter-project.ts';

const scratch = scratchFolder();
const shipped = (path: string): string => readFileSync(join('templates', path), 'utf8');

interface Manifest {
  readonly sourceHash: string;
  readonly modified: boolean;
  readonly files: readonly {
    readonly path: string;
    readonly role: string;
    readonly sha256: string;
    readonly source?: string;
  }[];
}

interface Listing {
  readonly revision: string | null;
  readonly documents: readonly {
    readonly type: string;
    readonly source: string;
    readonly file: string | null;
    readonly omits: readonly string[];
  }[];
  readonly partials: readonly { readonly name: string; readonly source: string; readonly usedBy: readonly string[] }[];
}

/** `v1` has no templates; `v2` takes over the matrix and one partial; `v3` shortens the matrix. */
let plant: string;
/** SHA-256 of the matrix. */
const hashes = { v2: '', v3: '' };
const matrix = (): string => join(plant, 'templates/traceability-matrix.md.hbs');

beforeAll(async () => {
  plant = await commitStarter(scratch.path('plant'));
  git(plant, ['tag', 'v1']);
  const ejected = await run(TemplatesEject, 'RTM', 'not-written', '--out', join(plant, 'templates'));
  expect({ ...ejected, stdout: ejected.stdout.replaceAll(scratch.path(''), '') }).toEqual({
    code: 0,
    stdout: `  /plant/templates/partials/not-written.hbs
  /plant/templates/traceability-matrix.md.hbs

Next: declare the folder in countersign.yaml (templates: FOLDER), then countersign check.
What a template may name: countersign templates values DOCUMENT
`,
    stderr: '',
  });
  append(plant, 'countersign.yaml', 'templates: templates\n');
  commitAll(plant, 'Templates of our own', '2026-03-09T09:00:00+00:00');
  git(plant, ['tag', 'v2']);
  hashes.v2 = sha256(readFileSync(matrix()));
  edit(plant, 'templates/traceability-matrix.md.hbs', '- [{{gapWords}}](#gaps); {{clauseWords}}.\n', '');
  commitAll(plant, 'A shorter first page', '2026-03-10T09:00:00+00:00');
  git(plant, ['tag', 'v3']);
  hashes.v3 = sha256(readFileSync(matrix()));
});

const clone = (name: string): string => {
  git(plant, ['clone', '--quiet', plant, scratch.path(name)]);
  return scratch.path(name);
};

describe('countersign templates eject', () => {
  it('writes what the tool ships below a line that says where it comes from', () => {
    const text = readFileSync(join(plant, 'templates/partials/not-written.hbs'), 'utf8');
    const body = shipped('partials/not-written.hbs');
    expect(text).toBe(
      `{{!-- countersign 0.1.0 partials/not-written.hbs sha256:${sha256(body)} – keep this line: it says what the template was taken from --}}\n${body}`,
    );
  });

  it('writes all of them, and nothing over what is there', async () => {
    const folder = scratch.path('all');
    const tried = await run(TemplatesEject, '--out', folder, '--dry-run');
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nNothing was written\.\n$/) as string });
    expect(() => readdirSync(folder)).toThrow('ENOENT');
    await run(TemplatesEject, '--out', folder);
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));
    const all = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));
    expect(written.toSorted()).toEqual(all.toSorted());
    for (const path of all)
      expect(readFileSync(join(folder, path), 'utf8').replace(/^\{\{!--.*--\}\}\n/, '')).toBe(shipped(path));
    rmSync(join(folder, 'impact-assessment.md.hbs'));
    const [first = ''] = all.toSorted().filter((path) => path !== 'impact-assessment.md.hbs');
    for (const flags of [[], ['--dry-run']]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in the same folder
      expect(await run(TemplatesEject, '--out', folder, ...flags)).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: '${join(folder, first)}' is there already. [file-exists]\n  Name another folder, or move the file away first.\n`,
      });
    }
    expect(readdirSync(folder)).not.toContain('impact-assessment.md.hbs');
  });

  it('refuses a name that the tool does not have', async () => {
    expect(await run(TemplatesEject, 'scpoe', '--out', scratch.path('none'))).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: The tool has no template 'scpoe'. [template-unknown]\n  Did you mean scope?\n",
    });
  });
});

describe('countersign templates list', () => {
  const list = async (...args: readonly string[]): Promise<Listing> => {
    const { code, stdout, stderr } = await run(TemplatesList, ...args, '--project', plant, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return parseOutput<Listing>('templates', stdout);
  };

  it('names the template of each document at a revision, and what it leaves out', async () => {
    const of = ({ documents }: Listing) =>
      documents.map(({ type, source, file, omits }) => [type, source, file, omits]);
    expect(of(await list('v1')).map(([, source]) => source)).toEqual(of(await list('v1')).map(() => 'shipped'));
    const site = 'templates/traceability-matrix.md.hbs';
    expect(of(await list('v2'))).toContainEqual(['RTM', 'site', site, []]);
    expect(of(await list('v3'))).toContainEqual(['RTM', 'site', site, ['gapWords', 'clauseWords']]);
    expect((await list('v3')).partials.find(({ name }) => name === 'not-written')).toMatchObject({
      source: 'site',
      usedBy: ['IA'],
    });
    expect((await list('v3')).revision).toBe(git(plant, ['rev-parse', 'v3']).trim());
  });

  it('says it to people', async () => {
    const { stdout } = await run(TemplatesList, 'v3', '--project', plant);
    expect(stdout).toMatch(/^ {2}IA {3}impact-assessment +shipped$/m);
    expect(stdout).toMatch(
      /^ {2}RTM {2}traceability-matrix +site {5}templates\/traceability-matrix\.md\.hbs {2}sha256:[0-9a-f]{12}\n {7}does not show: gapWords, clauseWords$/m,
    );
  });
});

describe('countersign templates values', () => {
  it('lists what a template may name', async () => {
    const { code, stdout } = await run(TemplatesValues, 'rtm');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^gaps +list +what is missing\n {2}id +text +number of the gap$/m);
    const schema = await run(TemplatesValues, 'traceability-matrix', '--format', 'json');
    expect(JSON.parse(schema.stdout)).toMatchObject({
      title: 'Requirements traceability matrix: what its template may name',
      properties: { gaps: { type: 'array', description: 'what is missing' } },
    });
  });

  it('refuses a document that there is not', async () => {
    const { code, stdout, stderr } = await run(TemplatesValues, 'XX');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: This version writes no document 'XX'\. \[document-unknown\]\n {2}It writes IA \(impact-assessment\), /,
    );
  });
});

describe('a changed template', () => {
  const findings = async (range: string): Promise<readonly Record<string, unknown>[]> => {
    const { stdout } = await run(Diff, range, '--project', plant, '--format', 'json');
    return parseOutput<{ findings: readonly Record<string, unknown>[] }>('comparison', stdout).findings;
  };

  it('is a finding that quality decides', async () => {
    const [first, ...more] = await findings('v1..v2');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ruleId: 'document-template-changed',
      class: 'risky',
      risk: 'M',
      approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
      reason:
        'Documents are laid out by templates of the project, in templates: partials/not-written.hbs and traceability-matrix.md.hbs. A template decides what a document shows: a section with gaps, a warning or a blank for a signature can be gone from print.',
    });
    expect(await findings('v2..v3')).toMatchObject([
      {
        ruleId: 'document-template-changed',
        attribute: 'templates.traceability-matrix.md.hbs',
        before: `sha256:${hashes.v2}`,
        after: `sha256:${hashes.v3}`,
      },
    ]);
    expect(await findings('v3..v3')).toEqual([]);
  });
});

describe('a build with templates of the project', () => {
  let evidence: string;
  const manifest = (folder: string): Manifest =>
    JSON.parse(readFileSync(join(folder, 'data/manifest.json'), 'utf8')) as Manifest;
  const data = (type: string): { document: Record<string, unknown> } => {
    const folder = join(evidence, 'data/documents');
    const file = readdirSync(folder).find((name) => name.endsWith(`-${type}.json`)) ?? '';
    const text = readFileSync(join(folder, file), 'utf8');
    return parseOutput(type === 'RTM' ? 'traceability-matrix' : 'impact-assessment', text);
  };

  beforeAll(async () => {
    evidence = scratch.path('evidence');
    const args = ['v2..v3', '--project', plant, '--documents', 'IA,RTM', '--out', evidence];
    expect(await run(Build, ...args)).toMatchObject({ code: 0, stderr: '' });
  });

  it('takes them from the revision and not from what lies on disk', async () => {
    const copy = clone('dirty');
    writeFileSync(join(copy, 'templates/traceability-matrix.md.hbs'), '{{broken');
    const other = scratch.path('evidence of dirty');
    const args = ['v2..v3', '--project', copy, '--documents', 'IA,RTM', '--out', other];
    expect(await run(Build, ...args)).toMatchObject({ code: 0 });
    expect(manifest(other)).toEqual(manifest(evidence));
  });

  it('names each with its SHA-256 in manifest and source hash, and holds them', () => {
    const { files, sourceHash } = manifest(evidence);
    const templates = files.filter(({ role }) => role.startsWith('template-'));
    expect(templates.map(({ role, path, source }) => [role, path, source])).toEqual([
      ['template-base', 'data/templates/base/templates/partials/not-written.hbs', 'templates/partials/not-written.hbs'],
      [
        'template-base',
        'data/templates/base/templates/traceability-matrix.md.hbs',
        'templates/traceability-matrix.md.hbs',
      ],
      ['template-head', 'data/templates/head/templates/partials/not-written.hbs', 'templates/partials/not-written.hbs'],
      [
        'template-head',
        'data/templates/head/templates/traceability-matrix.md.hbs',
        'templates/traceability-matrix.md.hbs',
      ],
    ]);
    for (const { path, sha256: hash } of templates) expect(sha256(readFileSync(join(evidence, path)))).toBe(hash);
    expect(sourceHash).toMatch(/^s1:[0-9a-f]{64}$/);
  });

  it('says in each document which lay it out, and in none that they do not', () => {
    const file = 'templates/traceability-matrix.md.hbs';
    expect(data('RTM').document['siteTemplates']).toEqual([{ file, sha256: hashes.v3 }]);
    expect(data('IA').document['siteTemplates']).toEqual([
      {
        file: 'templates/partials/not-written.hbs',
        sha256: sha256(readFileSync(join(plant, 'templates/partials/not-written.hbs'))),
      },
    ]);
    expect(readFileSync(join(evidence, 'data/index.html'), 'utf8')).toContain(
      'Templates of the project lay out IA, RTM: each says so first, and names what they leave out.',
    );
  });

  it('is built again byte for byte from the commits', async () => {
    expect(await run(Verify, evidence, '--rebuild', '--project', plant)).toMatchObject({ code: 0, stderr: '' });
  });

  it('counts an uncommitted template as a modification', async () => {
    const copy = clone('modified');
    append(copy, 'templates/traceability-matrix.md.hbs', '\nOne more line.\n');
    const other = scratch.path('evidence of modified');
    const args = ['v2..WORKTREE', '--project', copy, '--documents', 'RTM', '--out', other];
    expect(await run(Build, ...args)).toMatchObject({ code: 0 });
    expect(manifest(other).modified).toBe(true);
  });
});

describe('a wrong template', () => {
  const broken = async (line: string) => {
    const copy = clone(`broken ${readdirSync(scratch.path('')).length}`);
    append(copy, 'templates/traceability-matrix.md.hbs', `\n${line}\n`);
    commitAll(copy, 'Broken');
    const lines = readFileSync(join(copy, 'templates/traceability-matrix.md.hbs'), 'utf8').split('\n').length - 1;
    const out = join(copy, '../out');
    const { code, stdout, stderr } = await run(Build, 'v3..HEAD', '--project', copy, '--out', out);
    expect(readdirSync(join(copy, '..'))).not.toContain('out');
    return { code, stdout, said: stderr.replace(`hbs:${lines}:1`, 'hbs:LAST:1'), copy };
  };

  it.each([
    [
      '{{no}}',
      'The view has no “no” at “no”.',
      'It has: backward, clauseWords, clauses, coverage, forward, front, gapWords, gaps, invariants, remarks, testLists.',
    ],
    ['{{constructor}}', 'The name “constructor” is no data.', 'Name a value of the view.'],
    [
      '[there](#nowhere)',
      'A link leads to “nowhere”, which the document does not have.',
      'Mend the link, or mark it weak where the target may be absent.',
    ],
    ['# Title {#gaps}', 'Two places of the document have the id “gaps”.', 'Give each a different id.'],
    ['Text {{blank}}', 'A helper that makes a block stands in the middle of a text.', 'Put it on a line of its own.'],
  ])('stops the build before anything is written: %s', async (line, message, hint) => {
    const { code, stdout, said } = await broken(line);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(said.split('\n').slice(0, 2)).toEqual([
      'head templates/traceability-matrix.md.hbs:LAST:1  error  template-invalid',
      `  ${message}`,
    ]);
    expect(said).toContain(`  do: ${hint}`);
  });

  it('is found by check, with the line in a frame', async () => {
    const { copy } = await broken('{{front.numbr}}');
    const { code, stdout } = await run(Check, '--project', copy);
    expect(code).toBe(3);
    expect(stdout).toContain('template-invalid');
    expect(stdout).toContain('{{front.numbr}}');
  });

  it('of base stops nothing', async () => {
    const { copy } = await broken('{{no}}');
    git(copy, ['revert', '--no-edit', 'HEAD']);
    const { code, stderr } = await run(Diff, 'HEAD~1..HEAD', '--project', copy);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('is refused as link, giant and foreign encoding', async () => {
    const copy = clone('hostile');
    const templates = join(copy, 'templates');
    rmSync(join(templates, 'traceability-matrix.md.hbs'));
    symlinkSync('/etc/passwd', join(templates, 'traceability-matrix.md.hbs'));
    writeFileSync(join(templates, 'partials/scope.hbs'), 'x'.repeat(256 * 1024 + 1));
    writeFileSync(join(templates, 'partials/references.hbs'), Buffer.from('é', 'utf16le'));
    mkdirSync(join(templates, 'more'));
    write(copy, { 'templates/more/scope.hbs': 'x' });
    commitAll(copy, 'Hostile');
    for (const revision of [[], ['HEAD']]) {
      // oxlint-disable-next-line no-await-in-loop -- disk and commit say the same
      const { code, stdout } = await run(Check, ...revision, '--project', copy, '--format', 'json');
      expect(code).toBe(3);
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: readonly { ruleId: string; message: string; at: { file: string } }[];
      };
      expect(diagnostics.map(({ ruleId, at, message }) => `${at.file} ${ruleId}: ${message}`)).toEqual([
        'templates/more/scope.hbs template-misplaced: "templates/more/scope.hbs" stands where no template is looked for, or has a name that none can have.',
        'templates/partials/references.hbs file-not-utf8: The byte 0xE9 is not part of any UTF-8 character.',
        'templates/partials/scope.hbs file-too-large: The file has 262145 bytes; a template may have 262144 (256 KiB).',
        'templates/traceability-matrix.md.hbs file-is-symlink: "templates/traceability-matrix.md.hbs" is a symbolic link; links are never followed, so no template behind it was read.',
      ]);
    }
  });

  it('may not be looked for outside the project', async () => {
    const copy = clone('outside');
    edit(copy, 'countersign.yaml', 'templates: templates', 'templates: ../plant/templates');
    const { code, stderr } = await run(TemplatesList, '--project', copy);
    expect(code).toBe(3);
    expect(stderr).toContain('"../plant/templates" leaves the project folder; ".." is not allowed.');
  });
});
