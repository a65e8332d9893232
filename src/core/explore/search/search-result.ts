import type { MetTogether } from './met-together.ts';

/** A way through the plant: an initial state (its index) and the steps taken (their ids). */
export interface Trace {
  readonly initial: number;
  readonly steps: readonly number[];
}

/** Where a search must stop. */
export interface SearchLimits {
  /** Distinct states that are kept. */
  readonly states: number;
  /** Bytes of the state table and what belongs to it. */
  readonly bytes: number;
  /** Steps from the beginning: states at this distance are looked at and not left. Absent = as far as it goes. */
  readonly depth?: number;
}

/** How far a search is; given every so many states. */
export interface SearchProgress {
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  readonly bytes: number;
}

/** What one breadth-first search found. */
export interface SearchResult {
  /** Distinct reachable states that were seen; of those that only call alike records otherwise, one. */
  readonly states: number;
  /** Distinct reachable states of the plant for which they stand: more, where records are alike. */
  readonly standFor: number;
  /** Steps taken from them: edges of the state graph. */
  readonly steps: number;
  /** Length of the longest shortest way to a state. */
  readonly depth: number;
  /** Bytes of the state table and what belongs to it, at the end. */
  readonly bytes: number;
  /** Why the search ended before every state was seen; absent when it saw all. */
  readonly stopped?: 'states' | 'bytes' | 'cancelled' | 'decided' | 'depth';
  /** Channels that would have overflowed: what lies beyond was not seen. Sorted. */
  readonly full: readonly number[];
  /** Parallel to the properties asked. */
  readonly answers: readonly Answer[];
  /** Step id → how often it, or the same step of an alike record, was taken; 0 = it never could. */
  readonly taken: Float64Array;
  /** Variable → value → whether some reachable state has it. */
  readonly reached: readonly Uint8Array[];
  /** Where it was asked for: what was met together (`SearchOptions.together`). */
  readonly together?: readonly MetTogether[];
  /** A shortest way to a state in which no step at all is possible though some record may not stay where it is. */
  readonly stuck?: Trace;
}

/** What became of one property. */
export type Answer =
  /**
   * `violated`: the trace ends in the first bad state, or with the step that must not be taken, or in a state from which the
   * goal is lost; it is empty for `reachable`, where there is no way to show.
   */
  | { readonly outcome: 'violated'; readonly trace: Trace }
  /**
   * `satisfied`: in everything that was seen; a witness for `reachable`. `vacuous`: its antecedent (from, trigger, step) never
   * occurred. `assumed`, of `possible` and `response`: only if the steps that depend on what is not followed of a message
   * (`Step.loosened`) are really possible wherever they seem to be.
   */
  | { readonly outcome: 'satisfied'; readonly vacuous: boolean; readonly assumed?: true; readonly trace?: Trace }
  /** The search ended before it could tell. */
  | { readonly outcome: 'undecided' };
