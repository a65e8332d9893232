import type { Condition } from '../../language/condition.ts';
import { compareText } from '../../diagnostics/order.ts';
import { conditionReferences } from '../../model/condition/references.ts';
import type { Element } from '../../model/element.ts';
import { isSteps } from '../../explore/verdict/kinds/steps-or-condition.ts';
import { conditionsOf } from '../../explore/verdict/left-out.ts';
import type { DerivationContext } from '../derivation-context.ts';
import type { TransitionView } from '../lifecycle-view.ts';

/** An invariant that a step could break, and the steps whose taking is to be tried. */
export interface AttackedInvariant {
  readonly invariant: Element<'invariant'>;
  /** Named steps, or `any`: every step that leads into what must not be. */
  readonly steps: readonly string[] | 'any';
}

/** Why invariants of a kind are not attacked step by step; `undefined` = they are. */
const NOT_ATTACKED: Readonly<Record<string, string>> = {
  after: 'It says what must follow a step. That is waited for after the step; no attempt breaks it.',
  agree: 'It compares what systems say; no step is attempted for it.',
  conserved: 'Quantities are no part of the plant that is explored, so no way to a wrong sum is known.',
  final: 'It is judged on the declared steps; the events that would leave these statuses are tried by ILL.',
  from: 'It asks that a way exists and forbids no step.',
  gate: 'It is judged on the declared steps; other events that would lead into these statuses are tried by ILL.',
  independent: 'It compares the plant with and without other records and forbids no single step.',
  reachable: 'It asks that a way exists and forbids no step.',
  separate: 'It is about persons; the explored plant knows roles only.',
};

/** Why this invariant is not attacked; undefined = it is. */
export function notAttacked({ attributes }: Element<'invariant'>): string | undefined {
  if (attributes.never !== undefined) return undefined;
  if (attributes.step !== undefined && attributes.requires !== undefined) return undefined;
  if (attributes.before !== undefined && attributes.must !== undefined) return undefined;
  const [kind] = Object.keys(NOT_ATTACKED).filter((name) => name in attributes);
  return (kind === undefined ? undefined : NOT_ATTACKED[kind]) ?? 'It does not say what must hold.';
}

/** Which steps could break an invariant that is attacked. */
export function attackedSteps({ attributes }: Element<'invariant'>): AttackedInvariant['steps'] {
  if (attributes.step !== undefined) return attributes.step;
  const { before } = attributes;
  return before !== undefined && isSteps(before) ? before : 'any';
}

/** Whether a step may break the condition for a moment, as long as it does not stay so. */
export function mayPass({ attributes }: Element<'invariant'>): boolean {
  return attributes.never !== undefined && attributes.once === 'settled';
}

/** Lifecycles that the invariant names, sorted. */
export function lifecyclesNamed(invariant: Element<'invariant'>): readonly string[] {
  return referencesOf(conditionsOf(invariant), 'lifecycle');
}

/**
 * Interfaces whose messages bear on the decision: those that start a step of the lifecycles concerned, and those that the
 * conditions of the step or of the invariant read.
 */
export function interfacesThatMatter(
  invariant: Element<'invariant'>,
  transition: TransitionView,
  lifecycles: readonly string[],
  context: DerivationContext,
): ReadonlySet<string> {
  const read = referencesOf(
    [...conditionsOf(invariant), ...[transition.when, transition.procedure].filter((one) => one !== undefined)],
    'interface',
  );
  const heard = context.interfaces.filter(({ receivers }) =>
    receivers.some(({ lifecycle }) => lifecycles.includes(lifecycle)),
  );
  return new Set([...read, ...heard.map(({ id }) => id)]);
}

function referencesOf(conditions: readonly Condition[], wanted: string): readonly string[] {
  const names = conditions.flatMap((condition) =>
    conditionReferences(condition).flatMap(({ kind, name }) => (kind === wanted ? [name] : [])),
  );
  return [...new Set(names)].sort(compareText);
}
