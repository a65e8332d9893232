import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { diffModels } from '../../../../src/core/diff/diff-models.ts';
import type { Finding } from '../../../../src/core/rules/finding.ts';
import { judgeChanges } from '../../../../src/core/rules/judge.ts';
import { runLints } from '../../../../src/core/rules/run-lints.ts';
import type { SourceFile } from '../../../../src/core/source/source-file.ts';
import { compareLanguages } from '../../../../src/io/pattern-languages.ts';
import { writeYaml } from '../../model/write-yaml.ts';
import type { Written, WrittenMap } from '../../model/written-specs.ts';
import { northmoorFiles } from '../northmoor-model.ts';
import { graphOf, load, projectText, sha256, sourceFile } from '../small-project.ts';
import { EXAMPLES, numbersFrom, PLANT_WAYS, SEED } from './partial-edits.ts';

const CLAUSES = new Set([...(PLANT_WAYS[0]?.clauses ?? []), 'D211-188', 'I-7-5-1']);

/** Everything that is said of two revisions, lints of both included. */
function judged(baseFiles: readonly SourceFile[], headFiles: readonly SourceFile[]): readonly Finding[] {
  const [base, head] = [load('base', baseFiles), load('head', headFiles)];
  const [graphBase, graphHead] = [graphOf(base, CLAUSES), graphOf(head, CLAUSES)];
  const diff = diffModels(base, head, { base: baseFiles, head: headFiles });
  const asOf = '2026-03-02';
  return judgeChanges({
    base,
    head,
    diff,
    graphBase,
    graphHead,
    compareLanguages,
    lintBase: runLints({ model: base, graph: graphBase, digest: sha256, asOf }),
    lintHead: runLints({ model: head, graph: graphHead, digest: sha256, asOf }),
    digest: sha256,
    asOf,
  }).findings;
}

/** What says that something was written otherwise or elsewhere, and no more. */
const HANDWRITING: ReadonlySet<string> = new Set(['formatting-changed', 'element-relocated']);

/** A finding without the places where things are written. */
function withoutPlaces(findings: readonly Finding[]): readonly unknown[] {
  return findings.filter(({ ruleId }) => !HANDWRITING.has(ruleId)).map(({ base: _base, head: _head, ...rest }) => rest);
}

/** What a text means, with aliases put in place: texts in whatever quotes, and scalars that stand as they are. */
function meant(text: string): WrittenMap {
  const document = parseDocument(text, { keepSourceTokens: true });
  return valueOf(document, document.contents) as WrittenMap;
}

function valueOf(document: Document, node: unknown): Written {
  if (isAlias(node)) return valueOf(document, node.resolve(document));
  if (isMap(node))
    return new Map(
      node.items.map(({ key, value }) => [String((key as { value: unknown }).value), valueOf(document, value)]),
    );
  if (isSeq(node)) return node.items.map((item) => valueOf(document, item));
  if (!isScalar(node)) return { raw: '' };
  if (typeof node.value !== 'string') return { raw: node.source ?? String(node.value) };
  // The line break at the end of a block ends its last line and belongs to no text.
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return { text: isBlock ? node.value.replace(/\n$/u, '') : node.value };
}

/** The same content, its keys in another order and its texts in other quotes, the spec files under other names and split. */
function rewritten(files: readonly SourceFile[], seed: number, anchors: boolean): readonly SourceFile[] {
  const next = numbersFrom(seed);
  const written = files.flatMap(({ file, revision, bytes }): readonly SourceFile[] => {
    const content = meant(new TextDecoder().decode(bytes));
    if (file === 'countersign.yaml') return [sourceFile(revision, file, writeYaml(content, { next, anchors }))];
    const halves: [Map<string, Written>, Map<string, Written>] = [new Map(), new Map()];
    for (const [collection, entries] of content) {
      if (!(entries instanceof Map)) continue;
      for (const [id, entry] of entries as WrittenMap) {
        const half = halves[next() < 50 ? 0 : 1];
        half.set(collection, new Map([...((half.get(collection) as WrittenMap | undefined) ?? []), [id, entry]]));
      }
    }
    return halves.map((half, index) =>
      sourceFile(revision, file.replace(/([^/]+)\.yaml$/u, `x${index}-$1.yaml`), writeYaml(half, { next, anchors })),
    );
  });
  return shuffled(written, next);
}

function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  return items
    .map((item, index) => ({ item, rank: next() * 1000 + index }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const project = (revision: 'base' | 'head', text: string): readonly SourceFile[] => [
  sourceFile(revision, 'countersign.yaml', projectText(text)),
];
/** Two revisions: an example, or two states of the worked plant. */
interface Comparison {
  readonly name: string;
  readonly files: (revision: 'base' | 'head') => readonly SourceFile[];
}

const OF_EXAMPLES: readonly Comparison[] = EXAMPLES.map(({ id, name, before, after }) => ({
  name: `${id}: ${name}`,
  files: (revision) => project(revision, revision === 'base' ? before : after),
}));
const OF_THE_PLANT: readonly Comparison[] = PLANT_WAYS.map(({ name }) => {
  const [from = '', to = ''] = name.split('..');
  return { name, files: (revision) => northmoorFiles(revision, revision === 'base' ? from : to) };
});
const comparisons = fc.oneof(
  { weight: 19, arbitrary: fc.constantFrom(...OF_EXAMPLES) },
  { weight: 1, arbitrary: fc.constantFrom(...OF_THE_PLANT) },
);

describe('what is judged is what is meant', () => {
  it('a revision and itself differ in nothing, however both are written down', () => {
    fc.assert(
      fc.property(comparisons, fc.nat(), fc.boolean(), ({ files }, seed, anchors) => {
        const base = files('base');
        const head = base.map((file) => ({ ...file, revision: 'head' as const }));
        expect(judged(base, head)).toEqual([]);
        expect(withoutPlaces(judged(base, rewritten(head, seed, anchors && base.length === 1)))).toEqual([]);
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it('other files, keys in another order, other quotes and anchors change no finding and no fingerprint', () => {
    fc.assert(
      fc.property(comparisons, fc.nat(), fc.nat(), fc.boolean(), ({ files }, one, other, anchors) => {
        const [base, head] = [files('base'), files('head')];
        const few = anchors && base.length === 1;
        expect(withoutPlaces(judged(rewritten(base, one, few), rewritten(head, other, few)))).toEqual(
          withoutPlaces(judged(base, head)),
        );
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('the order in which files are read changes nothing, places included', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OF_THE_PLANT), fc.nat(), ({ files }, seed) => {
        const [base, head] = [files('base'), files('head')];
        const next = numbersFrom(seed);
        expect(judged(shuffled(base, next), shuffled(head, next))).toEqual(judged(base, head));
      }),
      { numRuns: 5, seed: SEED },
    );
  });
});
