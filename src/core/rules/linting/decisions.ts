import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { releaseEntry } from './release-entry.ts';

/** Whether somebody answers for a step: it is signed, or it makes something usable. */
export function isDecision(steps: LifecycleSteps, transition: Transition): boolean {
  return (transition.attributes.sign ?? []).length > 0 || releaseEntry(steps, transition) !== undefined;
}

/** Steps that approve a regulated output, or of which an invariant says that only they lead into its states; by id. */
export function approvalSteps(model: SpecModel): ReadonlySet<string> {
  const inForce = (element: Element): boolean => statusOf(model, element) !== 'retired';
  return new Set([
    ...model
      .ofKind('output')
      .filter(inForce)
      .flatMap(({ attributes }) => attributes.approvals ?? []),
    ...model
      .ofKind('invariant')
      .filter(inForce)
      .flatMap(({ attributes }) => attributes.only ?? []),
  ]);
}

/** Segregation rules in force that forbid one person, or one role, to do both of these steps. */
export function keptApart(model: SpecModel, a: string, b: string): boolean {
  return model
    .ofKind('segregation')
    .some(
      (rule) =>
        rule.attributes.barred === undefined &&
        statusOf(model, rule) === 'effective' &&
        rule.attributes.acts.includes(a) &&
        rule.attributes.acts.includes(b),
    );
}

/** Roles that are in both; by id. */
export function sharedRoles(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...a].filter((role) => b.has(role)).sort();
}
