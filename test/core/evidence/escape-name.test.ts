import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeName, escapePath, unescapeName } from '../../../src/core/evidence/escape-name.ts';
import { foldPath, portablePathProblem } from '../../../src/core/evidence/package-path.ts';

/** Texts in which everything that the escape treats specially is frequent, lone surrogates included. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Z',
      '9',
      '.',
      '-',
      '_',
      '~',
      '/',
      '\\',
      ' ',
      '\u0000',
      '2',
      'F',
      'u',
      'é',
      'e\u0301',
      '\ud800',
    ),
    maxLength: 20,
  }),
  fc.constantFrom(
    '',
    '.',
    '..',
    'con',
    'NUL.txt',
    'com1',
    'Lpt9.a.b',
    'COM\u00b9',
    '~',
    '~2F',
    '~u00E9',
    '-rf',
    '.git',
    'a.',
    'a ',
  ),
);

describe('the escape of names', () => {
  it.each([
    ['IF-001', 'IF-001'],
    ['NCR.Open', 'NCR.Open'],
    ['A_(B)', 'A_(B)'],
    ['A/B', 'A~2FB'],
    ['A#1', 'A~231'],
    ['a~b', 'a~7Eb'],
    ['prüfung.yaml', 'pr~u00FCfung.yaml'],
    ['my specs.yaml', 'my~20specs.yaml'],
    ['..', '~2E~2E'],
    ['.hidden', '~2Ehidden'],
    ['dot.', 'dot~2E'],
    ['-rf', '~2Drf'],
    ['nul.yaml', '~6Eul.yaml'],
    ['CON', '~43ON'],
    ['console', 'console'],
    ['a\\b:c*?"<>|', 'a~5Cb~3Ac~2A~3F~22~3C~3E~7C'],
    ['', '~'],
  ])('writes %j as %s', (plain, escaped) => {
    expect(escapeName(plain)).toBe(escaped);
    expect(unescapeName(escaped)).toBe(plain);
  });

  it('gives back every name it was given', () => {
    fc.assert(
      fc.property(name, (plain) => {
        expect(unescapeName(escapeName(plain))).toBe(plain);
      }),
    );
  });

  it('makes one portable path segment of every name', () => {
    fc.assert(
      fc.property(name, (plain) => {
        const escaped = escapeName(plain);
        expect(escaped).toMatch(/^[A-Za-z0-9_().~-]+$/);
        expect(portablePathProblem(escaped)).toBeUndefined();
        expect(portablePathProblem(`data/${escaped}/x`)).toBeUndefined();
      }),
    );
  });

  it('keeps two names apart, even where case and normalisation do not count, if they differ in more than ASCII case', () => {
    const asciiLower = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(asciiLower(one) !== asciiLower(other));
        expect(foldPath(escapeName(one))).not.toBe(foldPath(escapeName(other)));
      }),
    );
  });

  it('takes back only what it wrote: one name has one escaped form', () => {
    fc.assert(
      fc.property(name, (text) => {
        const plain = unescapeName(text);
        fc.pre(plain !== undefined);
        expect(escapeName(plain as string)).toBe(text);
      }),
    );
    expect(['~2f', '~41', '~u002F', 'a/b', 'a b', '..', '', 'nul', '~~'].map(unescapeName)).toEqual(
      Array(9).fill(undefined),
    );
  });

  it('disarms paths segment by segment', () => {
    expect(escapePath('specs/../../etc/passwd')).toBe('specs/~2E~2E/~2E~2E/etc/passwd');
    expect(escapePath('/etc')).toBe('~/etc');
  });
});

describe('portable paths', () => {
  it.each([
    ['', 'is empty'],
    ['/etc/passwd', 'is absolute'],
    ['C:/x', 'is absolute'],
    ['a\\b', 'contains a backslash'],
    ['a//b', 'has an empty segment'],
    ['a/', 'has an empty segment'],
    ['a/../b', "has the segment '..', which leads elsewhere"],
    ['./a', "has the segment '.', which leads elsewhere"],
    [`a/${'b'.repeat(256)}`, 'has a name longer than 255 bytes'],
    ['x/'.repeat(513), 'is longer than 1024 characters'],
    ['a/b\u0007', 'has a name that some file system changes, hides or refuses'],
    ['a/b.', 'has a name that some file system changes, hides or refuses'],
    ['a/b ', 'has a name that some file system changes, hides or refuses'],
    ['a/aux.json', 'has a name that some file system changes, hides or refuses'],
    ['a/\u00e9', 'has a name that some file system changes, hides or refuses'],
    ['a/.git', 'has a name that some file system changes, hides or refuses'],
  ])('refuses %j: %s', (path, problem) => {
    expect(portablePathProblem(path)).toBe(problem);
  });

  it('folds what file systems take for one name', () => {
    expect(foldPath('Straße/\u00c9')).toBe(foldPath('STRASSE/e\u0301'));
    expect(foldPath('a/b')).not.toBe(foldPath('a/c'));
  });
});
