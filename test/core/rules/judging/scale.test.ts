import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOn } from '../../../../src/core/rules/judging/scale.ts';

const SCALE = ['none', 'indirect', 'direct'];

describe('a word on a scale of promises', () => {
  it('moves up or down between declared words', () => {
    expect(SCALE.map((from) => SCALE.map((to) => moveOn(SCALE, from, to)))).toEqual([
      [undefined, 'up', 'up'],
      ['down', undefined, 'up'],
      ['down', 'down', undefined],
    ]);
  });

  it('that was not declared may have been any: only the strongest is certainly up', () => {
    expect(SCALE.map((to) => moveOn(SCALE, undefined, to))).toEqual(['down', 'down', 'up']);
  });

  it('that is not declared any more may be any: only the weakest promised nothing', () => {
    expect(SCALE.map((from) => moveOn(SCALE, from, undefined))).toEqual([undefined, 'down', 'down']);
  });

  it('that is not on the scale may be beyond its ends', () => {
    expect(SCALE.map((to) => moveOn(SCALE, 'some', to))).toEqual(['down', 'down', 'down']);
    expect(SCALE.map((from) => moveOn(SCALE, from, 'some'))).toEqual(['down', 'down', 'down']);
    expect(moveOn(SCALE, 'some', 'other')).toBe('down');
  });

  it('never counts as up in both directions', () => {
    const word = fc.option(fc.constantFrom(...SCALE, 'some', 'other'), { nil: undefined });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect([moveOn(SCALE, a, b), moveOn(SCALE, b, a)]).not.toEqual(['up', 'up']);
      }),
    );
  });
});
