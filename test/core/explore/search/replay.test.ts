import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/core/explore/search/interpreter.ts';
import { statesOf } from '../../../../src/core/explore/search/replay.ts';
import { holdPlant } from './hold-plant.ts';

const [RAISE, CLOSE, REOPEN, SHIP, HOLD] = [0, 1, 2, 3, 4];

describe('A replay', () => {
  test('gives every state on the way', () => {
    expect(statesOf(holdPlant(), { initial: 0, steps: [RAISE, HOLD, CLOSE] })).toEqual([
      { values: [0, 0], channels: [[]] },
      { values: [1, 0], channels: [[1]] },
      { values: [1, 1], channels: [[]] },
      { values: [2, 1], channels: [[2]] },
    ]);
  });

  test('refuses a step that is not possible, and says which', () => {
    expect(() => statesOf(holdPlant(), { initial: 0, steps: [SHIP, SHIP] })).toThrow(
      new RangeError('step 2 of the trace (3) is not possible'),
    );
  });

  test('refuses a step that finds a full channel', () => {
    expect(() => statesOf(holdPlant(), { initial: 0, steps: [RAISE, CLOSE, REOPEN] })).toThrow(
      new RangeError('step 3 of the trace (2) finds a full channel'),
    );
  });

  test('refuses a beginning that the plant does not have', () => {
    expect(() => statesOf(holdPlant(), { initial: 1, steps: [] })).toThrow(
      new RangeError('the plant has no initial state 1'),
    );
  });
});

describe('The interpreter', () => {
  test('tells a step that is possible from one that finds no room', () => {
    const { initial, enabled, take } = interpret(holdPlant());
    const [begin] = initial();
    if (begin === undefined) throw new Error('the plant begins somewhere');
    const raised = take(begin, enabledStep(begin, RAISE));
    const closed = take(raised, enabledStep(raised, CLOSE));
    expect(enabled(closed).map(({ step, full }) => [step.id, full])).toEqual([
      [REOPEN, [0]],
      [SHIP, []],
      [HOLD, []],
    ]);

    function enabledStep(state: typeof raised, id: number) {
      const found = enabled(state).find(({ step }) => step.id === id);
      if (found === undefined) throw new Error(`step ${id} is not possible`);
      return found.step;
    }
  });
});
