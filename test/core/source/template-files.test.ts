import { describe, expect, test } from 'vitest';
import { readProjectHeader } from '../../../src/core/source/project-header.ts';
import type { ProjectEntry } from '../../../src/core/source/project-files.ts';
import { selectTemplateFiles } from '../../../src/core/source/template-files.ts';

function header(value: string) {
  const bytes = new TextEncoder().encode(`language: 1\ntemplates: ${value}\n`);
  return readProjectHeader({ bytes, file: 'countersign.yaml', revision: 'head' });
}

describe('the folder of templates', () => {
  test.each([
    ['templates', 'templates'],
    ['./site//templates/', 'site/templates'],
    ['.templates', '.templates'],
    ['"Vorlagen für QS"', 'Vorlagen für QS'],
  ])('%s is a folder', (value, path) => {
    expect(header(value)).toMatchObject({
      templates: {
        path,
        at: { file: 'countersign.yaml', pointer: '/templates', span: { start: { line: 2, column: 12 } } },
      },
      diagnostics: [],
    });
  });

  test.each([
    ['""', 'The folder of templates has no name.'],
    ['../other', '"../other" leaves the project folder; ".." is not allowed.'],
    ['a/../../b', '"a/../../b" leaves the project folder; ".." is not allowed.'],
    ['/etc', '"/etc" is an absolute path; templates lie below the project folder.'],
    ['C:/templates', '"C:/templates" is an absolute path; templates lie below the project folder.'],
    ["'a\\b'", '"a\\b" holds a backslash; folders are separated by "/" on every system.'],
    ['"*"', '"*" is a pattern; templates lie in one folder.'],
    ['.', '"." is the project folder itself; templates need one of their own.'],
    ['.git/x', '".git/x" lies in what belongs to git, which no revision holds.'],
    ['a/.GIT', '"a/.GIT" lies in what belongs to git, which no revision holds.'],
  ])('%s is refused', (value, message) => {
    const read = header(value);
    expect(read.templates).toBeUndefined();
    expect(read.diagnostics).toEqual([
      expect.objectContaining({
        ruleId: 'templates-folder-invalid',
        severity: 'error',
        message,
        hint: 'Name a folder below the project folder, such as "templates".',
        at: expect.objectContaining({ file: 'countersign.yaml', pointer: '/templates' }),
      }),
    ]);
  });

  test.each(['[a]', '{a: b}', '12', 'null'])('%s is left to the language', (value) => {
    expect(header(value)).toMatchObject({ diagnostics: [] });
    expect(header(value).templates).toBeUndefined();
  });
});

describe('templates in it', () => {
  const folder = header('site/templates').templates!;
  const select = (...entries: readonly (string | ProjectEntry)[]) => {
    const all = entries.map((entry): ProjectEntry =>
      typeof entry === 'string' ? { path: entry, kind: 'file' } : entry,
    );
    const { entries: chosen, diagnostics } = selectTemplateFiles(all, folder, 'head');
    return {
      chosen: chosen.map(({ path }) => path),
      said: diagnostics.map(({ ruleId, severity, message, at }) => `${at.file} ${severity} ${ruleId}: ${message}`),
    };
  };

  test('are documents and partials, sorted; what is of another kind is left alone', () => {
    expect(
      select(
        'site/templates/partials/scope.hbs',
        'site/templates/impact-assessment.md.hbs',
        'site/templates/README.md',
        'site/templates/logo.png',
        'site/other.md.hbs',
        'specs/a.yaml',
      ),
    ).toEqual({
      chosen: ['site/templates/impact-assessment.md.hbs', 'site/templates/partials/scope.hbs'],
      said: [],
    });
  });

  test.each([
    'site/templates/impact-assessment.hbs',
    'site/templates/Impact-assessment.md.hbs',
    'site/templates/impact-assessment.md.HBS',
    'site/templates/partials/deeper/scope.hbs',
    'site/templates/partials/scope.md.hbs',
    'site/templates/partials/__proto__.hbs',
    'site/templates/partials/.hbs',
    'site/templates/other/scope.hbs',
  ])('%s is where none is looked for', (path) => {
    expect(select(path)).toEqual({
      chosen: [],
      said: [
        `${path} error template-misplaced: "${path}" stands where no template is looked for, or has a name that none can have.`,
      ],
    });
  });

  test('are never read through links, submodules or devices', () => {
    const entries: ProjectEntry[] = [
      { path: 'site/templates/scope.md.hbs', kind: 'symlink' },
      { path: 'site/templates/partials', kind: 'symlink' },
      { path: 'site/templates/shared', kind: 'submodule' },
      { path: 'site/templates/pipe.md.hbs', kind: 'special' },
    ];
    expect(select(...entries)).toEqual({
      chosen: [],
      said: [
        'site/templates/partials error file-is-symlink: "site/templates/partials" is a symbolic link; links are never followed, so no template behind it was read.',
        'site/templates/pipe.md.hbs error file-not-regular: "site/templates/pipe.md.hbs" is not an ordinary file; it was not read.',
        'site/templates/scope.md.hbs error file-is-symlink: "site/templates/scope.md.hbs" is a symbolic link; links are never followed, so no template behind it was read.',
        'site/templates/shared error file-is-submodule: "site/templates/shared" is a submodule (a repository of its own); no template in it was read.',
      ],
    });
    expect(select({ path: 'site', kind: 'symlink' }).said).toEqual([
      'site error file-is-symlink: "site" is a symbolic link; links are never followed, so no template behind it was read.',
    ]);
  });

  test('are missing, or a file stands in their place', () => {
    expect(select('site/templates/README.md').said).toEqual([
      'countersign.yaml error templates-missing: There is no template in "site/templates": documents would be laid out by those of the tool.',
    ]);
    expect(select('site/templates').said).toEqual([
      'site/templates error templates-missing: "site/templates" is a file, so that there is no folder "site/templates" of templates.',
    ]);
  });

  test('are not more than two hundred', () => {
    const { chosen, said } = select(
      ...Array.from({ length: 201 }, (_, index) => `site/templates/partials/p${index}.hbs`),
    );
    expect(chosen).toHaveLength(200);
    expect(said).toEqual([
      'countersign.yaml error template-misplaced: "site/templates" holds 201 templates; a project may have 200.',
    ]);
  });
});
