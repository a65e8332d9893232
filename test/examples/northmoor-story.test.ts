import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { NORTHMOOR_STORY } from '../../src/app/demo-story.ts';
import { writeDemoRepository } from '../../src/io/demo-repository.ts';
import { EXAMPLES, readState, STATES } from './northmoor-states.ts';

/** Which commit each declared baseline must name: the tag under which that version was approved. */
const APPROVED: Readonly<Record<string, string>> = { '1.0.0': 'v1.0.0', '2.0.1': 'v2.0.1' };

/** The baselines that each state can know: its own commit cannot stand in it. */
const DECLARED: Readonly<Record<string, readonly string[]>> = {
  'v1.0.0': [],
  'cr-2041': ['1.0.0'],
  'v2.0.1': ['1.0.0'],
  'cr-2057': ['1.0.0', '2.0.1'],
};

describe('the story of Northmoor', () => {
  const repository = mkdtempSync(join(tmpdir(), 'northmoor-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

  beforeAll(async () => {
    await writeDemoRepository(
      repository,
      NORTHMOOR_STORY.map((chapter) => ({ ...chapter, folder: join(EXAMPLES, 'northmoor', chapter.tag) })),
    );
  });
  afterAll(() => rmSync(repository, { recursive: true, force: true }));

  it('is one line of commits, a tag for each state', () => {
    const commits = git('log', '--reverse', '--format=%D|%an|%cI', '--date=iso').split('\n');
    expect(commits).toEqual([
      'tag: v1.0.0|Ines Okafor|2026-03-02T09:00:00+00:00',
      'tag: cr-2041|Tomas Lindqvist|2026-04-14T10:30:00+00:00',
      'tag: v2.0.1|Ines Okafor|2026-05-11T09:00:00+00:00',
      'HEAD -> main, tag: cr-2057|Tomas Lindqvist|2026-06-22T15:45:00+00:00',
    ]);
  });

  it.each(STATES)('%s is stored as its folder holds it', (tag) => {
    const stored = git('ls-tree', '-r', '--name-only', tag).split('\n');
    expect(stored.filter((path) => !existsSync(join(EXAMPLES, 'northmoor', tag, path)))).toEqual([]);
    expect(stored).toContain('countersign.yaml');
  });

  // A change of v1.0.0 gives its commit another id, and so the states that name it. On failure the right ids are printed:
  // put them in, first into cr-2041 and v2.0.1, then (with the ids of a second run) into cr-2057.
  it.each(STATES)('%s names the commits of the baselines that it knows', async (tag) => {
    const { model } = await readState(tag);
    const declared = Object.entries(model.project?.attributes.baselines ?? {}).map(([version, { commit }]) => [
      version,
      commit,
    ]);
    expect(declared).toEqual(DECLARED[tag]?.map((version) => [version, git('rev-parse', APPROVED[version] ?? '')]));
  });

  it.each(STATES)('%s tells only of what had happened when it was committed', async (tag) => {
    const { model } = await readState(tag);
    const day = NORTHMOOR_STORY.find((chapter) => chapter.tag === tag)?.instant.slice(0, 10) ?? '';
    const told = [
      ...model
        .ofKind('change')
        .flatMap(({ id, attributes }) => [
          [id, attributes.date],
          ...Object.entries(attributes.answers ?? {}).map(([question, { date }]) => [`${id} ${question}`, date]),
          ...(attributes.approved ?? []).map(({ name, date }) => [`${id} ${name}`, date]),
        ]),
      ...model.ofKind('measure').map(({ id, attributes }) => [id, attributes.measuredOn]),
    ];
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(([, when]) => when === undefined || when > day)).toEqual([]);
  });
});
