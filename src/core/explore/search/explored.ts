import type { Expression } from '../plant/expression.ts';
import type { SearchResult } from './search-result.ts';

/**
 * What a breadth-first search has seen. States are numbered in the order in which they were found, so a smaller number is
 * never farther from the beginning.
 */
export interface Explored {
  readonly states: number;
  /** The states before this one have been left by every step; those from here on were only seen. */
  readonly expanded: number;
  readonly steps: number;
  readonly bytes: number;
  readonly stopped?: SearchResult['stopped'];
  /** Number of the first state at each distance from the beginning. */
  readonly levels: readonly number[];
  /** For the first states: the initial state of the plant that each one is. */
  readonly roots: readonly number[];
  /** The state from which each one was found first; of no meaning for roots. */
  readonly parents: ArrayLike<number>;
  /** The step by which it was found. */
  readonly via: ArrayLike<number>;
  /** Channel → 1 where a step found it full. */
  readonly full: Uint8Array;
  readonly taken: Float64Array;
  readonly reached: readonly Uint8Array[];
  /** Property → the first state that answers it, or before the step that does; -1 = none. */
  readonly hits: Int32Array;
  /** Property → the step that answers it; -1 = the state itself does. */
  readonly hitSteps: Int32Array;
  /** The first state without any step in which some record may not stay; -1 = none. */
  readonly stuck: number;
  /** Value of a variable in each state. */
  values(variable: number): ArrayLike<number>;
  /** 1 for each state that satisfies the expression. */
  satisfying(expression: Expression): Uint8Array;
  /** Present where ways were asked for. */
  readonly ways?: Ways;
}

/** Every edge of the state graph. */
export interface Ways {
  /** Edges of state i: from `starts[i]` up to but without `starts[i + 1]`, by step id; one entry more than states were expanded. */
  readonly starts: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  readonly steps: ArrayLike<number>;
  /** State → step kinds that found a full channel there: see `BLOCKED`. */
  readonly blocked: Uint8Array;
  /** 1 for each state that satisfies the expression. */
  satisfying(expression: Expression): Uint8Array;
}
