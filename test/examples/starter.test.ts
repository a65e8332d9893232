import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { DEFAULT_ANSWERS, scaffoldProject, type ScaffoldAnswers } from '../../src/app/scaffold-project.ts';
import { readFolder } from '../../src/io/project-writer.ts';
import { checkLines, EXAMPLES, readProject } from './northmoor-states.ts';

describe('the starter that init copies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = async (answers: ScaffoldAnswers) => {
    for (const { path, text } of scaffoldProject(await readFolder(join(EXAMPLES, 'starter')), '{}', answers)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return readProject(folder, '2026-03-02');
  };

  it.each(['gxp', 'project', 'sketch'] as const)('has no finding under the profile %s', async (profile) => {
    expect(checkLines(await check({ ...DEFAULT_ANSWERS, profile }))).toEqual([]);
  });

  it('keeps what a person typed, whatever YAML would make of it', async () => {
    const typed = { id: '012', title: 'no', organisation: 'Meyer: "Söhne" & {{site}}', site: '1e3' };
    const state = await check({ ...DEFAULT_ANSWERS, ...typed });
    expect(checkLines(state)).toEqual([]);
    expect(state.model.project?.attributes.package).toMatchObject(typed);
  });

  it('leaves no placeholder behind', async () => {
    const files = scaffoldProject(await readFolder(join(EXAMPLES, 'starter')), '{}', DEFAULT_ANSWERS);
    expect(files.filter(({ text }) => /\{\{\w+\}\}/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(files.map(({ path }) => path)).toContain('countersign.yaml');
  });
});
