import type { DerivationContext } from '../derivation-context.ts';
import type { Account } from '../draft.ts';
import type { LifecycleView, TransitionView } from '../lifecycle-view.ts';
import { notDeclared } from './gaps.ts';

/** A user without any role, to be prepared in every system under test. */
export const NO_RIGHTS: Account = { account: 'norights1', role: 'no role' };
/** A user that held a role and is disabled. */
export const DISABLED: Account = { account: 'disabled1', role: 'any role, account disabled' };

/** The test account of a role: `mrb_chair1`; the second person in it is `mrb_chair2`. */
export function accountOf(role: string, person = 1): Account {
  return role === 'anyone'
    ? { account: `anyone${person}`, role: 'any signed-in user' }
    : { account: `${role.toLowerCase()}${person}`, role };
}

/** The account that starts a transition, and what to write where nobody is declared for it. */
export function actingAccount(transition: TransitionView, role?: string): Account {
  const chosen = role ?? transition.by[0];
  return chosen === undefined
    ? { account: 'starter1', role: notDeclared(`role that starts ${transition.id}`) }
    : accountOf(chosen);
}

/** Name of the test record of an object: an alias, for the system issues the number. */
export function recordOf(lifecycle: LifecycleView | undefined): string {
  return `TEST-${(lifecycle?.object ?? lifecycle?.id ?? 'RECORD').toUpperCase()}-1`;
}

export function recordOfObject(object: string): string {
  return `TEST-${object.toUpperCase()}-1`;
}

/** Where a lifecycle is decided, as printed in a step. */
export function systemOf(lifecycle: LifecycleView | undefined): string {
  return lifecycle?.system ?? notDeclared(`system of ${lifecycle?.id ?? 'this step'}`);
}

/** `MRB_CHAIR`, or the service role that a machine acts in, as an audit trail would show it. */
export function machineAccount(
  transition: TransitionView,
  message: string | undefined,
  context: DerivationContext,
): string {
  const own = transition.element.attributes.as;
  if (own !== undefined) return `the account of service role ${own}`;
  const carrier = message === undefined ? undefined : context.interface(message.split('.')[0] ?? message);
  const account = carrier?.attributes.transport?.account;
  if (account !== undefined) return `the account of service role ${account}`;
  return notDeclared(`the service role in which ${transition.id} acts`);
}

/** Who looks at the record before and after: somebody who may start the step, else the first role of the plant. */
export function observerOf(transition: TransitionView, context: DerivationContext): Account {
  const role =
    transition.by[0] ??
    context.lifecycle(transition.lifecycle)?.transitions.find(({ by }) => by.length > 0)?.by[0] ??
    context.rights.human[0];
  return role === undefined
    ? { account: 'observer1', role: 'NOT DECLARED: role that may read the record' }
    : accountOf(role);
}
