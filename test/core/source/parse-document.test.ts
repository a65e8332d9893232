import { describe, expect, test } from 'vitest';
import { parseSpecText } from '../../../src/core/source/parse-document.ts';
import { positionOf } from '../../../src/core/source/spec-document.ts';
import type { SourceNode } from '../../../src/core/source/spec-document.ts';

/** A tree as `text style line:column` for each scalar. */
function outline(node: SourceNode | undefined, lineStarts: readonly number[]): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'list') return node.items.map((item) => outline(item, lineStarts));
  if (node.kind === 'mapping') {
    return Object.fromEntries(
      [...node.entries].map(([name, { key, value }]) => [`${name} ${at(key.start)}`, outline(value, lineStarts)]),
    );
  }
  return `${node.text} ${node.style} ${at(node.start)}`;
  function at(offset: number): string {
    const { line, column } = positionOf(lineStarts, offset);
    return `${line}:${column}`;
  }
}

const read = (text: string): unknown => {
  const { root, lineStarts, problems } = parseSpecText(text);
  expect(problems).toEqual([]);
  return outline(root, lineStarts);
};

const problems = (text: string): readonly string[] => {
  const { problems: found, lineStarts } = parseSpecText(text);
  return found.map(
    ({ message, range }) =>
      `${positionOf(lineStarts, range.start).line}:${positionOf(lineStarts, range.start).column} ${message}`,
  );
};

describe('scalars are text with a style', () => {
  test('whatever they look like', () => {
    expect(read("a: 012\nb: \"yes\"\nc: 'it''s'\nd: |\n  two\n  lines\ne: >-\n  one\n  line\nf:\n")).toEqual({
      'a 1:1': '012 plain 1:4',
      'b 2:1': 'yes quoted 2:4',
      'c 3:1': "it's quoted 3:4",
      'd 4:1': 'two\nlines block 4:4',
      'e 7:1': 'one line block 7:4',
      'f 10:1': ' empty 10:3',
    });
  });

  test('with positions that count UTF-16 code units, as editors do', () => {
    expect(read('"𝛀 µ": [ä, "𝛀", b]')).toEqual({ '𝛀 µ 1:1': ['ä plain 1:10', '𝛀 quoted 1:13', 'b plain 1:19'] });
  });

  test('in nested flow and block style', () => {
    expect(read('a:\n  - {b: c,\n     d: [e]}\n  - f\n')).toEqual({
      'a 1:1': [{ 'b 2:6': 'c plain 2:9', 'd 3:6': ['e plain 3:10'] }, 'f plain 4:5'],
    });
  });
});

describe('aliases', () => {
  test('stand for the value of their anchor, wherever it is', () => {
    expect(read('a: &x {b: c}\nd: *x\ne: [*x]\n')).toEqual({
      'a 1:1': { 'b 1:8': 'c plain 1:11' },
      'd 2:1': { 'b 1:8': 'c plain 1:11' },
      'e 3:1': [{ 'b 1:8': 'c plain 1:11' }],
    });
  });

  test('an anchor that is set again counts from there on', () => {
    expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toMatchObject({ 'b 2:1': '1 plain 1:7', 'd 4:1': '2 plain 3:7' });
  });

  test('a file with a broken alias is not read any further', () => {
    const document = parseSpecText('a: *x\n');
    expect([document.root, document.readable]).toEqual([undefined, false]);
  });
});

describe('what the language does not take from YAML', () => {
  test.each([
    ['a second document', 'a: 1\n---\nb: 2\n', ['2:1 A second YAML document begins here.']],
    ['a second document after an end mark', 'a: 1\n...\nb: 2\n', ['3:1 A second YAML document begins here.']],
    ['a second document that is empty', 'a: 1\n---\n', ['2:1 A second YAML document begins here.']],
    [
      'a directive',
      '%YAML 1.1\n---\na: 1\n',
      ['1:1 YAML directives (lines that begin with %) are not part of the language.'],
    ],
    [
      'an unknown directive',
      '%SPEED fast\n---\na: 1\n',
      ['1:1 YAML directives (lines that begin with %) are not part of the language.'],
    ],
    ['a tag', 'a: !!int "3"\n', ['1:10 The tag of this value (!!int) is not part of the language.']],
    ['a tag of its own', 'a: !mine {b: c}\n', ['1:10 The tag of this value (!mine) is not part of the language.']],
    ['a merge key', 'a: &x {b: c}\nd: {<<: *x}\n', ['2:5 Merge keys (<<) are not part of the language.']],
    ['a key that is a list', '? [a, b]\n: c\n', ['1:3 A key must be a single name, not a list or a mapping.']],
    ['a key that is an alias', 'a: &x b\n*x : c\n', ['2:1 A key must not be an alias.']],
    ['a missing key', ': c\n', ['1:1 A key is missing before the colon.']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 The key "a" is written twice in one mapping.']],
    ['a key twice in different quotes', 'a: 1\n"a": 2\n', ['2:1 The key "a" is written twice in one mapping.']],
    [
      'several at once',
      '%YAML 1.2\n---\na: !x 1\na: 2\n',
      [
        '1:1 YAML directives (lines that begin with %) are not part of the language.',
        '3:7 The tag of this value (!x) is not part of the language.',
        '4:1 The key "a" is written twice in one mapping.',
      ],
    ],
  ])('%s', (_name, text, expected) => expect(problems(text)).toEqual(expected));

  test.each([
    ['a comment before the document mark', '# comment\n---\na: 1\n'],
    ['an end mark at the end', 'a: 1\n...\n'],
    ['three hyphens in a text', 'a: "---"\nb: |\n  ---\n'],
    ['a quoted merge key', '"<<": 1\n'],
    ['a closing bracket at the beginning of a line', 'a: {\n  b: c\n}\n'],
    ['a file of comments', '# nothing\n'],
    ['an empty file', ''],
  ])('but not %s', (_name, text) => expect(problems(text)).toEqual([]));
});

describe('syntax errors in words', () => {
  test.each([
    ['a: b: c\n', '1:4 A second ": " follows where a single value stands.'],
    ['a:\n\tb: c\n', '2:1 The line is indented with a tab.'],
    ['a: "open\nb: c\n', '1:4 The quote that is opened here is never closed.'],
    ["a: 'open\n", '1:4 The quote that is opened here is never closed.'],
    ['a: [b, c\nd: e\n', '2:1 What is in these brackets must be indented more than the key that it belongs to.'],
    ['[a, b', '1:6 The bracket that is opened before is never closed.'],
    ['a: "\\q"\n', '1:5 The backslash begins an escape that YAML does not know.'],
    ['a: @b\n', '1:4 A value must not begin with this character.'],
    ['a: {b: "c" d: e}\n', '1:12 Something follows a value that is complete.'],
    ['a\nb: c\n', '1:1 A key must stand on one line and be followed by ": ".'],
    ['a: 1\n  b: 2\n', '1:4 A second ": " follows where a single value stands.'],
    ['a:\n    b: 1\n  c: 2\n', '3:1 The line is indented differently from the lines that it belongs to.'],
    ['a: ]\n', '1:4 This does not belong here.'],
  ])('%j', (text, first) => expect(problems(text)[0]).toBe(first));
});

describe('an escape', () => {
  test('does not bring back what turns the direction of writing, in a value or a key', () => {
    const { problems: found } = parseSpecText('a: "x\\u202Ey"\n"b\\u2066": 1\nc: \'\\u202E\'\nd: "\\e"\n');
    expect(found.map(({ ruleId, severity, message, range }) => [ruleId, severity, range.start, message])).toEqual([
      [
        'file-control-character',
        'error',
        3,
        'The character U+202E turns the direction of writing: what is shown is not what is written.',
      ],
      [
        'file-control-character',
        'error',
        14,
        'The character U+2066 turns the direction of writing: what is shown is not what is written.',
      ],
    ]);
  });
});
