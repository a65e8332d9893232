import type { Expression } from '../plant/expression.ts';
import { FALSE, TRUE } from '../plant/simplify.ts';
import type { Answers } from './answers.ts';
import type { Binding, Truth } from './composition.ts';
import type { Inbox, Mail } from './mail.ts';
import type { Leaf } from './predicates.ts';
import type { World } from './world.ts';

/** Whose condition it is, and what it sees beside the state of the world. */
export interface Situation {
  readonly binding: Binding;
  /** The record that the condition is about: the innermost that is bound. */
  readonly focus: number | undefined;
  /** The record that asks. */
  readonly asker: number | undefined;
  /** System whose copies are read. */
  readonly at: string | undefined;
  /** `field record` → class of the value that the step fills in. */
  readonly fills: ReadonlyMap<string, number>;
  readonly arrived: Arrived | undefined;
}

/** The message that starts a step. */
export interface Arrived {
  readonly flow: string;
  /** As it is sent: `IF-002.HOLD`, or the interface alone. */
  readonly message: string;
  /** What it says of a value. */
  says(leaf: Leaf): Truth;
  /** What the receiver remembers once it has arrived; undefined = as before. */
  remembered(inbox: Inbox, record: number, item: string): number | undefined;
}

/** What conditions are judged with. */
export interface Judge {
  readonly world: World;
  readonly mail: Mail;
  readonly answers: Answers;
}

export const UNKNOWN: Truth = { yes: FALSE, no: FALSE };
export const NEVER_SO: Truth = { yes: FALSE, no: TRUE };

/** The situation of one record, or of the lifecycle without object. */
export function situationOf(world: World, record: number, at: string | undefined): Situation {
  const object = world.records[record]?.object;
  const binding: Binding = object === undefined ? new Map() : new Map([[object, record]]);
  return { binding, focus: record, asker: record, at, fills: new Map(), arrived: undefined };
}

/** Records of an object that are meant where it is named, each with when it is. */
export function meant(
  object: string,
  { world }: Judge,
  { binding, focus }: Pick<Situation, 'binding' | 'focus'>,
): readonly { readonly record: number; readonly when: Expression }[] {
  const bound = binding.get(object);
  if (bound !== undefined) return [{ record: bound, when: TRUE }];
  const from = nearest(object, world, binding, focus);
  return world.recordsOfObject(object).flatMap((record) => {
    const when = from === undefined ? TRUE : world.relations.related(record, from);
    return when.kind === 'false' ? [] : [{ record, when }];
  });
}

/** The bound record, innermost first, with which records of this object have to do. */
export function nearest(object: string, world: World, binding: Binding, focus: number | undefined): number | undefined {
  const candidates = [...(focus === undefined ? [] : [focus]), ...[...binding.values()].reverse()];
  return candidates.find((record) => {
    const own = world.records[record]?.object;
    return own !== undefined && world.relations.areRelated(object, own);
  });
}

/** The bound records, as one text. */
export function keyOf(binding: Binding): string {
  return [...binding.values()].sort((a, b) => a - b).join(' ');
}
