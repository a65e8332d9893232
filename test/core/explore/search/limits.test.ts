import { describe, expect, test } from 'vitest';
import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import { newFunction } from '../../../../src/core/explore/search/new-function.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import { statesOf } from '../../../../src/core/explore/search/replay.ts';
import type { SearchProgress } from '../../../../src/core/explore/search/search-result.ts';
import { search, searchWith } from '../../../../src/core/explore/search/search.ts';
import { holdPlant, isIn, REPORT, STOCK } from './hold-plant.ts';

const refusing = (): never => {
  throw new EvalError('no code here');
};
const NO_LIMITS = { states: Infinity, bytes: Infinity };
const NEVER: Property = { kind: 'never', id: 'N', bad: { kind: 'false' }, onceSettled: false };

describe('A search that must stop', () => {
  test('ends at the most states it may keep, and decides nothing that it did not see', () => {
    const way: Property = { kind: 'possible', id: 'P', from: { kind: 'true' }, goal: isIn(0, 9) };
    const { stopped, states, answers } = search(counters(4, 10), [NEVER, way], { states: 777, bytes: Infinity });
    expect({ stopped, states, answers }).toEqual({
      stopped: 'states',
      states: 777,
      answers: [{ outcome: 'undecided' }, { outcome: 'undecided' }],
    });
  });

  test('ends within the bytes it may use', () => {
    const { stopped, states, bytes } = search(counters(5, 10), [NEVER], { states: Infinity, bytes: 300_000 });
    expect(stopped).toBe('bytes');
    expect(bytes).toBeLessThanOrEqual(300_000);
    expect(states).toBeGreaterThan(10_000);
  });

  test('counts the edges that liveness needs', () => {
    const way: Property = { kind: 'possible', id: 'P', from: { kind: 'true' }, goal: { kind: 'true' } };
    const { stopped, bytes } = search(counters(5, 10), [way], { states: Infinity, bytes: 600_000 });
    expect(stopped).toBe('bytes');
    expect(bytes).toBeLessThanOrEqual(600_000);
  });

  test('still shows what was violated before', () => {
    const bad: Property = { kind: 'never', id: 'N', bad: isIn(3, 2), onceSettled: false };
    const { stopped, answers } = search(counters(4, 10), [bad], { states: 50, bytes: Infinity });
    expect(stopped).toBe('states');
    expect(answers).toEqual([{ outcome: 'violated', trace: { initial: 0, steps: [3, 3] } }]);
  });

  test('ends when it is cancelled, and says how far it is until then', () => {
    const seen: SearchProgress[] = [];
    const watch = {
      progress: (progress: SearchProgress) => void seen.push(progress),
      cancelled: () => seen.length === 2,
    };
    const { stopped, states, answers } = search(counters(6, 10), [NEVER], NO_LIMITS, watch);
    expect({ stopped, answers }).toEqual({ stopped: 'cancelled', answers: [{ outcome: 'undecided' }] });
    expect(seen.map((progress) => progress.states >= 50_000)).toEqual([true, true]);
    expect(states).toBe(seen[1]?.states);
    expect(states).toBeLessThan(200_000);
  });

  test.each(['code', 'interpreter'])('goes as far as it may, and looks at what is there: by %s', (way) => {
    const near: Property = { kind: 'never', id: 'N', bad: isIn(3, 2), onceSettled: false };
    const far: Property = { kind: 'never', id: 'F', bad: isIn(3, 3), onceSettled: false };
    const within = { ...NO_LIMITS, depth: 2 };
    const compile = way === 'code' ? newFunction : refusing;
    const { stopped, depth, answers } = searchWith(compile, counters(4, 10), [near, far], within);
    expect({ stopped, depth, answers }).toEqual({
      stopped: 'depth',
      depth: 2,
      answers: [{ outcome: 'violated', trace: { initial: 0, steps: [3, 3] } }, { outcome: 'undecided' }],
    });
  });

  test('stops as soon as all is decided, if asked to', () => {
    const shipped: Property = { kind: 'never', id: 'N', bad: isIn(STOCK, 2), onceSettled: false };
    const open: Property = { kind: 'reachable', id: 'E', goal: isIn(REPORT, 1) };
    const whole = search(holdPlant(), [shipped, open], NO_LIMITS);
    const short = search(holdPlant(), [shipped, open], NO_LIMITS, {}, { stopWhenDecided: true });
    expect(short.stopped).toBe('decided');
    expect(short.states).toBeLessThan(whole.states);
    expect(short.answers).toEqual(whole.answers);
  });
});

describe('Unusual sizes', () => {
  test('more than 65,535 steps: the step of a trace is known by its whole number', () => {
    const steps = Array.from({ length: 70_000 }, (_, id) => setTo(id, isIn(0, 0), id === 69_999 ? 2 : 1));
    const plant = { ...counters(1, 3), steps };
    const goal: Property = { kind: 'reachable', id: 'E', goal: isIn(0, 2) };
    const { answers, steps: taken } = search(plant, [goal], NO_LIMITS);
    expect(taken).toBe(70_000);
    expect(answers).toEqual([{ outcome: 'satisfied', vacuous: false, trace: { initial: 0, steps: [69_999] } }]);
  });

  test('variables with one value take no bits, also when there is nothing else', () => {
    const plant = { ...counters(3, 1), steps: [setTo(0, isIn(1, 0), 0)] };
    const { states, steps, reached, stuck } = search(plant, [], NO_LIMITS);
    expect({ states, steps, stuck }).toEqual({ states: 1, steps: 1, stuck: undefined });
    expect(reached).toEqual([Uint8Array.of(1), Uint8Array.of(1), Uint8Array.of(1)]);
  });

  test('states of many words, and a table that grows many times', () => {
    const wide = counters(5, 10);
    const spare = Array.from({ length: 12 }, (_, index) => variable(index + 5, 2 ** 14));
    const plant = { ...wide, variables: [...spare, ...wide.variables], steps: wide.steps.map(after(12)) };
    const start = [...spare.map((_, index) => index * 1_234), ...Array<number>(5).fill(0)];
    const { states, depth, answers } = search({ ...plant, initial: [start] }, [lastOf(16)], NO_LIMITS);
    expect({ states, depth }).toEqual({ states: 100_000, depth: 45 });
    const [answer] = answers;
    if (answer?.outcome !== 'violated') throw new Error('the last state was not found');
    expect(
      statesOf({ ...plant, initial: [start] }, answer.trace)
        .at(-1)
        ?.values.slice(12),
    ).toEqual([0, 0, 0, 0, 9]);
  });

  test('limits beyond what any machine has', () => {
    expect(search(holdPlant(), [], { states: 2 ** 52, bytes: 2 ** 52 }).stopped).toBeUndefined();
  });

  test('a channel without messages and a plant without steps', () => {
    const [channel] = holdPlant().channels;
    if (channel === undefined) throw new Error('the plant has a channel');
    const plant = { ...holdPlant(), steps: [], channels: [{ ...channel, messages: [] }], resting: isIn(REPORT, 2) };
    const { states, stuck } = search(plant, [], NO_LIMITS);
    expect({ states, stuck }).toEqual({ states: 1, stuck: { initial: 0, steps: [] } });
  });

  test('an error in generated code is no reason to interpret', () => {
    const wrong = () => {
      throw new SyntaxError('generated code is wrong');
    };
    expect(() => searchWith(wrong, holdPlant(), [], NO_LIMITS)).toThrow(SyntaxError);
  });
});

/** So many counters that go from 0 to size - 1, each by a step of its own. */
function counters(count: number, size: number): ComposedPlant {
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    ...holdPlant(),
    variables: indices.map((index) => variable(index, size)),
    channels: [],
    initial: [indices.map(() => 0)],
    settled: { kind: 'true' },
    resting: { kind: 'true' },
    steps: indices.map((index) => ({
      ...setTo(index, { kind: 'not', of: isIn(index, size - 1) }, 0),
      actions: [{ kind: 'increase', variable: index }],
    })),
  };
}

function variable(index: number, size: number): ComposedPlant['variables'][number] {
  const values = Array.from({ length: size }, (_, value) => String(value));
  return { name: `counter ${index}`, values, role: { kind: 'status', lifecycle: `C${index}`, record: 0 } };
}

function setTo(id: number, guard: Step['guard'], value: number): Step {
  const actions = [{ kind: 'set' as const, variable: 0, value }];
  return { id, name: `step ${id}`, kind: 'person', transitions: [], guard, actions, correction: false };
}

/** The same counter behind so many other variables. */
function after(others: number): (step: Step) => Step {
  return (step) => ({
    ...step,
    guard: { kind: 'not', of: isIn(step.id + others, 9) },
    actions: [{ kind: 'increase', variable: step.id + others }],
  });
}

function lastOf(index: number): Property {
  return { kind: 'never', id: 'N', bad: isIn(index, 9), onceSettled: false };
}
