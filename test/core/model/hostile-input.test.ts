import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { LoadedModel } from '../../../src/core/model/load-model.ts';
import { loadSpec, loadTexts, problemsOf, PROJECT } from './load-texts.ts';

// Nothing here takes a second on a machine that is not busy with something else.
vi.setConfig({ testTimeout: 30_000 });

/** What is said, and proof that it did not take minutes. */
function quickly(text: string): readonly string[] {
  const begin = performance.now();
  const loaded = loadSpec(text);
  expect(performance.now() - begin).toBeLessThan(20_000);
  return problemsOf(loaded);
}

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

describe('input that would take a parser down is refused before it is parsed', () => {
  test.each([
    [
      '20,000 opening brackets',
      `systems: ${'['.repeat(20_000)}`,
      '1:73 yaml-invalid: Values are nested more than 64 levels deep.',
    ],
    [
      'balanced brackets',
      `systems: ${'['.repeat(1000)}${']'.repeat(1000)}`,
      '1:73 yaml-invalid: Values are nested more than 64 levels deep.',
    ],
    ['braces', '{a: '.repeat(5000), '1:257 yaml-invalid: Values are nested more than 64 levels deep.'],
    [
      'list items in one line',
      `systems:\n${'- '.repeat(5000)}a`,
      '2:129 yaml-invalid: Values are nested more than 64 levels deep.',
    ],
    [
      'explicit keys in one line',
      `${'? '.repeat(5000)}a`,
      '1:129 yaml-invalid: Values are nested more than 64 levels deep.',
    ],
    [
      'ever deeper indentation',
      repeat(1000, (index) => `${' '.repeat(index)}a:\n`),
      '65:65 yaml-invalid: Values are nested more than 64 levels deep.',
    ],
    [
      '10,000 anchors',
      repeat(10_000, (index) => `a${index}: &a${index} x\n`),
      '201:7 yaml-invalid: The file has more than 200 anchors.',
    ],
    [
      'a scalar of 1.5 MB',
      `systems: "${'x'.repeat(1_500_000)}"`,
      '1:10 yaml-invalid: A single value is longer than 1 MB.',
    ],
    [
      'a file of 3 MB',
      repeat(150_000, (index) => `k${index}: some value\n`),
      '1:1 yaml-invalid: The file is larger than 2 MB.',
    ],
  ])('%s', (_name, text, problem) => expect(quickly(text)).toEqual([problem]));

  test('depth 64 is not too deep', () => {
    const problems = quickly(`x-deep: ${'['.repeat(63)}${']'.repeat(63)}\n`);
    expect(problems).toEqual([]);
  });
});

test('aliases that multiply are stopped where they exceed the bound', () => {
  const bomb = `x-0: &x0 [a, a, a, a, a, a, a, a, a, a]\n${repeat(9, (index) => `x-${index + 1}: &x${index + 1} [${Array.from({ length: 10 }, () => `*x${index}`).join(', ')}]\n`)}`;
  expect(quickly(bomb)).toEqual([
    '5:26 yaml-invalid: Aliases of this file add more than 50000 values to what is written.',
  ]);
});

test('names of JavaScript are names like any other', () => {
  const loaded = loadSpec(`systems:
  __proto__: {title: A}
  constructor: {title: B, x-__proto__: {a: 1}, x-note: {__proto__: 1, constructor: 2}}
  toString: {hasOwnProperty: true, __proto__: {polluted: true}}
  MES: {environments: {PROD: {config: {__proto__: 1, valueOf: 2}}}}
__proto__: {}
constructor: {}
`);
  expect(problemsOf(loaded)).toEqual([
    '2:3 schema-invalid: "__proto__" is no id: it begins with a letter or digit and goes on with letters, digits and _ - ( ) / #.',
    '4:14 unknown-property: "hasOwnProperty" is no attribute of a system.',
    '4:36 unknown-property: "__proto__" is no attribute of a system.',
    '6:1 unknown-property: "__proto__" is no collection of the language.',
    '7:1 unknown-property: "constructor" is no collection of the language.',
  ]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(loaded.model.get('environment', 'MES.PROD')?.attributes.config).toEqual(
    Object.assign(Object.create(null), JSON.parse('{"__proto__": "1", "valueOf": "2"}')),
  );
  expect(Object.keys(loaded.model.get('system', 'constructor')?.attributes.extensions ?? {})).toEqual([
    'x-__proto__',
    'x-note',
  ]);
});

test('10,000 elements, each wrong, are each reported', () => {
  const begin = performance.now();
  const { diagnostics } = loadSpec(`systems:\n${repeat(10_000, (index) => `  S${index}: {titel: a}\n`)}`);
  expect(diagnostics.length).toBe(10_000);
  expect(performance.now() - begin).toBeLessThan(20_000);
});

test('10,000 lines of broken syntax end in one summary', () => {
  const problems = quickly(repeat(10_000, () => 'a: b: c\n'));
  expect(problems.length).toBe(21);
  expect(problems[0]).toBe('1:4 yaml-invalid: A second ": " follows where a single value stands.');
  expect(problems[20]).toMatch(/^21:4 yaml-invalid: \d+ more lines with syntax errors follow from here on\.$/);
});

test('many documents in one file are one problem', () => {
  expect(quickly(repeat(100_000, () => '---\na: 1\n'))).toEqual([
    '2:1 unknown-property: "a" is no collection of the language.',
    '3:1 yaml-invalid: A second YAML document begins here.',
  ]);
});

test('control characters are refused and named', () => {
  const { diagnostics } = loadTexts({
    'countersign.yaml': PROJECT,
    'specs/a.yaml': 'systems: {MES: {title: "a\u0000b"}}',
  });
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['file-control-character']);
  // An escape writes one where it is meant.
  const loaded = loadSpec('systems: {MES: {title: "a\\u001b[31mb"}}');
  expect(loaded.model.get('system', 'MES')?.attributes.title).toBe('a\u001b[31mb');
});

test('a scalar that is long and looks like a number is no trap for the expressions that recognise numbers', () => {
  expect(quickly(`systems: {MES: {title: ${'1'.repeat(900_000)}}}`).length).toBe(1);
  expect(quickly(`conversions: {C: {from: a, to: b, factor: ${'1'.repeat(900_000)}}}`).length).toBe(1);
  expect(quickly(`systems: {MES: {retention: ${'1_'.repeat(400_000)}}}`).length).toBe(1);
});

describe('whatever somebody writes, the loader answers', () => {
  const answers = (loaded: LoadedModel): boolean =>
    loaded.diagnostics.every(
      ({ at, message }) =>
        at.span.start.line >= 1 &&
        at.span.start.column >= 1 &&
        message.length > 0 &&
        loaded.documents.some(({ file }) => file === at.file),
    );

  test('to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => answers(loadSpec(text))),
      { numRuns: 200 },
    );
  });

  test('to any text that is made of the signs of YAML', () => {
    const signs = fc.constantFrom(
      'systems',
      'MES',
      ':',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '>',
      '!t ',
      '---',
      '...',
      '%Y',
      '<<',
      '?',
      '#',
      '~',
      'title',
      '\t',
      '@',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (tokens) => answers(loadSpec(tokens.join('')))),
      { numRuns: 500 },
    );
  });

  test('to any bytes, also in place of the project file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) =>
        answers(loadTexts({ 'countersign.yaml': bytes, 'specs/a.yaml': bytes })),
      ),
      { numRuns: 200 },
    );
  });

  test('to any data under the keys of the language', () => {
    const key = fc.constantFrom(
      'systems',
      'lifecycles',
      'states',
      'transitions',
      'when',
      'sign',
      'fields',
      'interfaces',
      'objects',
      'MES',
      'NCR',
      'x-a',
      'notApplicable',
      'from',
      'unit',
      'required',
      'of',
      'all',
      'not',
    );
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
      leaf: fc.oneof(fc.constantFrom(null, true, 3, 0.5, '', 'a', '60 s', 'NCR', 'NO'), fc.string({ maxLength: 5 })),
      tree: fc.oneof(
        { maxDepth: 6 },
        tie('leaf'),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => answers(loadSpec(JSON.stringify(data)))),
      { numRuns: 500 },
    );
  });
});
