import type { DerivationContext } from '../derivation-context.ts';
import type { Account, StepDraft } from '../draft.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { Way } from '../settled/settled-plant.ts';
import { conditionWords } from './condition-words.ts';
import { LEFT_EMPTY, type FilledValue } from './filled-values.ts';
import { listed, notDeclared } from './gaps.ts';
import { accountOf, actingAccount, recordOf, systemOf } from './test-names.ts';

/** One signature that a step asks for, and who gives it in the test. */
export interface TestSignature {
  readonly meaning: string;
  readonly signer: Account;
  readonly components: number | undefined;
}

/** The signatures of a transition in their order; different persons unless it says otherwise. */
export function testSignatures(
  transition: TransitionView,
  actor: Account,
  context: DerivationContext,
): readonly TestSignature[] {
  const project = context.model.project?.attributes.signatures;
  const used = new Map<string, number>();
  return (transition.element.attributes.sign ?? []).map(({ meaning, by, samePerson, components }) => {
    const role = by?.[0] ?? actor.role;
    const person = samePerson === true ? 1 : (used.get(role) ?? 0) + 1;
    used.set(role, person);
    const signer =
      by === undefined && person === 1
        ? actor
        : by === undefined
          ? { ...actor, account: actor.account.replace(/1$/u, String(person)) }
          : accountOf(role, person);
    return { meaning, signer, components: components ?? project?.components };
  });
}

/** The text that a tester types where a reason is asked for. */
export function reasonText(transition: TransitionView): string {
  return `Test of ${transition.id}`;
}

/** What a person enters and presses, without the result: `start close, type the reason "Test of NCR.T04"`. */
export function startWords(
  transition: TransitionView,
  values: readonly FilledValue[],
  reason: string = reasonText(transition),
): string {
  const parts = [`start ${transition.event}`];
  const entered = values.filter(({ value }) => value !== LEFT_EMPTY);
  if (entered.length > 0) parts.push(`enter ${listed(entered.map(({ field, value }) => `${field} = ${value}`))}`);
  const empty = values.filter(({ value }) => value === LEFT_EMPTY);
  if (empty.length > 0) parts.push(`leave ${listed(empty.map(({ field }) => field))} empty`);
  if (transition.element.attributes.reason === true) parts.push(`type the reason "${reason}"`);
  return parts.join(', ');
}

/** Which transition is started, and how. */
export interface Started {
  readonly transition: TransitionView;
  readonly way: Way;
  readonly message?: string | undefined;
}

/** The step with which a tester starts a transition, in the way of this firing. */
export function startAction(
  { transition, way, message }: Started,
  actor: Account | undefined,
  values: readonly FilledValue[],
  context: DerivationContext,
  reason: string = reasonText(transition),
): string {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  switch (way) {
    case 'person':
    case 'not declared': {
      const account = actor ?? actingAccount(transition);
      return `As ${account.account} in ${system}, on ${record}, ${startWords(transition, values, reason)}, and confirm.`;
    }
    case 'message':
      return `Send one ${message ?? 'message'} about ${record} with the approved message tool${carrying(transition, context)}.`;
    case 'time':
      return `${timeAction(transition, system, record)}`;
    case 'automatic':
      return `Make the condition of ${transition.id} true for ${record}: ${transition.when === undefined ? notDeclared(`condition of ${transition.id}`) : conditionWords(transition.when, context.model)}. Touch nothing else.`;
  }
}

function carrying(transition: TransitionView, context: DerivationContext): string {
  const filter = transition.receives?.filter;
  return filter === undefined ? '' : `, so that ${conditionWords(filter, context.model)}`;
}

function timeAction(transition: TransitionView, system: string, record: string): string {
  const { after } = transition;
  if (after === undefined) return notDeclared(`time of ${transition.id}`);
  return typeof after === 'string'
    ? `In the test environment of ${system} let ${after} pass for ${record} in this state, or move its clock by ${after}; write which.`
    : `In ${system} set ${after.field} of ${record} to the day before the date of the reference clock and save.`;
}

/** Signing, one step per signature; the last one is where the result shows. */
export function signatureSteps(
  transition: TransitionView,
  actor: Account,
  context: DerivationContext,
): readonly StepDraft[] {
  const system = systemOf(context.lifecycle(transition.lifecycle));
  const signatures = testSignatures(transition, actor, context);
  return signatures.slice(0, -1).map(({ signer, meaning }, position) => ({
    system,
    action: `Enter the credentials of ${signer.account} and confirm.`,
    expected: `Signature ${position + 1} of ${signatures.length} is accepted with the meaning "${meaning}"; the window asks for signature ${position + 2} with the meaning "${signatures[position + 1]?.meaning ?? ''}".`,
    record: 'Write the meaning shown and the time.',
    proves: [],
  }));
}

/** What a signature window asks for. */
export function signatureWindow({ meaning, components }: TestSignature): string {
  const asked =
    components === undefined
      ? `the components of a signature (${notDeclared('number of authentication components')}; write what is asked)`
      : components === 1
        ? '1 component'
        : components === 2
          ? 'user id and password (2 components)'
          : `${components} components`;
  return `A signature window asks for ${asked} and shows the meaning "${meaning}".`;
}
