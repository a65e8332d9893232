import type { Action, StepTransition } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all } from '../plant/simplify.ts';
import type { Message } from './mail.ts';

/**
 * A step in the making: what must hold, and what it does so far. Making a step means going through its effects one by one;
 * wherever there are several possibilities, one draft becomes several.
 */
export interface Draft {
  /** With free atoms. */
  readonly guard: Expression;
  readonly sets: ReadonlyMap<number, number>;
  readonly copies: readonly Extract<Action, { kind: 'copy' }>[];
  readonly sends: readonly Message[];
  readonly transitions: readonly StepTransition[];
  readonly fills: ReadonlyMap<string, string>;
  /** `field record` → class that the step fills in. */
  readonly filled: ReadonlyMap<string, number>;
  readonly correction: boolean;
  /** Two things that it does would give one value two things at once: such a step is left out, and that is said. */
  readonly contradictory: boolean;
  /** Somebody got a message for which he has no step from where he is, which is an error. */
  readonly unheard: boolean;
  /** The records that its last move made, by object. */
  readonly made: ReadonlyMap<string, number>;
  /** Channels (see `Channel.runsOutOf`) of the objects of which no record is left to make, though it would make one. */
  readonly lacking: readonly number[];
}

export const NEW_DRAFT: Draft = {
  guard: { kind: 'true' },
  sets: new Map(),
  copies: [],
  sends: [],
  transitions: [],
  fills: new Map(),
  filled: new Map(),
  correction: false,
  contradictory: false,
  unheard: false,
  made: new Map(),
  lacking: [],
};

/** The draft where this holds as well; nothing where both cannot hold. */
export function provided(draft: Draft, ...conditions: readonly Expression[]): readonly Draft[] {
  const guard = all(draft.guard, ...conditions);
  return guard.kind === 'false' ? [] : [{ ...draft, guard }];
}

/** The draft that sets a variable, too. */
export function setting(draft: Draft, variable: number, value: number): readonly Draft[] {
  const known = draft.sets.get(variable);
  if (known === value) return [draft];
  if (known !== undefined || draft.copies.some((copy) => copy.variable === variable))
    return [{ ...draft, contradictory: true }];
  return [{ ...draft, sets: new Map([...draft.sets, [variable, value]]) }];
}

/** The draft that gives a variable what another one has now. */
export function copying(draft: Draft, variable: number, source: number, map: readonly number[]): readonly Draft[] {
  const set = draft.sets.get(source);
  if (set !== undefined) return setting(draft, variable, map[set] ?? 0);
  if (draft.sets.has(variable) || draft.copies.some((copy) => copy.variable === variable))
    return [{ ...draft, contradictory: true }];
  return [{ ...draft, copies: [...draft.copies, { kind: 'copy', variable, source, map }] }];
}
