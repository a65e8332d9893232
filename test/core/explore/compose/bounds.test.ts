import { expect, it } from 'vitest';
import { boundsText } from '../../../../src/core/explore/compose/bounds-text.ts';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { modelOf } from '../verdict/explored.ts';

it('the bounds are said in proper words', () => {
  const model = modelOf('objects: {lot: {}, ncr: {}}\nlifecycles: {}');
  const text = boundsText(boundsOf(model, { instances: { lot: 3, ncr: 1 }, spare: { lot: 2 }, messages: 1 }));
  expect(text).toBe(
    '3 lots and 2 more that steps may create, 1 ncr, at most 1 message waiting in each channel, no fault',
  );
});
