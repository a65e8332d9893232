import { sortedNames } from '../../../model/condition/normal-form.ts';
import { elementWith, elementWithout } from '../weakened-model.ts';
import { membersOf } from './members-of-set.ts';
import type { WeakeningRule } from './weakening.ts';

/** A set of what permits names one more member. */
export const permittingMemberAdded: WeakeningRule = {
  kind: 'permitting-member-added',
  purpose: 'A set of what permits names one more member.',
  *of(model, scope) {
    for (const list of model.ofKind('set')) {
      if (list.attributes.effect !== 'permits') continue;
      const known = membersOf(list, model, scope);
      if (known === undefined) continue;
      const open = elementWithout(list, 'except', 'classes').attributes;
      for (const other of known.others) {
        yield {
          kind: 'permitting-member-added',
          weakened: elementWith(list, { ...open, members: sortedNames([...known.members, other]) }),
          path: list.attributes.members === undefined ? [] : ['members'],
          what: `also named ${other}`,
          doubt: 'may it permit, too',
        };
      }
    }
  },
};
