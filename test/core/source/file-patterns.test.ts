import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, mayMatchBelow, readFilePattern } from '../../../src/core/source/file-patterns.ts';
import type { FilePattern } from '../../../src/core/source/file-patterns.ts';

function pattern(text: string): FilePattern {
  const read = readFilePattern(text);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

describe('a file pattern', () => {
  it.each([
    ['specs/**/*.yaml', 'specs/a.yaml', true],
    ['specs/**/*.yaml', 'specs/x/y/a.yaml', true],
    ['specs/**/*.yaml', 'specs/a.yml', false],
    ['specs/**/*.yaml', 'other/specs/a.yaml', false],
    ['specs/**/*.yaml', 'specs/.git/a.yaml', false],
    ['specs/**/*.yaml', 'specs/.a.yaml', false],
    ['specs/**/*.yaml', 'Specs/a.yaml', false],
    ['.specs/*.yaml', '.specs/a.yaml', true],
    ['**/if-*.yaml', 'if-1.yaml', true],
    ['**/x/**/*.yaml', 'a/x/b/x/c.yaml', true],
    ['specs/**', 'specs/a/b.txt', true],
    ['specs/**', 'specs', false],
    ['./specs//a.yaml', 'specs/a.yaml', true],
    ['specs/?.yaml', 'specs/ä.yaml', true],
    ['specs/?.yaml', 'specs/😀.yaml', true],
    ['specs/?.yaml', 'specs/ab.yaml', false],
    ['specs/*', 'specs/a/b', false],
    ['*.yaml', 'a+b(c).yaml', true],
    ['a*b*c.yaml', 'abbc-bc.yaml', true],
  ])('%s on %s: %s', (text, path, expected) => {
    expect(matchesPattern(pattern(text), path)).toBe(expected);
  });

  it.each([
    ['specs/**/*.yaml', 'specs', true],
    ['specs/**/*.yaml', 'specs/lib', true],
    ['specs/**/*.yaml', 'specs/lib/.git', false],
    ['specs/**/*.yaml', 'vendor', false],
    ['specs/*.yaml', 'specs', true],
    ['specs/*.yaml', 'specs/lib', false],
    ['**/x/*.yaml', 'a', true],
    ['a.yaml', 'a.yaml', false],
  ])('%s below %s: %s', (text, folder, expected) => {
    expect(mayMatchBelow(pattern(text), folder)).toBe(expected);
  });

  it.each([
    ['', 'The pattern is empty.'],
    ['/etc/passwd', '"/etc/passwd" is an absolute path; a pattern starts at the project folder.'],
    ['C:/specs/a.yaml', '"C:/specs/a.yaml" is an absolute path; a pattern starts at the project folder.'],
    ['a/../../b.yaml', '"a/../../b.yaml" leaves the project folder; ".." is not allowed.'],
    ['specs\\*.yaml', '"specs\\*.yaml" holds a backslash; folders are separated by "/" on every system.'],
    ['{a,b}.yaml', '"{a,b}.yaml" holds a bracket or "!"; a pattern knows only *, ? and **.'],
    ['specs/', '"specs/" names a folder; write "specs/**/*.yaml".'],
    ['specs/**.yaml', '"**.yaml" mixes ** with a name; ** must stand alone between two "/".'],
  ])('%j is refused', (text, problem) => {
    expect(readFilePattern(text)).toEqual({ problem });
  });

  it('matches what the plain definition by recursion matches, below a folder too', () => {
    const name = (wanted: string, actual: string): boolean => {
      if (wanted === '') return actual === '';
      if (wanted.startsWith('*'))
        return name(wanted.slice(1), actual) || (actual !== '' && name(wanted, actual.slice(1)));
      return (
        actual !== '' && (wanted.startsWith('?') || wanted[0] === actual[0]) && name(wanted.slice(1), actual.slice(1))
      );
    };
    const dotted = (wanted: string, actual: string) =>
      (!actual.startsWith('.') || wanted.startsWith('.')) && name(wanted, actual);
    const path = (segments: readonly string[], names: readonly string[]): boolean => {
      const [segment, ...later] = segments;
      const [first, ...rest] = names;
      if (segment === undefined) return first === undefined;
      if (segment === '**')
        return path(later, names) || (first !== undefined && !first.startsWith('.') && path(segments, rest));
      return first !== undefined && dotted(segment, first) && path(later, rest);
    };
    const segment = fc.oneof(
      { arbitrary: fc.constant('**'), weight: 1 },
      { arbitrary: fc.stringMatching(/^[ab.?*]{1,4}$/), weight: 3 },
    );
    const segments = fc
      .array(segment, { minLength: 1, maxLength: 5 })
      .filter((all) => all.every((one) => one === '**' || (!one.includes('**') && !/^\.\.?$/.test(one))));
    const names = fc.array(fc.stringMatching(/^[ab.]{1,3}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(segments, names, (wanted, actual) => {
        const made = { text: wanted.join('/'), segments: wanted };
        expect(matchesPattern(made, actual.join('/'))).toBe(path(wanted, actual));
        // Whatever matches a file makes every folder above it worth looking into.
        if (path(wanted, actual)) {
          for (let depth = 1; depth < actual.length; depth += 1)
            expect(mayMatchBelow(made, actual.slice(0, depth).join('/'))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('cannot be made slow', () => {
    const slow = pattern(`${'**/a*a*a*a*a*a*/'.repeat(20)}b`);
    expect(matchesPattern(slow, `${`${'a'.repeat(200)}/`.repeat(200)}c`)).toBe(false);
  });
});
