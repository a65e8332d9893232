import type { Condition } from '../../../language/condition.ts';
import { PLAIN_NAMES } from '../../../model/condition/condition-names.ts';
import { describeCondition } from '../../../model/condition/words.ts';
import type { Composition } from '../../compose/composition.ts';
import type { Expression } from '../../plant/expression.ts';
import { all, any, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind, Probe } from '../compiled-invariant.ts';
import type { Bound } from './records-of-steps.ts';

/** No reachable state fulfils the condition; with `once: settled`, none in which nothing is on its way. */
export const never: InvariantKind = {
  kind: 'never',
  compile: ({ composition, invariant: { id, attributes } }) => {
    const condition = attributes.never;
    if (condition === undefined) return { notExplored: 'It does not say what must never be.' };
    const bindings = composition.bindings(composition.objectsOf(condition));
    return {
      properties: [
        {
          kind: 'never',
          id,
          bad: somewhere(composition, bindings, condition),
          onceSettled: attributes.once === 'settled',
        },
      ],
      probes: condition.kind === 'all' ? condition.of.map((part) => probeOf(composition, bindings, id, part)) : [],
    };
  },
};

/** Where the condition is plainly true for some choice of the records and of what the search cannot know. */
export function somewhere(composition: Composition, bindings: readonly Bound[], condition: Condition): Expression {
  return withoutAtoms(
    any(...bindings.map(({ binding, exists }) => all(exists, composition.condition(condition, binding).yes))),
  );
}

/** When one part of a forbidden combination never comes about, that it is never seen says nothing. */
function probeOf(composition: Composition, bindings: readonly Bound[], id: string, part: Condition): Probe {
  return {
    property: { kind: 'reachable', id, goal: somewhere(composition, bindings, part) },
    absent: `It never comes about that ${describeCondition(part, PLAIN_NAMES)}.`,
  };
}
