import { all, any, not, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { objectsNamed } from './records-of-steps.ts';

/** Once nothing is on its way, one of the combinations is plainly true; what is not known agrees with nothing. */
export const agree: InvariantKind = {
  kind: 'agree',
  compile: ({ composition, invariant: { id, attributes } }) => {
    const combinations = attributes.agree ?? [];
    if (combinations.length === 0) return { notExplored: 'It names no combination that agrees.' };
    const disagreements = composition
      .bindings(objectsNamed(composition, combinations))
      .map(({ binding, exists }) =>
        all(exists, not(any(...combinations.map((condition) => composition.condition(condition, binding).yes)))),
      );
    return {
      properties: [{ kind: 'never', id, bad: withoutAtoms(any(...disagreements)), onceSettled: true }],
    };
  },
};
