// Records that nothing distinguishes are searched once; whatever is asked, the answers are those of the whole search.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComposedPlant } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { renamingsOf } from '../../../../src/core/explore/search/alike/alike-records.ts';
import { newFunction, type Compile } from '../../../../src/core/explore/search/new-function.ts';
import type { Answer, SearchResult } from '../../../../src/core/explore/search/search-result.ts';
import { search, searchWith, type SearchOptions } from '../../../../src/core/explore/search/search.ts';
import { plantOfAlikeRecords } from '../alike-plant.ts';
import { expectTheEnd } from './expect-the-end.ts';
import { naiveSearch } from './naive-search.ts';

const NO_LIMITS = { states: Infinity, bytes: Infinity };
const MOST = 600;
const RUNS = { numRuns: 200 };

/** All variables, so that nothing that was met is forgotten. */
function everything({ variables, settled }: ComposedPlant): SearchOptions {
  return { together: { variables: [...variables.keys()], where: settled } };
}

describe('Records that nothing distinguishes', () => {
  test('are found by what the plant does, and searched with the answers of the whole search', () => {
    let reduced = 0;
    fc.assert(
      fc.property(plantOfAlikeRecords(), ({ plant, properties }) => {
        const naive = naiveSearch(plant, properties, MOST);
        fc.pre(naive !== undefined);
        const each = search(plant, properties, NO_LIMITS, {}, { ...everything(plant), alike: 'each' });
        const once = search(plant, properties, NO_LIMITS, {}, everything(plant));
        expect(renamingsOf(plant).length).toBe(plant.records.length === 2 ? 2 : 6);
        expect(saidOf(once)).toEqual(saidOf(each));
        expect(once.answers.map(lengthOf)).toEqual(naive?.answers);
        expect(once.standFor).toBe(naive?.states);
        expect(once.states).toBeLessThanOrEqual(each.states);
        if (once.states < each.states) reduced++;
      }),
      RUNS,
    );
    expect(reduced).toBeGreaterThan(RUNS.numRuns / 2);
  });

  test('have stories of one and the same records: each can be replayed and ends as asked', () => {
    fc.assert(
      fc.property(plantOfAlikeRecords(), ({ plant, properties }) => {
        fc.pre(naiveSearch(plant, [], MOST) !== undefined);
        const { answers, stuck, together = [] } = search(plant, properties, NO_LIMITS, {}, everything(plant));
        for (const [index, answer] of answers.entries()) {
          const property = properties[index];
          if (answer.outcome !== 'undecided' && answer.trace !== undefined && property !== undefined)
            expectTheEnd(plant, property, answer.trace);
        }
        const notResting: Expression = { kind: 'not', of: plant.resting };
        if (stuck !== undefined)
          expectTheEnd(plant, { kind: 'never', id: 'stuck', bad: notResting, onceSettled: false }, stuck);
        for (const { values, trace } of together.slice(0, 20)) {
          const bad: Expression = {
            kind: 'all',
            of: values.map((value, variable) => ({ kind: 'in', variable, values: [value] })),
          };
          expectTheEnd(plant, { kind: 'never', id: 'met', bad, onceSettled: false }, trace);
        }
      }),
      RUNS,
    );
  });

  test.each([
    ['messages that keep the names of other records', /\|\(t\d+\[[^\]]*\](?:<<\d+)?\)/, ''],
    ['a renaming that is noted but not done', /s0=n0;/, ''],
    ['a step that is not called as it is where it ends', /bv\[j\]=M\[[^;]*;/, ''],
    ['an edge that forgets which record it leads to', /EG\[E\+j\]=bg\[j\];/, ''],
  ])('%s: the comparison notices', (_, error, replacement) => {
    let planted = 0;
    const compile: Compile = (parameters, source) => {
      const wrong = source.replace(error, replacement);
      if (wrong !== source) planted++;
      return newFunction(parameters, wrong);
    };
    let noticed = 0;
    for (const { plant, properties } of fc.sample(plantOfAlikeRecords(), { seed: 4, numRuns: 60 })) {
      const naive = naiveSearch(plant, properties, MOST);
      if (naive === undefined) continue;
      let found: unknown;
      try {
        const { answers, standFor } = searchWith(compile, plant, properties, NO_LIMITS);
        found = { answers: answers.map(lengthOf), states: standFor };
      } catch (thrown) {
        found = thrown;
      }
      if (JSON.stringify(found) !== JSON.stringify({ answers: naive.answers, states: naive.states })) noticed++;
    }
    expect({ planted: planted > 0, noticed: noticed > 0 }).toEqual({ planted: true, noticed: true });
  });
});

describe('A record that something distinguishes', () => {
  test('is told apart: a plant that treats one of them otherwise is searched whole', () => {
    fc.assert(
      fc.property(plantOfAlikeRecords(), ({ plant }) => {
        const [first] = plant.steps;
        if (first === undefined) return;
        const steps = plant.steps.map((step, id) => (id === 0 ? { ...step, correction: !step.correction } : step));
        expect(renamingsOf({ ...plant, steps }).length).toBeLessThan(renamingsOf(plant).length);
      }),
      RUNS,
    );
  });
});

/** All that a search says but its stories: of those only the length, since another record may come first. */
function saidOf(result: SearchResult) {
  const {
    states,
    steps,
    bytes,
    standFor,
    answers,
    taken,
    reached,
    stuck,
    together = [],
    full,
    depth,
    stopped,
  } = result;
  void [states, steps, bytes];
  return {
    standFor,
    depth,
    stopped,
    full,
    answers: answers.map(lengthOf),
    taken: Array.from(taken, (times) => times > 0),
    reached,
    stuck: stuck?.steps.length,
    together: together
      .map(({ values, where, trace }) => `${values.join(' ')} ${where} ${trace.steps.length}`)
      .toSorted(),
  };
}

function lengthOf(answer: Answer) {
  switch (answer.outcome) {
    case 'violated':
      return { outcome: 'violated', length: answer.trace.steps.length };
    case 'satisfied': {
      const { trace, vacuous } = answer;
      return { outcome: 'satisfied', vacuous, ...(trace === undefined ? {} : { length: trace.steps.length }) };
    }
    case 'undecided':
      return answer;
  }
}
