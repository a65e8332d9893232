import fc from 'fast-check';
import { expect, it } from 'vitest';

import { NOTHING, type StepDraft, type SweepDraft } from '../../../src/core/derive/draft.ts';
import { MOST_STEPS, packCases } from '../../../src/core/derive/pack.ts';

const step = (action: string, proves: readonly string[] = []): StepDraft => ({
  system: 'S',
  action,
  expected: 'E',
  record: 'R',
  proves,
});

function sweepOf(sizes: readonly number[], opening: number, closing: number): SweepDraft {
  return {
    type: 'ROL',
    element: 'transition:A.T',
    elementId: 'A.T',
    semanticKey: 'ROL|A.T',
    title: 'A sweep',
    objective: 'All of them.',
    setup: { initialState: [], prerequisites: [], accounts: [], testData: [], cleanUp: [] },
    support: [],
    opening: Array.from({ length: opening }, (_, at) => step(`open ${at}`)),
    closing: Array.from({ length: closing }, (_, at) => step(`close ${at}`)),
    items: sizes.map((size, item) => ({
      accounts: [],
      testData: [],
      steps: Array.from({ length: size }, (_, at) => step(`item ${item}.${at}`, [`key ${item}`])),
    })),
  };
}

it('a sweep of any size is cut into cases that a person can do, and loses and doubles nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 3 }),
      (sizes, opening, closing) => {
        const sweep = sweepOf(sizes, opening, closing);
        const cases = packCases({ ...NOTHING, sweeps: [sweep] });
        for (const one of cases) {
          expect(one.steps.length).toBeGreaterThanOrEqual(3);
          expect(one.steps.length).toBeLessThanOrEqual(MOST_STEPS);
          expect(one.steps.slice(0, opening)).toEqual(sweep.opening);
          expect(one.steps.slice(one.steps.length - closing)).toEqual(sweep.closing);
        }
        const done = cases.flatMap(({ steps }) => steps.slice(opening, steps.length - closing));
        expect(done).toEqual(sweep.items.flatMap(({ steps }) => steps));
        expect(new Set(cases.map(({ semanticKey }) => semanticKey)).size).toBe(cases.length);
        expect(cases[0]?.semanticKey).toBe('ROL|A.T');
      },
    ),
  );
});

it('what is read with the result joins that step, what is read after it becomes a step', () => {
  const { opening: _, closing: __, items: ___, ...base } = sweepOf([], 0, 0);
  const host = {
    ...base,
    type: 'POS' as const,
    semanticKey: 'POS|A.T',
    steps: [step('look'), step('do', ['POS|A.T'])],
  };
  const [joined] = packCases({
    ...NOTHING,
    cases: [host],
    additions: [
      { host: 'POS|A.T', joins: { at: 'result', expected: 'The name is shown.' }, proves: ['SIG|A.T'], support: ['b'] },
      { host: 'POS|A.T', joins: { at: 'end', step: step('export') }, proves: ['AUD|A.T'], support: ['a'] },
    ],
  });
  expect(joined?.steps).toEqual([
    step('look'),
    { ...step('do', ['POS|A.T', 'SIG|A.T']), expected: 'E The name is shown.' },
    step('export', ['AUD|A.T']),
  ]);
  expect(joined?.support).toEqual(['a', 'b']);
});
