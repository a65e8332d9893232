import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { addEntry, holdsCollection, writtenEntries } from '../../../src/core/source/add-entry.ts';

const STUB = ['W-2: # a blank', '  rule: unit-missing', '  reason:'];

describe('an entry that is added to a spec file', () => {
  it('stands at the end of its collection; everything else stays as it was, byte for byte', () => {
    const before = [
      '# waivers of the plant',
      'waivers:',
      '    W-1:   # the first',
      '        rule:   "unit-missing"   # odd layout',
      '',
      '# and the systems',
      'systems: {ERP: {}, MES: {}}',
      '',
    ].join('\n');
    expect(addEntry(before, 'waivers', STUB)).toBe(
      [
        '# waivers of the plant',
        'waivers:',
        '    W-1:   # the first',
        '        rule:   "unit-missing"   # odd layout',
        '    W-2: # a blank',
        '      rule: unit-missing',
        '      reason:',
        '',
        '# and the systems',
        'systems: {ERP: {}, MES: {}}',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['nothing', '', 'waivers:\n  W-2: # a blank\n    rule: unit-missing\n    reason:\n'],
    ['a remark alone', '# yaml\n', '# yaml\nwaivers:\n  W-2: # a blank\n    rule: unit-missing\n    reason:\n'],
    [
      'another collection, without an end of line',
      'systems: {A: {}}',
      'systems: {A: {}}\nwaivers:\n  W-2: # a blank\n    rule: unit-missing\n    reason:\n',
    ],
    [
      'an empty collection',
      'waivers: # none yet\nsystems: {A: {}}\n',
      'waivers: # none yet\n  W-2: # a blank\n    rule: unit-missing\n    reason:\nsystems: {A: {}}\n',
    ],
    [
      'a text over several lines at the end',
      'waivers:\n  W-1:\n    reason: |\n      one\n      two\n',
      'waivers:\n  W-1:\n    reason: |\n      one\n      two\n  W-2: # a blank\n    rule: unit-missing\n    reason:\n',
    ],
    [
      'ends of line of Windows',
      'waivers:\r\n  W-1: {rule: a}\r\n',
      'waivers:\r\n  W-1: {rule: a}\r\n  W-2: # a blank\r\n    rule: unit-missing\r\n    reason:\r\n',
    ],
  ])('goes into a file with %s', (_, before, after) => {
    expect(addEntry(before, 'waivers', STUB)).toBe(after);
  });

  it('opens braces, since it does not fit into them, and keeps the remarks', () => {
    const before = '# all of them\nwaivers: {W-1: {rule: a}} # one\n# the end\nsystems: {A: {}}\n';
    const after = addEntry(before, 'waivers', STUB) ?? '';
    expect(parse(after)).toEqual({
      waivers: { 'W-1': { rule: 'a' }, 'W-2': { rule: 'unit-missing', reason: null } },
      systems: { A: {} },
    });
    for (const remark of ['# all of them', '# a blank', '# the end']) expect(after).toContain(remark);
  });

  it.each([
    ['what is no YAML', 'waivers: {W-1'],
    ['several documents', 'waivers: {}\n---\nsystems: {}\n'],
    ['a list', '- a\n'],
    ['waivers that are a list', 'waivers: [a]\n'],
    ['an id that is taken', 'waivers:\n  W-2: {rule: a}\n'],
    ['an end of document', 'waivers:\n  W-1: {rule: a}\n...\n'],
  ])('is not forced into %s', (_, text) => {
    expect(addEntry(text, 'waivers', STUB)).toBeUndefined();
  });

  it('takes nothing away, whatever entries there are', () => {
    const id = fc.stringMatching(/^[A-Z]{1,3}-\d{1,3}$/).filter((name) => name !== 'W-2');
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), fc.nat(4), (ids, indent) => {
        const space = ' '.repeat(indent + 1);
        const before = ['waivers:', ...ids.flatMap((one) => [`${space}# ${one}`, `${space}${one}: {rule: r}`]), ''];
        const after = addEntry(before.join('\n'), 'waivers', STUB) ?? '';
        expect([...writtenEntries(after, 'waivers').keys()].toSorted()).toEqual([...ids, 'W-2'].toSorted());
        for (const line of before) expect(after).toContain(line);
      }),
    );
  });

  it('tells which files hold the collection, be it empty', () => {
    expect(
      ['waivers:\n', 'waivers: {}\n', 'systems: {}\n', '', '{broken'].map((text) => holdsCollection(text, 'waivers')),
    ).toEqual([true, true, false, false, false]);
  });
});
