import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { keptApart, sharedRoles } from './decisions.ts';
import { statusOf } from './declared.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { personsHolding, rolesThatDecide } from './role-holders.ts';

/** Two signed approvals of one output that one role may give, one after the other, and that nothing keeps apart. */
export interface DualApproval {
  readonly output: Element<'output'>;
  readonly first: Transition;
  readonly second: Transition;
  readonly roles: readonly string[];
}

/** Every such pair; approvals of which only one can be on the way of a record are alternatives and no pair. */
export function dualApprovals(model: SpecModel): readonly DualApproval[] {
  const lifecycles = lifecycleSteps(model);
  return model.ofKind('output').flatMap((output) => {
    const approvals = (output.attributes.approvals ?? []).flatMap((id) => {
      const step = model.get('transition', id);
      const signed = (step?.attributes.sign ?? []).length > 0;
      return step !== undefined && signed && statusOf(model, step) !== 'retired' ? [step] : [];
    });
    return approvals.flatMap((first) =>
      approvals.flatMap((second): readonly DualApproval[] => {
        const steps = lifecycles.find(({ lifecycle }) => lifecycle.key === first.parent);
        if (first === second || first.parent !== second.parent || steps === undefined) return [];
        if (!canFollow(steps, first, second) || keptApart(model, first.id, second.id)) return [];
        const [signers, others] = [first, second].map((step) => personsHolding(model, rolesThatDecide(step)));
        const roles = sharedRoles(signers ?? new Set(), others ?? new Set());
        return roles.length === 0 ? [] : [{ output, first, second, roles }];
      }),
    );
  });
}

/** Whether the second step can come after the first one in the regular course, which no correction takes back. */
function canFollow(steps: LifecycleSteps, first: Transition, second: Transition): boolean {
  const origins = steps.origins(second);
  const reached = new Set(steps.targets(first));
  for (const state of reached) {
    if (origins.includes(state)) return true;
    for (const step of steps.transitions) {
      if (step.attributes.correction === true || !steps.origins(step).includes(state)) continue;
      for (const target of steps.targets(step)) reached.add(target);
    }
  }
  return false;
}
