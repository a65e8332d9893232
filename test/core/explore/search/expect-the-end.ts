import { expect } from 'vitest';
import type { ComposedPlant } from '../../../../src/core/explore/plant/composed-plant.ts';
import { isTrue, type PlantState } from '../../../../src/core/explore/search/interpreter.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import { statesOf } from '../../../../src/core/explore/search/replay.ts';
import type { Trace } from '../../../../src/core/explore/search/search-result.ts';

/** The trace can be replayed, and ends in what the property is about. */
export function expectTheEnd(plant: ComposedPlant, property: Property, trace: Trace): void {
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

/** The last state of a trace. */
export function last(states: readonly PlantState[]): PlantState {
  const state = states.at(-1);
  if (state === undefined) throw new Error('a trace has at least one state');
  return state;
}
