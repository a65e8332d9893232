import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { COLLECTION_NAMES, COLLECTIONS, PROJECT } from '../../../src/core/language/collections.ts';
import type { CollectionDefinition } from '../../../src/core/language/collections.ts';
import { COLLECTION_GUIDE } from '../../../src/core/language/collection-guide.ts';
import { languageSchema } from '../../../src/core/language/json-schema.ts';
import type { Attributes, Shape } from '../../../src/core/language/shape.ts';
import { loadTexts, PROJECT as SMALLEST_PROJECT } from '../model/load-texts.ts';
import { writeYaml } from '../model/write-yaml.ts';
import { writtenSpec } from '../model/written-specs.ts';
import type { Written, WrittenMap } from '../model/written-specs.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

type Schema = { readonly [keyword: string]: unknown };

const schema = languageSchema();
let accepts: (data: unknown) => boolean;
let complaints: () => string;

beforeAll(() => {
  const validate = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateFormats: false,
  }).compile(schema);
  accepts = (data) => validate(data);
  complaints = () =>
    JSON.stringify(validate.errors?.map(({ instancePath, message, params }) => [instancePath, message, params]));
});

describe('the published schema', () => {
  test('is the one in the repository (npm run build writes it)', () => {
    const committed = readFileSync(join(import.meta.dirname, '../../../schemas/countersign.v1.schema.json'), 'utf8');
    expect(committed).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  test('has the version of the language in its identity', () => {
    expect([schema['$id'], schema['$schema']]).toEqual([
      'urn:countersign:language:1',
      'https://json-schema.org/draft/2020-12/schema',
    ]);
  });

  test('has a title and a description of at least three words for every property', () => {
    const poor: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as Schema;
      for (const [name, property] of Object.entries((properties ?? {}) as Record<string, Schema>)) {
        const description = typeof property['description'] === 'string' ? property['description'] : '';
        const titled = typeof property['title'] === 'string' || path.endsWith('/condition') || path.includes('/states');
        if (!titled || !/^[A-Z].*[.]$/.test(description) || description.split(' ').length < 2)
          poor.push(`${path}/${name}: ${description}`);
      }
      for (const [key, value] of Object.entries(node)) if (key !== 'examples') visit(value, `${path}/${key}`);
    };
    visit(schema, '');
    expect(poor).toEqual([]);
  });

  test('has an example for every collection that it takes itself', () => {
    const refused = COLLECTION_NAMES.filter((name) => !accepts({ [name]: COLLECTION_GUIDE[name].example }));
    expect(refused).toEqual([]);
    const properties = schema['properties'] as Readonly<Record<string, Schema>>;
    expect(COLLECTION_NAMES.filter((name) => !Array.isArray(properties[name]?.['examples']))).toEqual([]);
  });

  test('asks for version and package wherever something of the project is said', () => {
    expect(accepts({ language: 1, package: { id: 'T', title: 'Test', version: '1' } })).toBe(true);
    expect(accepts({ systems: { MES: {} } })).toBe(true);
    expect(accepts({ profile: 'gxp' })).toBe(false);
    expect(accepts({ language: 2, package: { id: 'T', title: 'Test', version: '1' } })).toBe(false);
  });

  test.each(['overlays', 'sites', 'imports', 'extends'])('refuses the reserved word %s', (word) => {
    expect(accepts({ [word]: {} })).toBe(false);
    expect(accepts({ systems: { MES: { [word]: {} } } })).toBe(false);
  });

  test('gives every part one name', () => {
    const shapes = new Map<string, Attributes>();
    const visit = (shape: Shape): void => {
      if (shape.kind === 'list' || shape.kind === 'map') visit(shape.of);
      if (shape.kind === 'choice') shape.of.forEach(visit);
      if (shape.kind !== 'part') return;
      const known = shapes.get(shape.name);
      if (known === undefined) {
        shapes.set(shape.name, shape.attributes);
        Object.values(shape.attributes).forEach((attribute) => visit(attribute.shape));
      } else expect(known, shape.name).toBe(shape.attributes);
    };
    [
      PROJECT,
      ...COLLECTION_NAMES.map((name): CollectionDefinition => COLLECTIONS[name]).map(({ shape }) => shape),
    ].forEach(visit);
    expect(shapes.size).toBeGreaterThan(70);
  });
});

/** A value as a YAML 1.2 program hands it to a schema. */
function plain(value: Written): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...(value as WrittenMap)].map(([name, item]) => [name, plain(item)]));
  if (Array.isArray(value)) return (value as readonly Written[]).map(plain);
  return 'raw' in value
    ? /^(true|false)$/.test(value.raw)
      ? value.raw === 'true'
      : /^[-+]?[\d.]+$/.test(value.raw)
        ? Number(value.raw)
        : value.raw
    : (value as { text: string }).text;
}

const plainly = (content: WrittenMap): string => writeYaml(content, { next: () => 99, anchors: false });

/** Rules of the loader that say what a schema says, too. */
const SCHEMA_RULES = new Set(['schema-invalid', 'unknown-property', 'reserved-word']);

function loaderAccepts(content: WrittenMap): {
  readonly accepted: boolean;
  readonly beyond: boolean;
  readonly said: readonly string[];
} {
  const { diagnostics } = loadTexts({ 'countersign.yaml': SMALLEST_PROJECT, 'specs/a.yaml': plainly(content) });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    accepted: errors.length === 0,
    // Of conditions a schema knows the form only, of dates not the calendar.
    beyond: errors.every(
      ({ ruleId, message }) => !SCHEMA_RULES.has(ruleId) || /`|condition|calendar|cannot be the id/.test(message),
    ),
    said: errors.map(({ ruleId, message, at }) => `${at.pointer} ${ruleId}: ${message}`),
  };
}

describe('schema and loader agree', () => {
  test('on what is right', () => {
    fc.assert(
      fc.property(writtenSpec, (spec) => {
        expect(accepts(plain(spec as WrittenMap)), complaints()).toBe(true);
        expect(loaderAccepts(spec as WrittenMap).said).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('on what is wrong, wherever a value is replaced, a key is lost, added or misspelt', () => {
    fc.assert(
      fc.property(writtenSpec, fc.nat(), fc.nat(), (spec, where, how) => {
        const spoilt = spoil(spec as WrittenMap, where, how);
        const loader = loaderAccepts(spoilt);
        const bySchema = accepts(plain(spoilt));
        if (loader.accepted) expect(bySchema, complaints()).toBe(true);
        if (bySchema && !loader.accepted) expect(loader.beyond, loader.said.join('\n')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** The spec with one thing changed below its collections. */
function spoil(spec: WrittenMap, where: number, how: number): WrittenMap {
  const paths: string[][] = [];
  const visit = (value: Written, path: string[]): void => {
    if (value instanceof Map) for (const [name, item] of value as WrittenMap) visit(item, [...path, name]);
    if (path.length > 1) paths.push(path);
  };
  visit(spec, []);
  const path = paths[where % Math.max(1, paths.length)];
  return path === undefined ? spec : (change(spec, path, how) as WrittenMap);
}

const REPLACEMENTS: readonly Written[] = [
  { text: 'something' },
  { text: 'else entirely' },
  { raw: '7' },
  { raw: 'true' },
  { text: '60 s' },
  { text: '5 parsec' },
  { text: '99 %' },
  { text: '2024-02-30' },
  { text: '2024-02-28' },
  { text: '1/3' },
  { raw: '0.5' },
  [],
  [{ text: 'A' }, { text: 'B' }],
  [{ text: 'a b' }],
  [[{ text: 'A' }]],
  new Map(),
  new Map([['a', { text: 'b' }]]),
  new Map([['notApplicable', { text: 'not here' }]]),
  new Map<string, Written>([
    ['notApplicable', { text: 'not here' }],
    ['x', { text: 'y' }],
  ]),
  new Map([['x-own', { raw: '1' }]]),
  new Map([['NCR', { text: 'Open' }]]),
  new Map([['when', new Map([['NCR', { text: 'Open' }]])]]),
  new Map([['field', { text: 'lot.qty' }]]),
  { text: '' },
  { text: 'x-own' },
];

function change(value: Written, path: readonly string[], how: number): Written {
  const [name, ...rest] = path;
  if (!(value instanceof Map) || name === undefined) return value;
  const map = new Map(value as WrittenMap);
  if (rest.length > 0) return map.set(name, change(map.get(name) ?? new Map<string, Written>(), rest, how));
  const kind = how % 8;
  const item = map.get(name) ?? { text: '' };
  if (kind === 0) map.delete(name);
  else if (kind === 1) map.set(`${name}z`, item).delete(name);
  else if (kind === 2) map.set('extra', item);
  else if (kind === 3) map.set('x-extra', item);
  else map.set(name, REPLACEMENTS[how % REPLACEMENTS.length] ?? item);
  return map;
}
