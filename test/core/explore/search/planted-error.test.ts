// The comparison with the definition is worth something only if it notices an engine that is wrong: here it is made wrong.
import { describe, expect, test } from 'vitest';
import { newFunction, type Compile } from '../../../../src/core/explore/search/new-function.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import { search, searchWith } from '../../../../src/core/explore/search/search.ts';
import { holdPlant, isIn, REPORT, STOCK } from './hold-plant.ts';
import { naiveSearch } from './naive-search.ts';

const NO_LIMITS = { states: Infinity, bytes: Infinity };
const PROPERTIES: readonly Property[] = [
  { kind: 'never', id: 'shipped', onceSettled: false, bad: { kind: 'all', of: [isIn(REPORT, 1), isIn(STOCK, 2)] } },
];

describe('A planted error', () => {
  test('is not there at first: the generated code counts what the definition counts', () => {
    expect(counts(search(holdPlant(), PROPERTIES, NO_LIMITS))).toEqual(counts(defined()));
  });

  test.each([
    ['a dropped guard', /&G\[\d+\+\(s0[^\]]*\]/, ''],
    ['a wrong pop: the queue is emptied', /\|\(n0&\d+\)>>>\d+/, ''],
    ['messages that are written over those that wait', /n0=n0\|(\d)<<t\d+\[clz\([^;]*;/g, 'n0=n0|$1;'],
    ['a step that forgets what it sets', /n0=n0&-?\d+\|\d+;/, ''],
    ['full queues that nobody notices', /if\(\(s0&\d+\)!==0\)\{F\[0\]=1;room=0;\}/g, ''],
    ['a state that is stored with a lost bit', /s\[n\*1\+0\]=b\[x\+0\]/, 's[n*1+0]=b[x+0]&-2'],
    ['a table that loses its entries', /t\[p\]=h&~q\|\+\+n;/, '++n;if(n>40)throw new Error("no end");'],
  ])('%s changes the counts', (_, error, replacement) => {
    let planted = 0;
    const compile: Compile = (parameters, source) => {
      const wrong = source.replace(error, replacement);
      if (wrong !== source) planted++;
      return newFunction(parameters, wrong);
    };
    let found: unknown;
    try {
      found = counts(searchWith(compile, holdPlant(), PROPERTIES, NO_LIMITS));
    } catch (thrown) {
      found = thrown;
    }
    expect(planted).toBe(1);
    expect(found).not.toEqual(counts(defined()));
  });
});

function defined() {
  const naive = naiveSearch(holdPlant(), PROPERTIES, 1000);
  if (naive === undefined) throw new Error('the plant is larger than it should be');
  return naive;
}

function counts({
  states,
  steps,
  depth,
  taken,
  full,
}: {
  states: number;
  steps: number;
  depth: number;
  taken: ArrayLike<number>;
  full: readonly number[];
}) {
  return { states, steps, depth, taken: Array.from(taken), full };
}
