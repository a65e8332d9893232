import type { Change } from '../../diff/delta.ts';
import type { Condition, StatePattern } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { actOf } from './step-acts.ts';

/**
 * What base watched because a state was released, and head does not: steps that are no release, no hold and no way out of one any
 * more, and invariants and outputs whose condition names the class. Conditions of steps are judged by what they let through.
 */
export function noLongerWatched({ before }: Change, { base, head, inHead }: ChangeContext): readonly string[] {
  const lifecycle = before.parent === undefined ? undefined : base.elements.get(before.parent);
  if (lifecycle === undefined) return [];
  const steps = base.partsOf(lifecycle as Element<'lifecycle'>, 'transition').filter((transition) => {
    const after = inHead(transition) as Element<'transition'> | undefined;
    const isOfState = leadsInto(transition, before.localId) || transition.attributes.from.includes(before.localId);
    return (
      isOfState && after !== undefined && actOf(transition, base) !== undefined && actOf(after, head) === undefined
    );
  });
  const invariants = base.ofKind('invariant').filter((invariant) => mentions(invariant.attributes, lifecycle.id));
  const outputs = base.ofKind('output').filter(({ attributes: { issue } }) => mentions(issue, lifecycle.id));
  return [...steps, ...invariants, ...outputs].map(({ id }) => id);
}

function leadsInto({ attributes: { to } }: Element<'transition'>, state: string): boolean {
  return typeof to === 'string' ? to === state : to.last.includes(state);
}

/** Whether some condition among these attributes means released states of the lifecycle by their class. */
function mentions(attributes: object | undefined, lifecycle: string): boolean {
  return Object.values(attributes ?? {})
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .some(
      (value) => typeof value === 'object' && value !== null && 'kind' in value && names(value as Condition, lifecycle),
    );
}

function names(condition: Condition, lifecycle: string): boolean {
  if (condition.kind === 'status') return condition.lifecycle === lifecycle && namesReleased(condition.states);
  return partsOf(condition).some((part) => names(part, lifecycle));
}

function namesReleased(pattern: StatePattern): boolean {
  if (pattern.kind === 'not') return namesReleased(pattern.of);
  return pattern.kind === 'classes' && pattern.classes.includes('released');
}
