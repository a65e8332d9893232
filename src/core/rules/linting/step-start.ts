import { effectiveRoles } from '../../graph/queries/effective-roles.ts';
import type { Condition } from '../../language/condition.ts';
import { conjunction, partsOf } from '../../model/condition/normal-form.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Transition } from './lifecycle-steps.ts';

/** What starts a transition; none of these = not declared. */
export interface StepStart {
  /** Roles, those that inherit theirs included; `anyone` stands for everybody. Undefined: not started by people. */
  readonly roles: ReadonlySet<string> | undefined;
  /** Interfaces and messages. */
  readonly messages: readonly string[];
  readonly auto: boolean;
  /** A time in the state, or a date field, as one text. */
  readonly time: string | undefined;
  readonly declared: boolean;
}

/** What starts a transition, by its declaration. */
export function startOf(model: SpecModel, transition: Transition): StepStart {
  const { by, receives, auto, after } = transition.attributes;
  const messages = messagesThatStart(transition);
  const time = after === undefined ? undefined : typeof after === 'string' ? after : `field ${after.field}`;
  return {
    roles:
      by === undefined ? undefined : new Set([...by, ...effectiveRoles(model, transition).map(({ role }) => role.id)]),
    messages,
    auto: auto === true,
    time,
    declared: by !== undefined || receives !== undefined || auto === true || after !== undefined,
  };
}

/** Interfaces and messages that start a transition, as it names them. */
export function messagesThatStart({ attributes: { receives } }: Transition): readonly string[] {
  return receives === undefined ? [] : isCondition(receives) ? messagesIn(receives) : receives;
}

/** What must hold for a transition to happen, whoever checks it, with what a message must carry. */
export function guardOf({ attributes }: Transition): Condition {
  const { when, procedure, receives } = attributes;
  const carried = receives !== undefined && isCondition(receives) ? [receives] : [];
  return conjunction([
    ...(when === undefined ? [] : [when]),
    ...(procedure === undefined ? [] : [procedure]),
    ...carried,
  ]);
}

/** Whether two names of messages can mean one message: `IF-002` takes in `IF-002.HOLD`. */
export function sameMessage(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function isCondition(receives: Condition | readonly string[]): receives is Condition {
  return !Array.isArray(receives);
}

function messagesIn(condition: Condition): readonly string[] {
  const own = condition.kind === 'message' ? condition.messages : [];
  return [...new Set([...own, ...partsOf(condition).flatMap(messagesIn)])];
}
