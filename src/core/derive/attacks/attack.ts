import type { Element } from '../../model/element.ts';
import type { Trace } from '../../explore/search/search-result.ts';
import type { ComposedPlant } from '../../explore/plant/composed-plant.ts';
import type { PlantState } from '../../explore/search/interpreter.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { Attempt, StepCondition } from './attempts.ts';

/**
 * How a step is attacked. `direct`: nothing is on its way. `pending`: a message that bears on the decision has not arrived.
 * `near`: of everything that the step asks for, at most one condition is not met.
 */
export type AttackVariant = 'direct' | 'pending' | 'near';

export const ATTACK_VARIANTS: readonly AttackVariant[] = ['direct', 'pending', 'near'];

/** One step that one invariant forbids in some situation, and the nearest situation of each kind. */
export interface Attack {
  readonly invariant: Element<'invariant'>;
  readonly transition: TransitionView;
  /** The way to each situation, or why there is none. */
  readonly found: Readonly<Record<AttackVariant, AttackSituation | NoSituation>>;
}

/** A situation in which the step is attempted. */
export interface AttackSituation {
  /** A shortest way to it, messages let through as early as may be. */
  readonly trace: Trace;
  readonly plant: ComposedPlant;
  readonly state: PlantState;
  readonly attempt: Attempt;
  /** Conditions of the step that are not met here, whatever is prepared. */
  readonly unmet: readonly StepCondition[];
  /** Names of test records, each with the one that it belongs to. */
  readonly together: readonly (readonly [string, string])[];
  /** Facts and values that the plant does not follow, as they have to be prepared. */
  readonly prepared: readonly string[];
  /** What comes of it when the machines go on: after the step where it happens, else from the situation itself. */
  readonly outcome: AttackOutcome;
}

/** What the specification makes of the attempt. */
export interface AttackOutcome {
  /**
   * `refused`: a condition is not met. `let-through`: nothing stops it, so the invariant is broken as specified. `passing`: the
   * step may be taken, for the invariant counts only once everything has arrived.
   */
  readonly kind: 'refused' | 'let-through' | 'passing';
  /** Interfaces whose messages arrive until then, sorted. */
  readonly through: readonly string[];
  /** Statuses once everything has arrived, where they are the same whatever comes first: variable → label. */
  readonly settled: ReadonlyMap<number, string> | undefined;
  /** Everything may arrive and what must not be is there: the specification as it stands does not keep the invariant. */
  readonly stays: boolean;
}

/** There is no case, and why. */
export interface NoSituation {
  readonly reason: string;
}
