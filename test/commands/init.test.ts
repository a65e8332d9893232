import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { createProject } from '../../src/app/compose.ts';
import { DEFAULT_ANSWERS } from '../../src/app/scaffold-project.ts';
import Check from '../../src/commands/check.ts';
import Init from '../../src/commands/init.ts';
import { fingerprint, scratchFolder, write } from '../io/git/scratch-repository.ts';
import { run } from './run-command.ts';

const scratch = scratchFolder();

describe('countersign init', () => {
  it.each(['sketch', 'project', 'gxp'])('creates a project that passes check: profile %s', async (profile) => {
    const folder = scratch.path(`new/${profile}`);
    const created = await run(Init, folder, '--yes', '--profile', profile);
    expect(created).toEqual({
      code: 0,
      stderr: '',
      stdout: `  countersign.v1.schema.json
  countersign.yaml
  specs/controls.yaml
  specs/interfaces.yaml
  specs/lifecycles.yaml
  specs/objects.yaml
  specs/organisation.yaml
  specs/requirements.yaml
  specs/systems.yaml

Next: countersign check --project ${folder}
Then put it under git: every change becomes a comparison of two revisions.
`,
    });
    const { code, stdout } = await run(Check, '--project', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('0 open errors, 0 warnings');
  });

  it('touches nothing that is there, and then writes nothing at all', async () => {
    const folder = scratch.path('taken');
    write(folder, { 'specs/systems.yaml': 'systems: {}\n' });
    const before = fingerprint(folder);
    expect(await run(Init, folder, '--yes')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: '${folder}/specs/systems.yaml' is there already. [file-exists]\n  Name another folder, or move the file away first.\n`,
    });
    expect(fingerprint(folder)).toEqual(before);
  });

  it('goes into a folder that holds something else', async () => {
    const folder = scratch.path('with notes');
    write(folder, { 'notes.txt': 'kept' });
    const { code, stdout } = await run(Init, folder, '--yes');
    expect([code, readFileSync(`${folder}/notes.txt`, 'utf8')]).toEqual([0, 'kept']);
    expect(stdout).toContain(`Next: countersign check --project '${folder}'\n`);
  });

  it('says so where it may not write', async () => {
    write(scratch.path(''), { file: 'a file' });
    expect(await run(Init, scratch.path('file/plant'), '--yes')).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    ['no', 'off', '~', 'null'],
    ['012', '1e3', '0x10', '2026-03-02'],
    ['A/B(C)#1', "it's: #1", '{a: b}', '[x]'],
    ['X', '- item', '&anchor *alias', '!tag |'],
    ['X', '{{site}} ${HOME}', '\\n \\u001b', '%TAG ? : -'],
    ['X', 'two\nlines', 'tab\there', 'ünï 数'],
  ])('keeps what a person answers as one text: %j', async (id, title, organisation, site) => {
    const folder = scratch.path(
      `answers/${readdirSync(scratch.path('')).length}-${encodeURIComponent(`${id}${title}`)}`,
    );
    await createProject(folder, { ...DEFAULT_ANSWERS, id, title, organisation, site });
    expect(await run(Check, '--project', folder)).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['two words', '', 'a\u0000b', '../x\n'])(
    'refuses a code that the language does not take, and writes nothing: %j',
    async (id) => {
      const folder = scratch.path('never');
      await expect(createProject(folder, { ...DEFAULT_ANSWERS, id })).rejects.toMatchObject({
        exitCode: 2,
        code: 'answer-invalid',
      });
      expect(readdirSync(scratch.path(''))).not.toContain('never');
    },
  );

  it('refuses a profile that is none, and a flag that it would ignore', async () => {
    expect(await run(Init, scratch.path('x'), '--profile', 'strict')).toMatchObject({ code: 2, stdout: '' });
    expect(await run(Init, scratch.path('x'), '--project', 'y')).toMatchObject({ code: 2, stdout: '' });
  });
});
