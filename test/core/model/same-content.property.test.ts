import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CollectionName } from '../../../src/core/language/shape.ts';
import type { LoadedModel } from '../../../src/core/model/load-model.ts';
import { loadTexts, problemsOf, PROJECT } from './load-texts.ts';
import { writeYaml } from './write-yaml.ts';
import { writtenSpec } from './written-specs.ts';
import type { Written, WrittenMap, WrittenSpec } from './written-specs.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

interface Handwriting {
  readonly seed: number;
  readonly anchors: boolean;
  readonly files: number;
}

const handwriting: fc.Arbitrary<Handwriting> = fc.record({
  seed: fc.nat(),
  anchors: fc.boolean(),
  files: fc.integer({ min: 1, max: 3 }),
});

/** Numbers from 0 to 99 that follow from a seed (a linear congruence is random enough for handwriting). */
function numbersFrom(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % 100n);
  };
}

/** Writes a spec down in one to three files, in some order, quotes and style. */
function write(spec: WrittenSpec, hand: Handwriting): Record<string, string> {
  const next = numbersFrom(hand.seed);
  const files = Array.from({ length: hand.files }, () => new Map<CollectionName, Map<string, Written>>());
  for (const [collection, entries] of spec) {
    for (const [id, entry] of entries) {
      const file = files[next() % hand.files] ?? new Map<CollectionName, Map<string, Written>>();
      file.set(collection, (file.get(collection) ?? new Map<string, Written>()).set(id, entry));
    }
  }
  const written = files.map((file, index) => [
    `specs/${String.fromCharCode(97 + index)}.yaml`,
    writeYaml(file as WrittenMap, { next, anchors: hand.anchors }),
  ]);
  return { 'countersign.yaml': PROJECT, ...Object.fromEntries(written) };
}

function contentOf({ model }: LoadedModel): unknown {
  return [...model.elements].map(([key, { attributes, parent }]) => [key, parent, attributes]);
}

test('the same facts are the same model, however they are written down', () => {
  fc.assert(
    fc.property(writtenSpec, handwriting, handwriting, (spec, first, second) => {
      const a = loadTexts(write(spec, first));
      const b = loadTexts(write(spec, second));
      const errors = (loaded: LoadedModel): readonly string[] =>
        problemsOf(loaded).filter((problem) => !problem.includes('duplicate-in-set'));
      expect(errors(a)).toEqual([]);
      expect(errors(b)).toEqual([]);
      expect(JSON.stringify(contentOf(a))).toBe(JSON.stringify(contentOf(b)));
    }),
    { numRuns: 150 },
  );
});

test('every value of a model can be found where it is written', () => {
  fc.assert(
    fc.property(writtenSpec, handwriting, (spec, hand) => {
      const { model } = loadTexts(write(spec, hand));
      for (const element of model.elements.values()) {
        for (const name of Object.keys(element.attributes).filter(
          (key) => key !== 'notApplicable' && key !== 'extensions',
        )) {
          const key = element.locate([name], 'key');
          const whole = key.pointer.endsWith(`/${name}`);
          // A bare value stands for the attribute of a part that has a shorthand.
          expect(whole || key.pointer === element.at.pointer).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});
