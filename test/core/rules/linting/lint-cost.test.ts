import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../../src/core/graph/build-graph.ts';
import { loadModel } from '../../../../src/core/model/load-model.ts';
import type { ParseCache } from '../../../../src/core/model/load-model.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { runDifferingLints, runLints } from '../../../../src/core/rules/run-lints.ts';
import { projectText, sha256, sourceFile } from '../small-project.ts';

/** So many interfaces of ten mapped fields, with an object and a lifecycle for each; each entry in a file of its own. */
function plant(label: 'base' | 'head', size: number, changed: number, cache: ParseCache): SpecModel {
  const numbers = (count: number) => Array.from({ length: count }, (_, nr) => nr);
  const files = numbers(size).flatMap((index) => [
    `objects: {OBJ-${index}: {fields: {${numbers(10)
      .map((nr) => `f${nr}: {type: string, length: 20}`)
      .join(', ')}}}}`,
    `interfaces: {IF-${index}: {from: SYS-${index}, to: SYS-${(index + 1) % size}, fields: {${numbers(10)
      .map((nr) => `m${nr}: {from: OBJ-${index}.f${nr}, length: ${index < changed ? 30 : 25}}`)
      .join(', ')}}}}`,
    `systems: {SYS-${index}: {}}`,
    `lifecycles: {LC-${index}: {object: OBJ-${index}, initial: A, states: {A: open, B: closed}, transitions: {T: {from: A, to: B, when: {LC-${index}: A}}}}}`,
  ]);
  const { model, diagnostics } = loadModel(
    {
      identity: { label, kind: 'folder', modified: false },
      files: [projectText(''), ...files].map((text, index) =>
        sourceFile(label, index === 0 ? 'countersign.yaml' : `specs/${index}.yaml`, text),
      ),
    },
    { cache },
  );
  expect(diagnostics).toEqual([]);
  return model;
}

/** A model, and how often it was asked for elements: for a list of them as often as the list is long. */
function counting(model: SpecModel): { readonly counted: SpecModel; readonly asked: () => number } {
  let asked = 0;
  const listed = <T>(list: readonly T[]): readonly T[] => {
    asked += 1 + list.length;
    return list;
  };
  const counted: SpecModel = {
    ...model,
    ofKind: (kind) => listed(model.ofKind(kind)),
    partsOf: (parent, kind) => listed(model.partsOf(parent, kind)),
    get: (kind, id) => {
      asked += 1;
      return model.get(kind, id);
    },
    named: (name) => listed(model.named(name)),
  };
  return { counted, asked: () => asked };
}

function input(model: SpecModel, policy: SpecModel) {
  return { model, graph: buildGraph(model, new Set()).graph, digest: sha256, asOf: '2026-03-02', policy };
}

describe('what lints cost', () => {
  it('grows with the model and no faster', () => {
    const [small, large] = [40, 80].map((size) => {
      const { counted, asked } = counting(plant('head', size, 0, new Map()));
      runLints(input(counted, counted));
      return asked();
    });
    expect((large ?? 0) / (small ?? 1)).toBeLessThan(2.1);
  });

  it('is far less for the two revisions of a small change than for two plants', () => {
    const cache: ParseCache = new Map();
    const [base, head] = [counting(plant('base', 80, 0, cache)), counting(plant('head', 80, 1, cache))];
    runDifferingLints(input(base.counted, base.counted), input(head.counted, base.counted));
    const whole = counting(plant('head', 80, 1, cache));
    runLints(input(whole.counted, base.counted));
    expect((base.asked() + head.asked()) / whole.asked()).toBeLessThan(1.4);
  });
});
