import { statusOf } from '../../model/element-status.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { holdersOf, rolesOfStep } from './role-holders.ts';
import type { Holder } from './role-holders.ts';

type Transition = Element<'transition'>;

/** The acts of a segregation rule that somebody can still do. */
export function actsInForce(model: SpecModel, rule: Element<'segregation'>): readonly Transition[] {
  return rule.attributes.acts.flatMap((id) => {
    const act = model.get('transition', id);
    return act === undefined || statusOf(model, act) === 'retired' ? [] : [act];
  });
}

/** Roles that may do more than one of the acts, each with those that it may do; by the first act, then by role. */
export function combinedActs(
  model: SpecModel,
  acts: readonly Transition[],
): readonly { readonly holder: Holder; readonly acts: readonly string[] }[] {
  const byRole = new Map<string, { holder: Holder; acts: string[] }>();
  for (const act of acts) {
    for (const holder of holdersOf(model, rolesOfStep(act))) {
      if (holder.role.attributes.kind === 'service') continue;
      const known = byRole.get(holder.role.id) ?? { holder, acts: [] };
      // Where it holds one act itself, the way by which it got the other is what is to be seen.
      byRole.set(holder.role.id, {
        holder: holder.through.length > known.holder.through.length ? holder : known.holder,
        acts: [...known.acts, act.id],
      });
    }
  }
  return [...byRole.values()].filter((combined) => combined.acts.length > 1);
}

/** Roles that may do an act from which the rule bars them. */
export function barredHolders(
  model: SpecModel,
  rule: Element<'segregation'>,
  acts: readonly Transition[],
): readonly { readonly holder: Holder; readonly act: Transition }[] {
  const { roles = [], kinds = [] } = rule.attributes.barred ?? {};
  const isBarred = ({ id, attributes }: Element<'role'>): boolean =>
    roles.includes(id) || kinds.includes(attributes.kind ?? 'human');
  return acts.flatMap((act) => {
    const holders: readonly Holder[] = (act.attributes.by ?? []).includes('anyone')
      ? model.ofKind('role').map((role) => ({ role, through: [role.id] }))
      : holdersOf(model, rolesOfStep(act));
    return holders.filter((holder) => isBarred(holder.role)).map((holder) => ({ holder, act }));
  });
}
