import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { placeOf } from '../../model/condition/written-places.ts';
import type { Transition } from './lifecycle-steps.ts';

type Status = Extract<Condition, { kind: 'status' }>;
type Comparison = Extract<Condition, { kind: 'comparison' }>;
type Read = Extract<Condition, { kind: 'read' }>;
type Message = Extract<Condition, { kind: 'message' }>;

/** A value that a condition looks at. */
export interface ConditionRead {
  readonly leaf: Status | Comparison;
  /** What it is read from instead of the owner: a copy, a question, the message that starts the step. */
  readonly from: Read | Message | undefined;
  /** It is looked at in records that belong to this one, not in this one. */
  readonly ofOthers: boolean;
}

/** Every status and field that a condition looks at, in canonical order. */
export function readsIn(condition: Condition): readonly ConditionRead[] {
  const reads: ConditionRead[] = [];
  const visit = (node: Condition, from: Read | Message | undefined, ofOthers: boolean): void => {
    if (node.kind === 'status' || node.kind === 'comparison') reads.push({ leaf: node, from, ofOthers });
    const source = node.kind === 'read' || node.kind === 'message' ? node : from;
    for (const part of partsOf(node)) visit(part, source, ofOthers || node.kind === 'quantified');
  };
  visit(condition, undefined, false);
  return reads;
}

/** Interfaces that a condition needs to be settled. */
export function settledIn(condition: Condition): readonly string[] {
  return condition.kind === 'settled' ? [condition.interface] : partsOf(condition).flatMap(settledIn);
}

/** A condition of a transition, and where it stands. */
export interface GuardPart {
  readonly attribute: 'when' | 'procedure' | 'receives';
  readonly condition: Condition;
}

/** The conditions of a transition: what the system enforces, what people do, what the message that starts it must carry. */
export function guardParts({ attributes: { when, procedure, receives } }: Transition): readonly GuardPart[] {
  return [
    ...(when === undefined ? [] : [{ attribute: 'when' as const, condition: when }]),
    ...(procedure === undefined ? [] : [{ attribute: 'procedure' as const, condition: procedure }]),
    ...(receives !== undefined && 'kind' in receives ? [{ attribute: 'receives' as const, condition: receives }] : []),
  ];
}

/** Where a name of a condition was written, as a path of the transition. */
export function pathOf(attribute: GuardPart['attribute'], node: Condition, name: string): readonly (string | number)[] {
  return [attribute, ...(placeOf(node, name)?.path ?? [])];
}
