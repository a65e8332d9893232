import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComposedPlant } from '../../../../src/core/explore/plant/composed-plant.ts';
import { isTrue, type PlantState } from '../../../../src/core/explore/search/interpreter.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import { statesOf } from '../../../../src/core/explore/search/replay.ts';
import type { Answer, SearchResult, Trace } from '../../../../src/core/explore/search/search-result.ts';
import { search, searchWith } from '../../../../src/core/explore/search/search.ts';
import { randomPlant, withRecordsRunningOut } from '../random-plant.ts';
import { naiveSearch, type NaiveAnswer, type NaiveResult } from './naive-search.ts';

const NO_LIMITS = { states: Infinity, bytes: Infinity };
const MOST = 250;
const RUNS = { numRuns: 200 };

function refuse(): never {
  throw new EvalError('Code generation from strings disallowed for this context');
}

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

  test('agrees with it, and with the interpreter, where records run out', () => {
    let met = 0;
    fc.assert(
      fc.property(randomPlant().map(withRecordsRunningOut), ({ plant, properties }) => {
        const naive = naiveSearch(plant, properties, MOST);
        fc.pre(naive !== undefined);
        const { bytes: _, ...generated } = search(plant, properties, NO_LIMITS);
        expect(summaryOf({ ...generated, bytes: 0 })).toEqual(naive);
        const { bytes: __, ...interpreted } = searchWith(refuse, plant, properties, NO_LIMITS);
        expect(interpreted).toEqual(generated);
        if (generated.full.includes(plant.channels.length - 1)) met++;
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(50);
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

function expectTheEnd(plant: ComposedPlant, property: Property, trace: Trace): void {
  const states = statesOf(plant, trace);
  const end = last(states);
  switch (property.kind) {
    case 'never':
      expect(isTrue(property.bad, end)).toBe(true);
      return;
    case 'atStep': {
      const before = states.at(-2) ?? end;
      const step = trace.steps.at(-1);
      expect(property.at.some((at) => at.step === step && isTrue(at.bad, before))).toBe(true);
      return;
    }
    case 'possible':
      expect(isTrue(property.from, end)).toBe(true);
      return;
    case 'response': {
      // After the last beginning no state on the way has the goal.
      const began = states.findLastIndex((state, index) => {
        const step = trace.steps[index - 1];
        const triggered = property.triggers.some((at) => at.step === step && isTrue(at.given, state));
        return triggered || (property.when !== undefined && isTrue(property.when, state));
      });
      expect(began).toBeGreaterThanOrEqual(0);
      for (const state of states.slice(began)) expect(isTrue(property.goal, state)).toBe(false);
      return;
    }
    case 'reachable':
      // Without a witness there is no way to show.
      if (trace.steps.length > 0) expect(isTrue(property.goal, end)).toBe(true);
      return;
  }
}

function last(states: readonly PlantState[]): PlantState {
  const state = states.at(-1);
  if (state === undefined) throw new Error('a trace has at least one state');
  return state;
}
