import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { holds } from '../../../../src/core/explore/plant/simplify.ts';
import { withHistory } from '../../../../src/core/explore/plant/with-history.ts';
import type { HistoryStep } from '../../../../src/core/explore/plant/with-history.ts';
import { interpret } from '../../../../src/core/explore/search/interpreter.ts';

const inValues = (variable: number, ...values: readonly number[]): Expression => ({ kind: 'in', variable, values });

const step = (id: number, guard: Expression, value: number): Step => ({
  id,
  name: `step ${id}`,
  kind: 'person',
  transitions: [],
  guard,
  actions: [{ kind: 'set', variable: 0, value }],
  correction: false,
});

/** One variable with the values 0, 1, 2; each step leads from one of them to another. */
function ring(moves: readonly (readonly [from: number, to: number])[]): ComposedPlant {
  return {
    records: [],
    variables: [{ name: 'v', values: ['0', '1', '2'], role: { kind: 'faults' } }],
    channels: [],
    steps: moves.map(([from, to], id) => step(id, inValues(0, from), to)),
    initial: [[0]],
    freeAtoms: [],
    settled: { kind: 'true' },
    resting: { kind: 'false' },
    leftOut: [],
    bounds: {
      instances: {},
      spare: {},
      start: {},
      without: [],
      messages: 1,
      faults: 0,
      timing: 'any',
      procedures: true,
    },
  };
}

describe('A plant that remembers', () => {
  it('keeps the ids of steps and divides one that is noticed only under a condition', () => {
    const plant = ring([
      [0, 1],
      [1, 2],
    ]);
    const both: Step = step(2, inValues(0, 0, 1), 2);
    const { plant: remembering, variable } = withHistory(
      { ...plant, steps: [...plant.steps, both] },
      {
        name: 'seen',
        property: 'INV-1',
        sets: [{ step: 2, given: inValues(0, 1) }],
        clears: [{ step: 0 }],
      },
    );
    expect(variable).toBe(1);
    expect(remembering.variables[1]).toEqual({
      name: 'seen',
      values: ['no', 'yes'],
      role: { kind: 'history', property: 'INV-1' },
    });
    expect(remembering.initial).toEqual([[0, 0]]);
    expect(remembering.steps.map(({ id, name, guard, actions }) => [id, name, guard, actions.slice(1)])).toEqual([
      [0, 'step 0', inValues(0, 0), [{ kind: 'set', variable: 1, value: 0 }]],
      [1, 'step 1', inValues(0, 1), []],
      [2, 'step 2', { kind: 'all', of: [inValues(0, 0, 1), { kind: 'not', of: inValues(0, 1) }] }, []],
      [3, 'step 2', inValues(0, 1), [{ kind: 'set', variable: 1, value: 1 }]],
    ]);
  });

  it('remembers what happened along every way, and changes nothing else', () => {
    const moves = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 6 });
    const noticed = fc.array(fc.record({ step: fc.nat(5), given: fc.option(fc.nat(2), { nil: undefined }) }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(moves, noticed, noticed, fc.array(fc.nat(5), { maxLength: 8 }), (edges, set, clear, choices) => {
        const plant = ring(edges);
        const unique = (list: readonly { step: number; given: number | undefined }[]): HistoryStep[] =>
          [...new Map(list.filter(({ step: id }) => id < edges.length).map((one) => [one.step, one])).values()].map(
            ({ step: id, given }) => ({ step: id, ...(given === undefined ? {} : { given: inValues(0, given) }) }),
          );
        const [sets, clears] = [unique(set), unique(clear)];
        const { plant: remembering, variable } = withHistory(plant, { name: 'h', property: 'INV', sets, clears });
        const [plain, deep] = [interpret(plant), interpret(remembering)];
        let [here, there] = [plain.initial()[0]!, deep.initial()[0]!];
        let expected = 0;
        for (const choice of choices) {
          const possible = plain.enabled(here);
          const deepPossible = deep.enabled(there);
          // Every step is possible exactly where it was, in exactly one variant.
          expect(deepPossible.map(({ step: { name } }) => name).sort()).toEqual(
            possible.map(({ step: { name } }) => name).sort(),
          );
          const taken = possible[choice % Math.max(possible.length, 1)]?.step;
          if (taken === undefined) return;
          const notices = (list: readonly HistoryStep[]): boolean =>
            list.some(({ step: id, given }) => id === taken.id && (given === undefined || holds(given, here)));
          if (notices(sets)) expected = 1;
          else if (notices(clears)) expected = 0;
          const variant = deepPossible.find(({ step: { name } }) => name === taken.name)!.step;
          there = deep.take(there, variant);
          here = plain.take(here, taken);
          expect([there.values[0], there.values[variable]]).toEqual([here.values[0], expected]);
        }
      }),
    );
  });
});
