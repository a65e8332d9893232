import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisContext } from '../../src/app/analyse-revision.ts';
import { listData, readData, realDataPresent } from './data.ts';
import { expectMantle } from './expected-mantle.ts';
import type { MantleRevision } from './expected-mantle.ts';
import { importMantle } from './mantle-importer.ts';
import { countContents, writeHistory } from './origin-history.ts';
import type { OriginHistory } from './origin-history.ts';
import { compareNeighbours, elementCounts, productFacts, productFindings, productProblems } from './product.ts';
import type { ProductComparison } from './product.ts';
import { unclassifiedCounts } from './unclassified.ts';

const present = realDataPresent();

/** A history of the origin with what the product makes of it. */
interface Compared {
  readonly history: OriginHistory;
  readonly comparisons: readonly ProductComparison[];
  readonly cache: AnalysisContext['cache'];
}

async function compare(files: readonly string[]): Promise<Compared> {
  const history = writeHistory(files.map((file) => importMantle(readData(file))));
  const cache: AnalysisContext['cache'] = new Map();
  return { history, cache, comparisons: await compareNeighbours(history, cache) };
}

function expected(before: string, after: string) {
  return expectMantle(readData(before) as MantleRevision, readData(after) as MantleRevision);
}

/** Neighbouring files with their place in the history. */
function pairsOf(files: readonly string[]): readonly { index: number; before: string; after: string; name: string }[] {
  return files.slice(1).map((after, index) => {
    const before = files[index] ?? '';
    return { index, before, after, name: `${basename(before, '.json')} → ${basename(after, '.json')}` };
  });
}

describe.skipIf(!present)('56 revisions of the status flows of an ERP', () => {
  const files = present ? listData('mantle', /^\d+-.*\.json$/) : [];
  let compared: Compared;
  beforeAll(async () => {
    compared = await compare(files);
  }, 180_000);
  afterAll(() => rmSync(compared.history.folder, { recursive: true, force: true }));

  it('are 56', () => {
    expect(files).toHaveLength(56);
  });

  it('load without a diagnostic, and no lint of a sketch objects', () => {
    expect(
      compared.comparisons.flatMap(({ base, head }) => [productProblems(base), productProblems(head)].flat()),
    ).toEqual([]);
    expect(compared.comparisons.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it.each(pairsOf(files))('differ in exactly what the raw data differ in: $name', ({ index, before, after }) => {
    const comparison = compared.comparisons[index];
    const { facts, findings } = expected(before, after);
    expect(comparison && productFacts(comparison.diff)).toEqual(facts);
    expect(comparison && productFindings(comparison.judgement)).toEqual(findings);
    expect(findings).not.toEqual([]);
  });

  it('leave these to unclassified-change', () => {
    expect(unclassifiedCounts(compared.comparisons)).toEqual({
      // The order in which the origin shows its states: kept as x-, of which no rule can know anything.
      'changed state extensions.x-seq': 3,
    });
  });

  it('are parsed content by content: once, however many revisions hold it', () => {
    expect(compared.cache.size).toBe(countContents(compared.history));
  });
});

describe.skipIf(!present)('two releases of an ERP with status flows and data objects', () => {
  const files = ['mantle/full-2.1.0.json', 'mantle/full-2.2.0.json'];
  let compared: Compared;
  beforeAll(async () => {
    compared = await compare(files);
  }, 180_000);
  afterAll(() => rmSync(compared.history.folder, { recursive: true, force: true }));

  it('load without a diagnostic, and no lint of a sketch objects', () => {
    expect(
      compared.comparisons.flatMap(({ base, head }) => [productProblems(base), productProblems(head)].flat()),
    ).toEqual([]);
  });

  it('hold as much as the origin counts', () => {
    const [comparison] = compared.comparisons;
    for (const [index, revision] of [comparison?.base, comparison?.head].entries()) {
      const { counts } = readData(files[index] ?? '') as { readonly counts: Record<string, number> };
      expect(revision && elementCounts(revision.model)).toEqual({
        lifecycles: counts['lifecycles'],
        states: counts['states'],
        transitions: counts['transitions'],
        guarded: counts['guarded'],
        roleRestricted: counts['roleRestricted'],
        objects: counts['objects'],
        fields: counts['fields'],
        fieldsWithLength: counts['fieldsWithLength'],
        fieldsRequired: counts['fieldsRequired'],
        fieldsWithValues: counts['fieldsWithValues'],
        mappings: counts['mappings'],
        mapRows: counts['mapRows'],
      });
    }
  });

  it('differ in exactly what the raw data differ in', () => {
    const [comparison] = compared.comparisons;
    const { facts, findings } = expected('mantle/full-2.1.0.json', 'mantle/full-2.2.0.json');
    expect(comparison && productFacts(comparison.diff)).toEqual(facts);
    expect(comparison && productFindings(comparison.judgement)).toEqual(findings);
  });

  it('leave these to unclassified-change', () => {
    expect(unclassifiedCounts(compared.comparisons)).toEqual({
      // Kept as x-, of which no rule can know anything.
      'changed field extensions.x-default': 1,
      'changed field extensions.x-ref': 7,
      'changed field extensions.x-type': 19,
      'changed state extensions.x-seq': 1,
    });
  });
});

describe.skipIf(!present)('defects that the origin is known to have', () => {
  it.each(['mantle/full-2.1.0.json', 'mantle/full-2.2.0.json'])(
    'are found by the lints of a full project: %s',
    async (file) => {
      const origin = readData(file) as MantleRevision & { readonly defects: readonly Defect[] };
      const sketch = importMantle(origin);
      const files = new Map([...sketch.files].map(([path, text]) => [path, text.replace('"sketch"', '"gxp"')]));
      const history = writeHistory([sketch, { ...sketch, files }]);
      try {
        const [comparison] = await compareNeighbours(history);
        const found = (comparison?.head.lint ?? []).map(({ ruleId, element }) => `${ruleId} ${element?.id ?? ''}`);
        const withoutSteps = origin.defects
          .filter(({ kind }) => kind === 'no-transitions')
          .map(({ lifecycle }) => lifecycle);
        expect(origin.defects.length).toBeGreaterThan(0);
        for (const { kind, lifecycle, detail } of origin.defects) {
          // Of a lifecycle without any step nothing is said about how its records move, so no state of it is stuck.
          if (kind === 'isolated-state' && !withoutSteps.includes(lifecycle))
            expect(found).toContain(`state-dead-end ${lifecycle}.${detail}`);
          else expect(found).toContain(`initial-state-invalid ${lifecycle}`);
        }
      } finally {
        rmSync(history.folder, { recursive: true, force: true });
      }
    },
  );
});

interface Defect {
  readonly lifecycle: string;
  readonly kind: 'isolated-state' | 'no-transitions';
  /** State, or how many there are. */
  readonly detail: string;
}
