import type { Exploration } from '../verdict/exploration.ts';
import type { Story } from '../story/story.ts';

export type ChangeVerdict =
  | 'newly-broken'
  | 'worse'
  | 'fixed'
  | 'already-broken'
  | 'holds'
  | 'newly-vacuous'
  | 'vacuous'
  | 'incomplete'
  | 'not-explored'
  /** The invariant is only in head, and holds / is broken there. */
  | 'new'
  /** Head removed it or words it otherwise, and breaks it as base words it: base does not. */
  | 'weakened'
  | 'removed';

/** What a change does to what is reachable. */
export interface ChangeExploration {
  readonly base: Exploration;
  readonly head: Exploration;
  /** Every invariant of either revision, sorted by id. */
  readonly invariants: readonly InvariantChange[];
  /** Pairs of states (of two lifecycles, or one) that only head reaches: what no invariant speaks of, too. */
  readonly newPaths: readonly NewPath[];
  /** Where the revisions declare different bounds and within which both were explored instead, in whole sentences. */
  readonly notes: readonly string[];
  readonly complete: boolean;
}

export interface InvariantChange {
  readonly invariant: string;
  readonly title: string;
  readonly severity?: 'high' | 'medium' | 'low';
  readonly change: ChangeVerdict;
  /** What is told of head here is told of the invariant as base words it: head removed it or words it otherwise. */
  readonly asInBase?: true;
  /** One sentence. */
  readonly reason: string;
  /** Fewest faults with which it breaks in base and in head; absent = it does not break there. */
  readonly baseFaults?: number;
  readonly headFaults?: number;
  /** Head's story, for whatever is broken in head. */
  readonly story?: Story;
  readonly refusal?: BaseRefusal;
  readonly blame?: Blame;
}

/** Where the baseline would have stopped the story. */
export interface BaseRefusal {
  /** Number of the story's step, from 1. */
  readonly step: number;
  /** `The baseline refuses it: NCR must be in …, but is Dispositioned`; or that the step does not exist there. */
  readonly reason: string;
}

/** The fewest edits that break it on their own: undoing any one of them mends it. */
export interface Blame {
  /** Element keys (`kind:id`) with the paths that differ, sorted. */
  readonly edits: readonly BlamedEdit[];
  /** Searches that it took. */
  readonly searches: number;
  /** The invariant itself is new: it is taken as head words it, and its own addition is not among the edits. */
  readonly invariantIsNew?: true;
  /** False when not every edit could be undone on its own, so that a smaller set may exist. */
  readonly minimal: boolean;
}

/** One value, or one element as a whole, that a board would have to undo. */
export interface BlamedEdit {
  /** Element key: `kind:id`. */
  readonly element: string;
  /** Path of the value below the element; absent where the element came, went or was renamed. */
  readonly path?: readonly string[];
  /** In words: `added`, `cache changed from not declared to 15 min`. */
  readonly what: string;
  /** Keys of further elements that came with it and cannot stand without it; absent where there are none. */
  readonly along?: readonly string[];
}

/** A combination of states that was not reachable before. */
export interface NewPath {
  /** `INV in Released while NCR in PendingVerification` */
  readonly what: string;
  readonly states: readonly { readonly lifecycle: string; readonly state: string }[];
  /** Classes of these states, where both are declared. */
  readonly classes: readonly string[];
  readonly steps: number;
  readonly story?: Story;
}
