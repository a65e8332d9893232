import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTrue } from '../../../../src/core/explore/search/interpreter.ts';
import { statesOf } from '../../../../src/core/explore/search/replay.ts';
import type { Answer, SearchResult } from '../../../../src/core/explore/search/search-result.ts';
import { search, searchWith } from '../../../../src/core/explore/search/search.ts';
import { randomPlant } from '../random-plant.ts';
import { expectTheEnd, last } from './expect-the-end.ts';
import { naiveSearch, type NaiveAnswer, type NaiveResult } from './naive-search.ts';

const NO_LIMITS = { states: Infinity, bytes: Infinity };
const MOST = 250;
const RUNS = { numRuns: 200 };

describe('A search', () => {
  test('agrees with the definition of everything it says', () => {
    fc.assert(
      fc.property(randomPlant(), ({ plant, properties }) => {
        const naive = naiveSearch(plant, properties, MOST);
        fc.pre(naive !== undefined);
        expect(summaryOf(search(plant, properties, NO_LIMITS))).toEqual(naive);
      }),
      RUNS,
    );
  });

  test('gives traces that can be replayed and end where the property says', () => {
    fc.assert(
      fc.property(randomPlant(), ({ plant, properties }) => {
        fc.pre(naiveSearch(plant, [], MOST) !== undefined);
        const { answers, stuck } = search(plant, properties, NO_LIMITS);
        for (const [index, answer] of answers.entries()) {
          const property = properties[index];
          if (answer.outcome !== 'undecided' && answer.trace !== undefined && property !== undefined)
            expectTheEnd(plant, property, answer.trace);
        }
        if (stuck !== undefined) expect(isTrue(plant.resting, last(statesOf(plant, stuck)))).toBe(false);
      }),
      RUNS,
    );
  });

  test('says the same where code generation is not allowed', () => {
    fc.assert(
      fc.property(randomPlant(), ({ plant, properties }) => {
        fc.pre(naiveSearch(plant, [], MOST) !== undefined);
        const { bytes: _, ...generated } = search(plant, properties, NO_LIMITS);
        const refuse = () => {
          throw new EvalError('Code generation from strings disallowed for this context');
        };
        const { bytes: __, ...interpreted } = searchWith(refuse, plant, properties, NO_LIMITS);
        expect(interpreted).toEqual(generated);
      }),
      RUNS,
    );
  });
});

function summaryOf(found: SearchResult): NaiveResult {
  return {
    states: found.states,
    steps: found.steps,
    depth: found.depth,
    full: found.full,
    taken: [...found.taken],
    reached: found.reached.map((values) => [...values]),
    stuck: found.stuck?.steps.length,
    answers: found.answers.map(withoutTrace),
  };
}

function withoutTrace(answer: Answer): NaiveAnswer {
  switch (answer.outcome) {
    case 'violated':
      return { outcome: 'violated', length: answer.trace.steps.length };
    case 'satisfied':
      return {
        outcome: 'satisfied',
        vacuous: answer.vacuous,
        ...(answer.trace === undefined ? {} : { length: answer.trace.steps.length }),
      };
    case 'undecided':
      return answer;
  }
}
