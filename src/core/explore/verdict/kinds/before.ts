import { all, any, not, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { hasCome, memories } from './memories.ts';
import { bindingsWith, happenings, leftOutNote, leftOutOf, objectsNamed } from './records-of-steps.ts';
import { conditionIn, isSteps } from './steps-or-condition.ts';

/**
 * What must have come before steps, or before a condition is true: steps, or a condition that was true at some moment.
 * `since` counts anew for what belongs to the record on which it happens; without it, from the beginning.
 */
export const before: InvariantKind = {
  kind: 'before',
  remember: (question) => memories(question).flatMap(({ bits }) => bits.map(({ history }) => history)),
  compile: (question) => {
    const { composition, plant, invariant } = question;
    const { id, attributes } = invariant;
    const { before: judged, must, since = [] } = attributes;
    if (judged === undefined || must === undefined) return { notExplored: 'It does not say what must have come.' };
    const unheard = leftOutOf(plant.bounds, [...(isSteps(must) ? must : []), ...since]);
    if (unheard.length > 0)
      return { notExplored: `${leftOutNote(unheard).join(' ')} Nobody can tell whether it has come.` };
    const known = memories(question);
    if (!isSteps(judged)) {
      const bad = composition
        .bindings(objectsNamed(composition, [judged, conditionIn(must)]))
        .map(({ binding, exists }) =>
          all(
            exists,
            composition.condition(judged, binding).yes,
            not(hasCome(question, known, binding, [...binding.values()])),
          ),
        );
      return { properties: [{ kind: 'never', id, bad: withoutAtoms(any(...bad)), onceSettled: false }] };
    }
    const leftOut = leftOutOf(plant.bounds, judged);
    if (leftOut.length === judged.length) return { notExplored: leftOutNote(leftOut).join(' ') };
    const at = happenings(plant, judged).map(({ step, record }) => {
      const lacking = bindingsWith(composition, objectsNamed(composition, [conditionIn(must)]), record).map(
        ({ binding, exists }) =>
          all(exists, not(hasCome(question, known, binding, [...new Set([...binding.values(), record])]))),
      );
      return { step: step.id, bad: withoutAtoms(any(...lacking)) };
    });
    return { properties: [{ kind: 'atStep', id, at }], notes: leftOutNote(leftOut) };
  },
};
