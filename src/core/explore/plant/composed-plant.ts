import type { Expression } from './expression.ts';

/**
 * The bounded world of one revision: every record, copy, channel and step, flat and finite. It is plain data, so that it can
 * be handed to another thread, written as Promela or TLA+, and interpreted by anybody else. A state of the plant is one value
 * index for each variable and a list of messages for each channel.
 */
export interface ComposedPlant {
  readonly records: readonly PlantRecord[];
  readonly variables: readonly Variable[];
  readonly channels: readonly Channel[];
  readonly steps: readonly Step[];
  /** Every state in which a story can begin: one value index for each variable; all channels are empty. At least one. */
  readonly initial: readonly (readonly number[])[];
  /** Text of each free atom, for stories: `fact: the lot is confirmed as complete`. */
  readonly freeAtoms: readonly string[];
  /** No delivery, automatic step or recovery is possible: nothing is on its way. */
  readonly settled: Expression;
  /** Every record is where it may stay for good: closed, terminal or resting. Records that do not exist do not count. */
  readonly resting: Expression;
  /** What this world leaves out or idealises, in whole sentences; sorted, without repeats. */
  readonly leftOut: readonly string[];
  readonly bounds: PlantBounds;
}

/** How big the world is. */
export interface PlantBounds {
  /** Object → how many records exist from the beginning. */
  readonly instances: Readonly<Record<string, number>>;
  /** Object → how many more can be created. */
  readonly spare: Readonly<Record<string, number>>;
  /** Lifecycle → the state in which it begins, where the project says so. */
  readonly start: Readonly<Record<string, string>>;
  /** Lifecycles and steps that are left out. */
  readonly without: readonly string[];
  /** Messages that may wait in one channel. */
  readonly messages: number;
  /** Faults that one story may hold. */
  readonly faults: number;
  readonly timing: 'any' | 'settled';
  /** False: conditions that only people enforce (`procedure`) are ignored. */
  readonly procedures: boolean;
}

/** One record of an object, or the one in the world of a lifecycle without object (then `object` is absent). */
export interface PlantRecord {
  /** `lot 1`; the lifecycle's id for a lifecycle without object. */
  readonly name: string;
  readonly object?: string;
  /** Counted from 1. */
  readonly number: number;
  /** It does not exist at the beginning and is made by a step. */
  readonly spare: boolean;
}

/** A finite value of the world. */
export interface Variable {
  /** Unique and for people: `INV of lot 1`, `IF-001 as MES last received it about ncr 1: NCR`. */
  readonly name: string;
  /** Labels of its values; the index is the value. */
  readonly values: readonly string[];
  readonly role: VariableRole;
}

export type VariableRole =
  /** Status of one record in one lifecycle; `absent` is one of its values where it can be. */
  | { readonly kind: 'status'; readonly lifecycle: string; readonly system?: string; readonly record: number }
  /** Whether a spare record exists yet. */
  | { readonly kind: 'existence'; readonly record: number }
  /** Whether one record belongs to another, where that is not the same in every story. */
  | { readonly kind: 'belongs'; readonly record: number; readonly to: number }
  /** A coded field that some step fills. */
  | { readonly kind: 'field'; readonly field: string; readonly record: number }
  /** What a receiving system last received about a record; the first value is `nothing yet`. Values with the same effect are one. */
  | {
      readonly kind: 'copy';
      readonly interface: string;
      readonly receiver: string;
      readonly record: number;
      readonly reads: string;
    }
  /** The state in which a record was most recently, among those that a `{last: …}` names. */
  | { readonly kind: 'last'; readonly lifecycle: string; readonly record: number }
  /** Whether an interface is down (1). */
  | { readonly kind: 'down'; readonly interface: string }
  /** How many faults have happened. */
  | { readonly kind: 'faults' }
  /** What a property remembers of the past. */
  | { readonly kind: 'history'; readonly property: string };

/** Messages of one interface on their way to one receiving system, within one order key. */
export interface Channel {
  /** Unique and for people: `IF-001 to MES about lot 1`. */
  readonly name: string;
  readonly interface: string;
  readonly receiver: string;
  readonly capacity: number;
  /**
   * The object of which no more records can be made: then it is no line of messages but a place without room (capacity 0), to
   * which a step sends that finds no record left to make. Such a step is never taken, and the bound was reached.
   */
  readonly runsOutOf?: string;
  /** `queue`: first in, first out. `bag`: any of them may be next. */
  readonly order: 'queue' | 'bag';
  /** Label of each message; message 0 does not exist (an empty place), so the first label stands for message 1. */
  readonly messages: readonly ChannelMessage[];
}

export interface ChannelMessage {
  /** `HOLD of lot 1`, `IF-001 of ncr 1: Open, UnderReview or Dispositioned`. */
  readonly label: string;
  /** Name of the message within its interface; absent for an interface with one unnamed message. */
  readonly message?: string;
  /** Record whose step sent it. */
  readonly record: number;
}

export type StepKind = 'person' | 'automatic' | 'timed' | 'delivery' | 'outside' | 'fault' | 'recovery';

/** One indivisible event. Its guard sees the state before; all actions happen at once. */
export interface Step {
  /** Its index in `steps`. */
  readonly id: number;
  /**
   * What a story calls it and how another revision finds it again: `NCR.T01 by people on ncr 1`,
   * `deliver IF-001 to MES about ncr 1`. Several steps share a name when they differ only in values.
   */
  readonly name: string;
  readonly kind: StepKind;
  /** With `kind: fault`. */
  readonly fault?: 'lose' | 'duplicate' | 'overtake' | 'outage';
  /** Transitions of the spec that happen in it, the one that starts it first: an asker and its answerer are one step. */
  readonly transitions: readonly StepTransition[];
  /** Roles that can start it, for `person`. */
  readonly by?: readonly string[];
  /** The interface whose message arrives, is lost, or that goes down or up. */
  readonly interface?: string;
  readonly channel?: number;
  /** Message (number within the channel) that arrives, is repeated or lost. */
  readonly message?: number;
  /** What happens to the message: it starts a step, only updates the copy, is not expected (ignored or an error), or repeats one already processed. */
  readonly outcome?: 'processed' | 'copied' | 'ignored' | 'error' | 'discarded';
  /** Values that are entered: field → code. */
  readonly fills?: Readonly<Record<string, string>>;
  /** What a message from outside carries, as far as somebody reads it: mapped field → code, several codes as `F or H`. */
  readonly carries?: Readonly<Record<string, string>>;
  /** Free of free atoms: possible for some choice of them. */
  readonly guard: Expression;
  /** The guard with its free atoms, for properties that are judged at this step; absent where there is none. */
  readonly guardWithAtoms?: Expression;
  /**
   * Mapped fields (`IF-003.dispo_code`) on which its guard depends though the plant does not follow what really arrives in them:
   * there it counts as arrived once it is sent, with any content, each time anew. Such a step may be possible where it is not
   * in the exact plant, never the other way round: what it breaks has to be confirmed, and it is no sure way to anything. Sorted;
   * absent where there is none.
   */
  readonly loosened?: readonly string[];
  /** Free of the state before: may read variables through `copy`. Sets of one variable do not repeat. */
  readonly actions: readonly Action[];
  /** A step that is retroactive or administrative: not counted as a way out by `possible`. */
  readonly correction: boolean;
}

/** One transition that a step performs. */
export interface StepTransition {
  /** `NCR.T01` */
  readonly id: string;
  readonly lifecycle: string;
  readonly record: number;
  readonly from: string;
  readonly to: string;
}

/** What a step does. Values are read from the state before the step, or after its `set` actions where `after` is said. */
export type Action =
  | { readonly kind: 'set'; readonly variable: number; readonly value: number }
  /** variable := map[source before the step] */
  | { readonly kind: 'copy'; readonly variable: number; readonly source: number; readonly map: readonly number[] }
  /** One more: never beyond the last value, which the guard sees to. */
  | { readonly kind: 'increase'; readonly variable: number }
  /** A message is appended (queue) or added (bag). Without room for all it sends, the step does not happen and the bound was reached. */
  | { readonly kind: 'send'; readonly channel: number; readonly message: number }
  /**
   * A message whose content depends on the state right AFTER the `set`, `copy` and `increase` actions of this step:
   * number = base + the sum of map[value of variable] over all parts.
   */
  | {
      readonly kind: 'sendContent';
      readonly channel: number;
      readonly base: number;
      readonly parts: readonly { readonly variable: number; readonly map: readonly number[] }[];
    }
  /** The message at this position of a queue leaves it. Takes come before sends; positions count before this action. */
  | { readonly kind: 'take'; readonly channel: number; readonly position: number }
  /** One such message leaves a bag. */
  | { readonly kind: 'withdraw'; readonly channel: number; readonly message: number };
