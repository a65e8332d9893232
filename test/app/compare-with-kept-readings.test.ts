import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkProject } from '../../src/app/check-project.ts';
import { assessProject, reportComparison } from '../../src/app/compare-project.ts';
import type { Workbench } from '../../src/app/compose.ts';
import { createDemo } from '../../src/app/compose-evidence.ts';
import { NORTHMOOR_RANGE } from '../../src/app/demo-story.ts';
import type { ReadingStore } from '../../src/app/ports.ts';
import { clauseIds, readClauseCatalogue } from '../../src/core/model/clause-catalogue.ts';
import type { ParseCache } from '../../src/core/model/load-model.ts';
import { sha256 } from '../../src/io/digest.ts';
import { openRevisionSource } from '../../src/io/git-source.ts';
import { installed } from '../../src/io/installation.ts';
import { NO_READING_STORE } from '../../src/io/no-reading-store.ts';
import { compareLanguages } from '../../src/io/pattern-languages.ts';
import { openReadingStore } from '../../src/io/reading-store.ts';
import { checkJson } from '../../src/render/json/check-json.ts';
import { comparisonData } from '../../src/render/json/comparison-json.ts';
import { jsonText } from '../../src/render/json/json-text.ts';
import { checkText } from '../../src/render/text/check-text.ts';
import { impactText } from '../../src/render/text/impact-text.ts';
import { PLAIN } from '../../src/render/paint.ts';

let scratch: string;
let project: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'countersign-kept-'));
  project = join(scratch, 'northmoor');
  await createDemo(project);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** What a run works with; the cache of the run itself starts empty. */
async function workbench(readings: ReadingStore): Promise<Workbench & { readonly recalled: readonly string[] }> {
  const catalogue = readClauseCatalogue(readFileSync(installed('specs/catalogues/clauses.yaml'), 'utf8'));
  const recalled: string[] = [];
  return {
    recalled,
    revisions: await openRevisionSource({ cwd: project }),
    readings: {
      recall: async (files, cache) => {
        await readings.recall(files, cache);
        recalled.push(...cache.keys());
      },
      keep: (files, cache) => readings.keep(files, cache),
    },
    catalogue,
    questions: [],
    analysis: {
      clauses: clauseIds(catalogue),
      clauseSets: new Set(catalogue.sets.keys()),
      digest: sha256,
      compareLanguages,
      asOf: '2026-05-11',
      cache: new Map() satisfies ParseCache,
    },
    progress: { step: () => undefined, done: () => undefined },
    checkTemplates: () => Promise.resolve([]),
    toolVersion: '0.0.0',
  };
}

const store = (): ReadingStore =>
  openReadingStore({ folder: join(scratch, 'cache'), project, reader: 'reader-1', worthKeeping: 0 });

async function compared(run: Workbench): Promise<string> {
  const outcome = await assessProject(run, { range: NORTHMOOR_RANGE });
  if (outcome.kind === 'invalid') throw new Error('The plant is valid.');
  const report = {
    ...reportComparison(outcome.comparison, outcome.notices, '0.0.0'),
    assessment: outcome.comparison.assessment,
  };
  return jsonText(comparisonData(report)) + impactText(report, PLAIN, 'all');
}

async function checked(run: Workbench): Promise<string> {
  const result = await checkProject(run, 'cr-2041');
  return checkJson(result) + checkText(result, PLAIN, 'all');
}

describe('with what earlier runs read, without it, and while it is made', () => {
  test('a comparison says the same to the byte, and what differs is read anew', async () => {
    const [making, using] = [await workbench(store()), await workbench(store())];
    const without = await compared(await workbench(NO_READING_STORE));
    expect(await compared(making)).toBe(without);
    expect(making.recalled).toEqual([]);
    expect(await compared(using)).toBe(without);
    expect(using.recalled.length).toBeGreaterThan(5);
    const { base, head } = await using.revisions.readRange({ range: NORTHMOOR_RANGE });
    const inBase = new Set(base.files.map(({ contentId }) => contentId));
    const differing = head.files.map(({ contentId }) => contentId).filter((id) => !inBase.has(id));
    expect(differing.length).toBeGreaterThan(0);
    expect(using.recalled.filter((id) => differing.includes(id))).toEqual([]);
  });

  test('a check says the same to the byte', async () => {
    const [making, using] = [await workbench(store()), await workbench(store())];
    const without = await checked(await workbench(NO_READING_STORE));
    expect(await checked(making)).toBe(without);
    expect(await checked(using)).toBe(without);
    expect(using.recalled.length).toBeGreaterThan(5);
  });

  test('nothing is written but one file in the folder of the cache', () => {
    expect(readdirSync(scratch).toSorted()).toEqual(['cache', 'northmoor']);
    expect(readdirSync(join(scratch, 'cache'))).toHaveLength(1);
  });
});
