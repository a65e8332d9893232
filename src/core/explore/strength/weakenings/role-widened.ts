import { sortedNames } from '../../../model/condition/normal-form.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import { elementWith } from '../weakened-model.ts';
import type { WeakeningRule } from './weakening.ts';

/** Where duties are segregated, the roles of one act may do another as well. */
export const roleWidened: WeakeningRule = {
  kind: 'role-widened',
  purpose: 'A role that may do one of two segregated acts, or that is barred from them, may do the other as well.',
  *of(model, { transitions }) {
    const asked = new Set<string>();
    for (const rule of model.ofKind('segregation')) {
      const acts = transitions.filter(({ id }) => rule.attributes.acts.includes(id));
      for (const act of acts) {
        const by = rolesOf(act);
        if (by.length === 0 || by.includes('anyone')) continue;
        const added = keptApart(rule, act, acts, model).filter((role) => !by.includes(role));
        const question = `${act.id} ${added.join(' ')}`;
        if (added.length === 0 || asked.has(question)) continue;
        asked.add(question);
        yield {
          kind: 'role-widened',
          weakened: elementWith(act, { ...act.attributes, by: sortedNames([...by, ...added]) }),
          path: ['by'],
          what: `could also be done by ${added.join(' and ')}`,
          doubt: 'may it',
        };
      }
    }
  },
};

function rolesOf(transition: Element<'transition'>): readonly string[] {
  return transition.attributes.by ?? [];
}

/** Roles that the rule keeps away from this act. */
function keptApart(
  rule: Element<'segregation'>,
  act: Element<'transition'>,
  acts: readonly Element<'transition'>[],
  model: SpecModel,
): readonly string[] {
  const { barred } = rule.attributes;
  if (barred === undefined) {
    return sortedNames(acts.filter((other) => other !== act).flatMap(rolesOf)).filter((role) => role !== 'anyone');
  }
  const kinds = barred.kinds ?? [];
  const ofKinds = model
    .ofKind('role')
    .filter(({ attributes }) => kinds.some((kind) => kind === (attributes.kind ?? 'human')));
  return sortedNames([...(barred.roles ?? []), ...ofKinds.slice(0, 1).map(({ id }) => id)]);
}
