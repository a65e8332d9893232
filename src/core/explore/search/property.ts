import type { Expression } from '../plant/expression.ts';

/**
 * What is asked of a composed plant, in its numbers. Expressions hold no free atom: `never` and `atStep` are violated where
 * some choice of the free atoms violates them, goals are reached where some choice reaches them.
 */
export type Property =
  /** No reachable state satisfies `bad`; with `onceSettled`, none in which nothing is on its way. */
  | { readonly kind: 'never'; readonly id: string; readonly bad: Expression; readonly onceSettled: boolean }
  /** No step of `at` is taken in a state (before it) in which its expression is true. */
  | {
      readonly kind: 'atStep';
      readonly id: string;
      readonly at: readonly { readonly step: number; readonly bad: Expression }[];
    }
  /** From every reachable state with `from`, a state with `goal` can be reached without a fault or a correction. */
  | { readonly kind: 'possible'; readonly id: string; readonly from: Expression; readonly goal: Expression }
  /**
   * After each taking of a `trigger` whose expression is true right after it (and after each entry of a state with `when`),
   * a state with `goal` stays reachable until one is reached; with `machinesOnly`, every way of automatic, timed, delivery and
   * recovery steps leads to one.
   */
  | {
      readonly kind: 'response';
      readonly id: string;
      readonly triggers: readonly { readonly step: number; readonly given: Expression }[];
      readonly when?: Expression;
      readonly goal: Expression;
      readonly machinesOnly: boolean;
    }
  /** Some reachable state satisfies `goal`. Its trace is the witness when it holds. */
  | { readonly kind: 'reachable'; readonly id: string; readonly goal: Expression };
