import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/core/graph/build-graph.ts';
import { reachableStates } from '../../src/core/graph/queries/reachable-states.ts';
import type { Finding, LintFinding } from '../../src/core/rules/finding.ts';
import type { RawFinding } from '../../src/core/rules/judging/raw-finding.ts';
import { causesAmong, rootsOf } from '../../src/core/rules/judging/root-changes.ts';
import { worldKey } from '../../src/core/derive/settled/world.ts';
import { evaluate, type Lookup } from '../../src/core/derive/settled/evaluate.ts';
import { NO_VOCABULARY } from '../../src/core/model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../src/core/model/spec-model.ts';
import { diffModels } from '../../src/core/diff/diff-models.ts';
import { judgeChanges } from '../../src/core/rules/judge.ts';
import { loadModel } from '../../src/core/model/load-model.ts';
import type { FileReading } from '../../src/core/model/load-model.ts';
import { compareLanguages } from '../../src/io/pattern-languages.ts';
import { loadTexts, revisionOf } from './model/load-texts.ts';

/*
 * What a project costs grows with its size and not with its square: operations are counted, never timed.
 */

const PROJECT = 'language: 1\npackage: {id: T, title: Test, version: "1"}\nprofile: sketch\n';

const list = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

function load(text: string): SpecModel {
  const { model, diagnostics } = loadTexts({ 'countersign.yaml': PROJECT, 'specs/all.yaml': text });
  expect(diagnostics).toEqual([]);
  return model;
}

/** The model, and how often somebody walked through all of its elements, or through all of one kind. */
function counted(model: SpecModel): { readonly model: SpecModel; readonly walks: () => number } {
  let walks = 0;
  class Elements extends Map<string, never> {
    override values() {
      walks += 1;
      return super.values();
    }
  }
  const elements = new Elements([...model.elements] as never) as unknown as SpecModel['elements'];
  const ofKind: SpecModel['ofKind'] = (kind) => {
    walks += 1;
    return model.ofKind(kind);
  };
  return { model: { ...model, elements, ofKind }, walks: () => walks };
}

describe('the walks through the whole model do not grow with', () => {
  const forSizes = (cost: (size: number) => number): readonly number[] => [2, 20, 60].map(cost);

  test('names of elements that have another name now', () => {
    const walks = forSizes((size) => {
      const { model, walks: total } = counted(
        load(
          `changes: {CR-1: {title: Change, reason: Test, touches: [${list(size, (index) => `OLD-${index}, `)}NEW-0]}}\nroles:\n${list(
            size,
            (index) => `  NEW-${index}: {formerIds: OLD-${index}}\n`,
          )}`,
        ),
      );
      expect(buildGraph(model, new Set()).diagnostics).toEqual([]);
      return total();
    });
    expect(new Set(walks).size).toBe(1);
  });

  test('lifecycles whose reachable states are asked for', () => {
    const walks = forSizes((size) => {
      const plain = load(
        `objects: {lot: {}}\nlifecycles:\n${list(
          size,
          (index) =>
            `  L${index}: {object: lot, initial: A, states: {A: active, B: held}, transitions: {T1: {from: A, to: B, creates: {lot: {L0: A}}}}}\n`,
        )}`,
      );
      const { model, walks: total } = counted(plain);
      for (const lifecycle of plain.ofKind('lifecycle'))
        expect([...reachableStates(model, lifecycle)]).toEqual([
          ['A', 0],
          ['B', 1],
        ]);
      return total();
    });
    expect(walks).toEqual([1, 1, 1]);
  });

  test('new lint findings whose causes are looked for', () => {
    const model = load(`systems:\n${list(40, (index) => `  S${index}: {title: System ${index}}\n`)}`);
    const { graph } = buildGraph(model, new Set());
    let looks = 0;
    const roots = model.ofKind('system').map((after): RawFinding => {
      const finding = { ruleId: 'display-text-changed', class: 'compatible', element: after } as unknown as Finding;
      return {
        get finding() {
          looks += 1;
          return finding;
        },
        before: after,
        after,
        rule: undefined,
        claims: [],
        within: undefined,
      };
    });
    const causes = causesAmong(roots);
    const afterIndexing = looks;
    for (const element of model.ofKind('system')) {
      const lint = { related: [{ message: '', at: element.at }] } as unknown as LintFinding;
      expect(rootsOf(lint, element, causes, graph, model).map(({ element: { id } }) => id)).toEqual([element.id]);
    }
    expect(looks).toBe(afterIndexing);
    expect(looks).toBe(roots.length);
  });
});

describe('of files that did not change', () => {
  const project = (size: number, head: boolean): Readonly<Record<string, string>> => ({
    'countersign.yaml': PROJECT,
    ...Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `specs/${index}.yaml`,
        `objects: {O${index}: {fields: {a: {type: string, length: ${head && index === 0 ? 20 : 10}}, b: {type: string}}}}\nlifecycles: {L${index}: {object: O${index}, initial: A, states: {A: active, B: held}, transitions: {T1: {from: A, to: B, when: {L${index}: A}}}}}\n`,
      ]),
    ),
  });

  test('each is read once, and where something stands in it is not looked for', () => {
    const costs = [2, 20, 60].map((size) => {
      const lookups: string[] = [];
      const read: string[] = [];
      class Counted extends Map<string, FileReading> {
        override set(key: string, reading: FileReading): this {
          read.push(key);
          const positions = (): ReturnType<FileReading['positions']> => {
            lookups.push(key);
            return reading.positions();
          };
          return super.set(key, { ...reading, positions });
        }
      }
      const cache = new Counted();
      const revisions = {
        base: revisionOf(project(size, false), 'base'),
        head: revisionOf(project(size, true), 'head'),
      };
      const [base, head] = [revisions.base, revisions.head].map((revision) => {
        const { model, diagnostics } = loadModel(revision, { cache });
        const { graph, diagnostics: linking } = buildGraph(model, new Set());
        expect([...diagnostics, ...linking]).toEqual([]);
        return { model, graph };
      });
      if (base === undefined || head === undefined) throw new Error('Two revisions were read.');
      const diff = diffModels(base.model, head.model, { base: revisions.base.files, head: revisions.head.files });
      const judgement = judgeChanges({
        base: base.model,
        head: head.model,
        diff,
        graphBase: base.graph,
        graphHead: head.graph,
        lintBase: [],
        lintHead: [],
        digest: (text) => String(text),
        compareLanguages,
      });
      expect(judgement.findings.map(({ ruleId }) => ruleId)).toEqual(['field-length-widened']);
      const changed = new Set([revisions.base, revisions.head].map(({ files }) => files[1]?.contentId));
      expect(lookups.filter((key) => !changed.has(key))).toEqual([]);
      return { read: read.length - size, lookups: lookups.length };
    });
    expect(costs).toEqual([{ read: 2, lookups: costs[0]?.lookups }, costs[0], costs[0]]);
  });
});

describe('the search of a settled plant', () => {
  test('writes out only what a step changed of a world', () => {
    let reads = 0;
    const delivered = new Proxy(
      { 'IF-1': { message: 'IF-1.HOLD', statuses: { NCR: 'Open' } } },
      {
        ownKeys: (target) => {
          reads += 1;
          return Reflect.ownKeys(target);
        },
      },
    );
    const visited = {};
    const keys = ['Free', 'Held', 'Free'].map((LOT) => worldKey({ states: { LOT }, visited, delivered }));
    expect(keys).toEqual([
      'LOT=Free||IF-1>IF-1.HOLD/NCR:Open',
      'LOT=Held||IF-1>IF-1.HOLD/NCR:Open',
      'LOT=Free||IF-1>IF-1.HOLD/NCR:Open',
    ]);
    expect(reads).toBe(1);
  });

  test('looks at the parts of a condition until one settles it', () => {
    const asked: string[] = [];
    const lookup: Lookup = {
      vocabulary: {
        ...NO_VOCABULARY,
        counts: (set) => {
          asked.push(set);
          return set === 'YES';
        },
      },
      holdsMessageName: () => false,
    };
    const inSet = (set: string) => ({ kind: 'status', lifecycle: 'LOT', states: { kind: 'set', set } }) as const;
    const world = { states: { LOT: 'Free' }, visited: {}, delivered: {} };
    const both = [inSet('YES'), inSet('NO'), inSet('NEVER ASKED')];
    expect(evaluate({ kind: 'all', of: both }, world, lookup)).toBe('false');
    expect(evaluate({ kind: 'any', of: both.toReversed() }, world, lookup)).toBe('true');
    expect(asked).toEqual(['YES', 'NO', 'NEVER ASKED', 'NO', 'YES']);
  });
});
