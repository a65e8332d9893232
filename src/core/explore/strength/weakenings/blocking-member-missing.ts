import { elementWith, elementWithout } from '../weakened-model.ts';
import { membersOf } from './members-of-set.ts';
import type { WeakeningRule } from './weakening.ts';

/** A set of what blocks does not know one of its members. */
export const blockingMemberMissing: WeakeningRule = {
  kind: 'blocking-member-missing',
  purpose: 'A set of what blocks lacks one of its members.',
  *of(model, scope) {
    for (const list of model.ofKind('set')) {
      if (list.attributes.effect !== 'blocks') continue;
      const known = membersOf(list, model, scope);
      for (const member of known?.members ?? []) {
        const index = list.attributes.members?.indexOf(member) ?? -1;
        const open = elementWithout(list, 'except', 'classes').attributes;
        yield {
          kind: 'blocking-member-missing',
          weakened: elementWith(list, { ...open, members: (known?.members ?? []).filter((other) => other !== member) }),
          path: index < 0 ? [] : ['members', index],
          what: `did not name ${member}`,
          doubt: 'does it not have to block',
        };
      }
    }
  },
};
