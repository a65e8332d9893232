import type { Condition } from '../../language/condition.ts';
import { PLAIN_NAMES, type ConditionNames } from '../../model/condition/condition-names.ts';
import { describeCondition, describeOpposite } from '../../model/condition/words.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { setMembers } from '../set-members.ts';

/** A condition as a tester can prepare it or look it up: ids and values as they are declared, sets with their members. No titles. */
export function conditionWords(condition: Condition, model: SpecModel): string {
  return describeCondition(condition, testNames(model));
}

/** The opposite of a condition, to be prepared for a refusal. */
export function oppositeWords(condition: Condition, model: SpecModel): string {
  return describeOpposite(condition, testNames(model));
}

/** Names by id: a corrected title must not change what a script says. */
function testNames(model: SpecModel): ConditionNames {
  return {
    ...PLAIN_NAMES,
    object: (id) => id,
    soleObjectOf: (lifecycle) => {
      const owner = model.get('lifecycle', lifecycle)?.attributes.object;
      const sharing = model.ofKind('lifecycle').filter(({ attributes }) => attributes.object === owner);
      return owner !== undefined && sharing.length === 1 ? owner : undefined;
    },
    set: (id) => {
      const members = setMembers(id, model);
      return members === undefined ? id : `${id} (${members.join(', ')})`;
    },
    answering: (id) => model.get('interface', id)?.attributes.to.join(' or '),
  };
}
