import { describe, expect, it } from 'vitest';
import { mergeValues } from '../../../../src/core/explore/compose/merge-values.ts';
import type { RawStep } from '../../../../src/core/explore/compose/raw-step.ts';
import type { Variable, VariableRole } from '../../../../src/core/explore/plant/composed-plant.ts';
import { TRUE } from '../../../../src/core/explore/plant/simplify.ts';

const copy: VariableRole = { kind: 'copy', interface: 'IF-1', receiver: 'MES', record: 0, reads: 'NCR' };
const variable = (name: string, role: VariableRole): Variable => ({
  name,
  values: ['nothing yet', 'A', 'B', 'C'],
  role,
});
const step = (more: Partial<RawStep>): RawStep => ({
  element: 'LOT.t',
  record: 0,
  name: 't',
  kind: 'person',
  transitions: [],
  guard: TRUE,
  actions: [],
  correction: false,
  ...more,
});

describe('values that nothing tells apart', () => {
  const variables = [
    variable('copy', copy),
    variable('copy of the copy', copy),
    variable('status', { kind: 'status', lifecycle: 'NCR', record: 0 }),
  ];

  it('are one value', () => {
    const asked = { kind: 'in', variable: 0, values: [2] } as const;
    const merged = mergeValues(variables, [step({ actions: [{ kind: 'set', variable: 0, value: 3 }] })], [asked]);
    expect(merged.variables.map(({ values }) => values)).toEqual([
      ['nothing yet / A / C', 'B'],
      ['nothing yet / A / B / C'],
      ['nothing yet', 'A', 'B', 'C'],
    ]);
    expect(merged.expression(asked)).toEqual({ kind: 'in', variable: 0, values: [1] });
    expect(merged.step(step({ actions: [{ kind: 'set', variable: 0, value: 3 }] })).actions).toEqual([
      { kind: 'set', variable: 0, value: 0 },
    ]);
    expect(merged.values([2, 3, 3])).toEqual([1, 0, 3]);
  });

  it('stay apart where another variable takes them over that is asked', () => {
    const handing = step({ actions: [{ kind: 'copy', variable: 1, source: 0, map: [0, 1, 2, 2] }] });
    const merged = mergeValues(variables, [handing], [{ kind: 'in', variable: 1, values: [0, 1] }]);
    expect(merged.variables.map(({ values }) => values)).toEqual([
      ['nothing yet / A', 'B / C'],
      ['nothing yet / A', 'B / C'],
      ['nothing yet', 'A', 'B', 'C'],
    ]);
    expect(merged.step(handing).actions).toEqual([{ kind: 'copy', variable: 1, source: 0, map: [0, 1] }]);
  });
});
