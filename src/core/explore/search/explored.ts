import type { Expression } from '../plant/expression.ts';
import type { Renaming } from './alike/renaming.ts';
import type { RenamingGroup } from './alike/renaming-group.ts';
import type { Telling } from './alike/told-under.ts';
import type { PlantState } from './interpreter.ts';
import type { SearchResult, Trace } from './search-result.ts';
import type { Way } from './way.ts';

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
  /** So many of the first states are those in which a story can begin. */
  readonly rootCount: number;
  /** How a state, which is none of those, was found first. */
  back(state: number): { readonly step: number; readonly from: number };
  /** A way over these states as a story of the plant. */
  told(way: Way): ToldWay;
  /** Present where a state stands for all that call alike records otherwise. */
  readonly alike?: AlikeStates;
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

/** A story, and by which renaming its last state becomes the one that was kept; absent where that is the same state. */
export interface ToldWay {
  readonly trace: Trace;
  readonly renaming?: Renaming;
}

/** What is kept of records that nothing distinguishes. */
export interface AlikeStates {
  readonly names: RenamingGroup;
  /** States of the plant for which those that were kept stand. */
  readonly standFor: number;
  /** What a kept state says. */
  stateOf(state: number): PlantState;
  /** A way over kept states as a story, told in certain names. */
  told(way: Way, telling: Telling): ToldWay;
}

/** Every edge of the state graph. */
export interface Ways {
  /** Edges of state i: from `starts[i]` up to but without `starts[i + 1]`, by step id; one entry more than states were expanded. */
  readonly starts: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  /** As the step is called where it ends. */
  readonly steps: ArrayLike<number>;
  /** By which renaming that is; empty where states stand for themselves only. */
  readonly renamings: ArrayLike<number>;
  /** State → step kinds that found a full channel there: see `BLOCKED`. */
  readonly blocked: Uint8Array;
  /** 1 for each state that satisfies the expression. */
  satisfying(expression: Expression): Uint8Array;
}
