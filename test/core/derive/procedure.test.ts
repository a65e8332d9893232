import { expect, it } from 'vitest';

import { derive, plantOf } from './derive-texts.ts';

const PLANT = (condition: string): string => `
systems: {MES: {}, QMS: {}}
roles: {LEAD: {}, OPERATOR: {}}
objects: {lot: {}}
lifecycles:
  LOT:
    object: lot
    system: MES
    initial: InProcess
    states: {InProcess: active, Complete: active}
    transitions:
      T1: {event: complete, from: InProcess, to: Complete, by: OPERATOR}
  BRR:
    object: lot
    system: QMS
    initial: Compiling
    states: {Compiling: pre, Review: quarantine}
    transitions:
      T1: {event: review, from: Compiling, to: Review, by: LEAD${condition}}
`;

/** How a tester comes to the state from which a case of the review starts. */
const statesOf = (spec: string) =>
  derive(plantOf(spec))
    .cases.filter(({ title }) => title.startsWith('BRR.T1 review: from Compiling by'))
    .map(({ initialState }) => initialState.map(({ state }) => state));

it('a person takes a step in a test only where the procedure lets people take it', () => {
  expect(statesOf(PLANT(', procedure: {LOT: Complete}'))).toEqual([
    ['TEST-LOT-1: LOT Complete', 'TEST-LOT-1: BRR Compiling'],
  ]);
  expect(statesOf(PLANT(''))).toEqual([['TEST-LOT-1: BRR Compiling']]);
});

it('what only people make sure of is no condition that a system refuses', () => {
  const guards = derive(plantOf(PLANT(', procedure: {LOT: Complete}'))).obligations.filter(
    ({ type }) => type === 'GRD',
  );
  expect(guards).toEqual([]);
});
