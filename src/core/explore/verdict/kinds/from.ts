import { all, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { objectsNamed } from './records-of-steps.ts';

/** From wherever the one condition is true, the other can be reached, without a fault or a correction. */
export const from: InvariantKind = {
  kind: 'from',
  compile: ({ composition, invariant: { id, attributes } }) => {
    const { from: start, possible } = attributes;
    if (start === undefined || possible === undefined)
      return { notExplored: 'It does not say what must stay possible.' };
    return {
      properties: composition.bindings(objectsNamed(composition, [start, possible])).map(({ binding, exists }) => ({
        kind: 'possible',
        id,
        from: withoutAtoms(all(exists, composition.condition(start, binding).yes)),
        goal: withoutAtoms(all(exists, composition.condition(possible, binding).yes)),
      })),
    };
  },
};
