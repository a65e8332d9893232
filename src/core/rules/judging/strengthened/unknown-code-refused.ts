import { fatesOf, goesThrough } from '../fallback.ts';
import { named, shift } from '../wording.ts';
import type { Strengthening } from './strengthening.ts';

/** A value map that says for the first time that it stops a code which it does not name. */
export const unknownCodeRefused: Strengthening = {
  claims: [{ kinds: ['value-map'], paths: ['unknown'] }],
  check(change) {
    const [from, to] = fatesOf(change);
    if (from !== undefined || to === undefined || goesThrough(to)) return [];
    return [{ what: shift(`${named(change.after)}, what becomes of an unknown code`, from, to) }];
  },
  examples: [
    {
      name: 'an unknown code is refused, which nobody had said',
      before: `valueMaps: {VM: {map: {A: X}}}`,
      after: `valueMaps: {VM: {map: {A: X}, unknown: reject}}`,
      expect: ['compatible M value-map:VM unknown'],
    },
    {
      name: 'an unknown code is refused instead of passed on',
      before: `valueMaps: {VM: {map: {A: X}, unknown: pass}}`,
      after: `valueMaps: {VM: {map: {A: X}, unknown: reject}}`,
      expect: [],
    },
  ],
};
