import { expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { composePlant } from '../../../../src/core/explore/compose/compose-plant.ts';
import { compileInvariant } from '../../../../src/core/explore/verdict/compile-invariant.ts';
import { modelOf } from './explored.ts';

it('An invariant brings along a plant that remembers what it has to know, and properties in the numbers of that plant', () => {
  const model = modelOf(`
roles: {OP: {}}
lifecycles: {L: {initial: A, states: {A: active, B: active, C: closed}, transitions: {T1: {from: A, to: B, by: OP}, T2: {from: B, to: C, by: OP}}}}
invariants: {INV-1: {before: L.T2, must: L.T1}}`);
  const composition = composePlant(model, boundsOf(model));
  const [invariant] = model.ofKind('invariant');
  const { plant, ...compiled } = compileInvariant(model, composition, invariant!);
  expect(plant.variables.map(({ name, role }) => [name, role.kind])).toEqual([
    ['L', 'status'],
    ['INV-1: L.T1', 'history'],
  ]);
  expect(plant.steps.map(({ name, actions }) => [name, actions])).toEqual([
    [
      'L.T1 by people',
      [
        { kind: 'set', variable: 0, value: 1 },
        { kind: 'set', variable: 1, value: 1 },
      ],
    ],
    ['L.T2 by people', [{ kind: 'set', variable: 0, value: 2 }]],
  ]);
  expect(compiled).toEqual({
    invariant: 'INV-1',
    kind: 'before',
    properties: [
      {
        kind: 'atStep',
        id: 'INV-1',
        at: [{ step: 1, bad: { kind: 'not', of: { kind: 'in', variable: 1, values: [1] } } }],
      },
    ],
    probes: [],
    notes: [],
  });
});
