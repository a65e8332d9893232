import { holderInWords } from '../../../graph/queries/role-holders.ts';
import { actsInForce, barredHolders, combinedActs } from '../../../graph/queries/segregation-breaches.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { listed } from '../wording.ts';

/**
 * Segregation of acts. That a role may do what must be apart follows from its rights; that one person holds two roles is not
 * in the specification, so that without a breach nothing more can be said than that the roles do not make one.
 */
export const separate: InvariantKind = {
  kind: 'separate',
  compile: ({ model, invariant: { attributes } }) => {
    const rules = (attributes.separate ?? []).flatMap((id) => model.get('segregation', id) ?? []);
    const breaches = rules.flatMap((rule) => breachesOf(model, rule));
    if (breaches.length > 0) return { declared: { verdict: 'broken', reason: breaches.join(' ') } };
    return {
      notExplored: `By the rights of the roles, none may do what ${listed(attributes.separate ?? [])} keep${rules.length === 1 ? 's' : ''} apart. Which person holds which roles is not in the specification: whether one of them can combine the acts is not explored.`,
    };
  },
};

function breachesOf(model: SpecModel, rule: Element<'segregation'>): readonly string[] {
  const acts = actsInForce(model, rule);
  if (rule.attributes.barred !== undefined)
    return barredHolders(model, rule, acts).map(
      ({ holder, act }) => `${holderInWords(holder)} may do ${act.id}, from which ${rule.id} bars it.`,
    );
  return combinedActs(model, acts).map(
    ({ holder, acts: done }) => `${holderInWords(holder)} may do ${listed(done)}, which ${rule.id} keeps apart.`,
  );
}
