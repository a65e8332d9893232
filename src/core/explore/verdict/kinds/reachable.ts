import type { InvariantKind } from '../compiled-invariant.ts';
import { somewhere } from './never.ts';

/** Some way leads to where the condition is true, for some records. */
export const reachable: InvariantKind = {
  kind: 'reachable',
  compile: ({ composition, invariant: { id, attributes } }) => {
    const condition = attributes.reachable;
    if (condition === undefined) return { notExplored: 'It does not say what must be reachable.' };
    const bindings = composition.bindings(composition.objectsOf(condition));
    return { properties: [{ kind: 'reachable', id, goal: somewhere(composition, bindings, condition) }] };
  },
};
