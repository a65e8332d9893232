import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePatterns } from '../../src/core/model/pattern/compare-patterns.ts';
import type { PatternRelation } from '../../src/core/model/pattern/compare-patterns.ts';
import { compareLanguages } from '../../src/io/pattern-languages.ts';

function relation(before: string, after: string, dialect: string | undefined, then = dialect): PatternRelation {
  return comparePatterns({ regex: before, dialect }, { regex: after, dialect: then }, compareLanguages);
}

describe('two patterns compared by the values that they accept', () => {
  const DIGITS = ['^ORG-\\d{4}$', '^ORG-[0-9]{4}$'] as const;

  it.each([
    ['ecma-262', { is: 'equal' }],
    ['pcre', { is: 'equal' }],
    ['java', { is: 'equal' }],
    ['xpath', { is: 'narrower', lost: 'ORG-٠000' }],
    // In XML Schema an expression has no anchors: both signs are characters of the value.
    ['xsd', { is: 'narrower', lost: '^ORG-٠000$' }],
    [undefined, { is: 'unproven', reason: 'its dialect is not declared' }],
  ])('%s: \\d and [0-9]', (dialect, expected) => {
    expect(relation(...DIGITS, dialect)).toEqual(expected);
  });

  it.each([
    ['[a-z-[aeiou]]+', '[b-df-hj-np-tv-z]+', 'xsd', { is: 'equal' }],
    ['\\i\\c*', '[\\i-[:]][\\c-[:]]*', 'xsd', { is: 'narrower', lost: ':' }],
    ['\\p{Lu}', '[A-Z]', 'xpath', { is: 'narrower', lost: 'À' }],
    ['[^\\d]', '\\D', 'xpath', { is: 'equal' }],
    ['a.c', 'a[^\\n]c', 'pcre', { is: 'equal' }],
    ['a.c', 'a[^\\n]c', 'java', { is: 'wider', gained: 'a\rc' }],
    ['[a-z]{1,35}', '[a-z]{1,50}', 'ecma-262', { is: 'wider', gained: 'a'.repeat(36) }],
    ['[a-c]', '[b-d]', 'java', { is: 'different', lost: 'a', gained: 'd' }],
    ['^(?:a|b$)|^c$', '[abc]', 'ecma-262', { is: 'equal' }],
    ['a*', '(a|aa)*', 'xsd', { is: 'equal' }],
    ['[+\\-]?', '[-+]?', 'pcre', { is: 'equal' }],
  ] as const)('%s and %s in %s', (before, after, dialect, expected) => {
    expect(relation(before, after, dialect)).toEqual(expected);
  });

  it('compares each in its own dialect', () => {
    expect(relation('\\d', '\\d', 'xpath', 'ecma-262')).toEqual({ is: 'narrower', lost: '٠' });
  });

  it.each([
    ['(?=a)b', 'ecma-262', 'it looks ahead, looks back, or refers back to a group'],
    ['a(b', 'ecma-262', 'it is no regular expression of its dialect'],
    ['(a|b)*a(a|b){20}', 'ecma-262', 'the automaton has more than 10000 states'],
    [`${'('.repeat(9000)}a${')'.repeat(9000)}`, 'ecma-262', 'it is too deep to be compared'],
    [`${'('.repeat(300)}a${')'.repeat(300)}`, 'xsd', 'its groups are nested more than 100 deep'],
    ['a{1,5000}', 'xsd', 'it repeats something more than 1000 times'],
    ['\\p{IsGreek}', 'xsd', '“\\p” with this name is not understood as XML Schema'],
    ['a\\', 'xsd', 'an expression that ends early is not understood as XML Schema'],
    ['a*?', 'xsd', 'a reluctant quantifier is not understood as XML Schema'],
    ['a++', 'java', 'a quantifier after a quantifier is not understood as Java'],
    ['[a&&[b]]', 'java', '“&&” in a class is not understood as Java'],
    ['[[:alpha:]]', 'pcre', '“[” in a class is not understood as PCRE'],
    ['\\bword', 'pcre', '“\\b” is not understood as PCRE'],
    ['(?i)a', 'java', '“(?” is not understood as Java'],
    ['[z-\\d]', 'xpath', 'a range that ends with a class is not understood as XPath'],
    ['a)', 'xpath', '“)” without its opening is not understood as XPath'],
    ['(\\w)\\1', 'xpath', '“\\1” is not understood as XPath'],
  ])('concludes nothing from %s', (regex, dialect, reason) => {
    expect(relation(regex, '[ab]*', dialect)).toEqual({ is: 'unproven', reason });
  });

  const expression = fc.letrec<{ term: string }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', ''),
      fc.tuple(tie('term'), tie('term')).map(([one, other]) => `${one}${other}`),
      fc.tuple(tie('term'), tie('term')).map(([one, other]) => `(?:${one}|${other})`),
      fc.tuple(tie('term'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}')).map(([one, many]) => `(?:${one})${many}`),
    ),
  })).term;

  it('agrees with the engine of ECMA-262 on every value', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '1', '\n', '٣', '-'), maxLength: 5 });
    fc.assert(
      fc.property(expression, expression, fc.array(value, { maxLength: 20 }), (before, after, values) => {
        const found = relation(before, after, 'ecma-262');
        if (found.is === 'unproven') return;
        const accepts = (regex: string, text: string) => new RegExp(`^(?:${regex})$`, 'u').test(text);
        const lost = 'lost' in found ? [found.lost, ...values] : values;
        const gained = 'gained' in found ? [found.gained, ...values] : values;
        if ('lost' in found) expect([accepts(before, found.lost), accepts(after, found.lost)]).toEqual([true, false]);
        else expect(lost.filter((text) => accepts(before, text) && !accepts(after, text))).toEqual([]);
        if ('gained' in found)
          expect([accepts(before, found.gained), accepts(after, found.gained)]).toEqual([false, true]);
        else expect(gained.filter((text) => accepts(after, text) && !accepts(before, text))).toEqual([]);
      }),
    );
  });
});
