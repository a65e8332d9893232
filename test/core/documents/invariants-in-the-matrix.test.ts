import { expect, test } from 'vitest';
import { composeFront } from '../../../src/core/documents/document-front.ts';
import { traceabilityMatrix } from '../../../src/core/documents/traceability-matrix.ts';
import { AUTHORED, CHANGE, CHANGED_PLANT, PLANT, plantContext } from './small-plant.ts';

/** The first can be attacked: the step is possible where its demand is not met. The second cannot, and the third asks for nothing. */
const INVARIANTS = `invariants:
  INV-1: {title: Only what is done is held, severity: high, step: LOT.T01, requires: {LOT: Done}, satisfies: URS-002}
  INV-2: {title: What is done is never held, severity: high, step: LOT.T01, requires: {LOT: {not: Done}}}
  INV-3: {title: A lot can be done, reachable: {LOT: Done}}
`;

test('each invariant stands with the tests that attack it, and with what the search says', () => {
  const context = plantContext({ base: PLANT + INVARIANTS, head: `${CHANGED_PLANT}${INVARIANTS}${CHANGE}${AUTHORED}` });
  const { invariants } = traceabilityMatrix.compose(context, composeFront(traceabilityMatrix, context));
  expect(invariants).toEqual([
    {
      invariant: 'INV-1',
      title: 'Only what is done is held',
      severity: 'high',
      requirements: ['URS-002'],
      tests: ['OQ-LOT.T01-INV-F3TE2'],
      verdict: 'broken',
      reason: 'It breaks without any fault, in 1 step.',
    },
    {
      invariant: 'INV-2',
      title: 'What is done is never held',
      severity: 'high',
      requirements: [],
      tests: [],
      verdict: 'holds',
      reason:
        'No violation found within these bounds: 1 lot, at most 1 message waiting in each channel, no fault; 4 states.',
    },
    {
      invariant: 'INV-3',
      title: 'A lot can be done',
      severity: null,
      requirements: [],
      tests: [],
      verdict: 'holds',
      reason: 'A way of 2 steps leads there.',
    },
  ]);
});
