import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import { loadModel, readingKey } from '../../../src/core/model/load-model.ts';
import type { LoadedModel, ParseCache } from '../../../src/core/model/load-model.ts';
import { restoredReading, storedReading } from '../../../src/core/model/read/stored-reading.ts';
import { PROJECT, revisionOf } from './load-texts.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Whole projects and one for each theme of the language, wrong ones among them. */
const PROJECTS = [
  'examples/northmoor/v2.0.1',
  ...readdirSync(join(ROOT, 'test/fixtures/language'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/fixtures/language/${name}`),
];

/** Reads a project a second time with what was stored of the first. */
function twice(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly fresh: LoadedModel;
  readonly restored: LoadedModel;
  readonly stored: readonly string[];
} {
  const revision = revisionOf(files);
  const first: ParseCache = new Map();
  const fresh = loadModel(revision, { cache: first });
  const cache: ParseCache = new Map();
  const stored: string[] = [];
  for (const file of revision.files) {
    const reading = first.get(readingKey(file));
    const line = reading && storedReading(reading);
    if (line === undefined) continue;
    stored.push(file.file);
    cache.set(readingKey(file), restoredReading(line, file.bytes));
  }
  return { fresh, restored: loadModel(revision, { cache }), stored };
}

/** Everything that anybody can ask of a model, its places and the places of its references among it. */
function everything({ model, diagnostics, documents }: LoadedModel): string {
  const { graph, diagnostics: linking } = buildGraph(model, new Set());
  return JSON.stringify({
    diagnostics: [...diagnostics, ...linking],
    texts: documents.map(({ file, document }) => [file, document.text]),
    elements: [...model.elements.values()].map((element) => ({
      ...element,
      prototypes: prototypesIn(element.attributes),
      file: element.file,
      at: element.at,
      places: pathsIn(element.attributes).map((path) => [path, element.locate(path), element.locate(path, 'key')]),
    })),
    links: graph.links.map(({ from, to, attribute, at }) => [from, to, attribute, at]),
  });
}

function pathsIn(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [[], ...members.flatMap(([step, member]) => pathsIn(member).map((path) => [step, ...path]))];
}

/** Which objects have no prototype, in the order in which they are met. */
function prototypesIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const below = Object.values(value).map(prototypesIn).join('');
  return `(${Object.getPrototypeOf(value) === null ? 'none' : 'some'}${below})`;
}

function filesBelow(folder: string): Record<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.yaml'),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

describe('what is restored is what was read: values, places, references', () => {
  test.each(PROJECTS)('%s', (folder) => {
    const { fresh, restored } = twice(filesBelow(join(ROOT, folder)));
    expect(everything(restored)).toBe(everything(fresh));
  });

  test('in a plant with conditions, sorted sets, names that objects have, and structured content', () => {
    const specs = `
lifecycles:
  LC:
    object: lot
    initial: A
    states: {A: active, B: held, C: terminal}
    transitions:
      T1: {from: [B, A], to: C, when: {any: [{LC: [B, A]}, {not: {LC: C}}]}}
objects: {lot: {fields: {size: {type: decimal, x-own: {b: 1, a: [1, null, "0.10"]}}}}}
valueMaps: {VM: {map: {constructor: b, toString: c, "__proto__": a}}}
`;
    const { fresh, restored, stored } = twice({ 'countersign.yaml': PROJECT, 'specs/a.yaml': specs });
    expect(fresh.diagnostics).toEqual([]);
    expect(stored).toEqual(['specs/a.yaml']);
    expect(everything(restored)).toBe(everything(fresh));
    const map = restored.model.get('value-map', 'VM')?.attributes.map as Readonly<Record<string, unknown>>;
    expect(Object.keys(map)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(map['valueOf']).toBeUndefined();
  });
});

describe('nothing is stored of', () => {
  const storedOf = (text: string): readonly string[] =>
    twice({ 'countersign.yaml': PROJECT, 'specs/a.yaml': text }).stored;

  test.each([
    ['a file that is no YAML', 'systems: {'],
    ['a file with an error', 'systems: {MES: {titel: a}}'],
    ['a file with a warning', 'roles: {A: {}, B: {inherits: [A, A]}}'],
    ['a file with keys of its author at the top', 'x-own: 1\nsystems: {MES: {}}'],
    ['a file with an element that cannot be read', 'interfaces: {IF-1: {title: Without ends}}'],
  ])('%s', (_, text) => {
    expect(storedOf(text)).toEqual([]);
  });

  test('the project file', () => {
    expect(storedOf('systems: {MES: {}}')).toEqual(['specs/a.yaml']);
  });
});

describe('a text that is no stored reading', () => {
  test.each([
    ['', /JSON/],
    ['null', /null/],
    ['{}', /not a function/],
    ['[1]', /not iterable/],
    ['[["nothing","A",{},[]]]', /no stored reading/],
    ['[["systems","A",{},[["state","states","B","B",{}]]]]', /no stored reading/],
    ['[["systems","A",{"\\u0000":"other"},[]]]', /no stored value/],
  ])('%s is refused', (text, why) => {
    expect(() => restoredReading(text, new Uint8Array())).toThrow(why);
  });
});
