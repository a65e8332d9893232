import type { PlantBounds } from '../plant/composed-plant.ts';
import type { Story } from '../story/story.ts';

/** What exploring one revision found: nothing beyond its bounds. */
export interface Exploration {
  /** Bounds of the largest search. */
  readonly bounds: PlantBounds;
  readonly runs: readonly ExplorationRun[];
  /** Every invariant of the revision, sorted by id. */
  readonly invariants: readonly InvariantVerdict[];
  /** What is noticed without being asked, sorted by kind and subject. */
  readonly observations: readonly Observation[];
  /** What this world leaves out or idealises, in whole sentences. */
  readonly leftOut: readonly string[];
  /** False when a bound or limit was reached: then nothing may be called holding. */
  readonly complete: boolean;
  /** Why it is incomplete, in whole sentences; empty when complete. */
  readonly gaps: readonly string[];
  /** Where it is complete though channels were full: which message bounds gave equal verdicts, in whole sentences. */
  readonly boundsReached: readonly string[];
}

/** One search with one message bound and one fault budget. */
export interface ExplorationRun {
  readonly messages: number;
  readonly faults: number;
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  /** Bytes of the state table and what belongs to it; where one search told of several message bounds, those of that one. */
  readonly bytes: number;
  /** Whether everything was seen that can happen within its bounds; `ended` says what it means that it was not. */
  readonly complete: boolean;
  readonly ended: RunEnd;
}

export type RunEnd =
  /** Everything that can happen was seen. */
  | 'whole'
  /** A channel was full, so that the search was repeated with more messages: what counts is how that one ended. */
  | 'widened'
  /** A channel was full, and more messages have been seen to change no verdict. */
  | 'settled'
  /** Only shorter ways to what is broken already were looked for. */
  | 'shorter'
  /** A bound or limit was reached: nothing may be called holding. */
  | 'open';

export type VerdictWord = 'holds' | 'broken' | 'vacuous' | 'incomplete' | 'not-explored';

/** What is said of one invariant. */
export interface InvariantVerdict {
  readonly invariant: string;
  readonly title: string;
  readonly kind: string;
  readonly severity?: 'high' | 'medium' | 'low';
  readonly verdict: VerdictWord;
  /** One sentence: the bounds in words for `holds`, what never occurs for `vacuous`, why for `incomplete` and `not-explored`. */
  readonly reason: string;
  /** Fewest faults with which it breaks. */
  readonly faults?: number;
  /** The shortest story with the fewest faults that breaks it (for `reachable` that holds: the witness). */
  readonly story?: Story;
}

export type ObservationKind =
  | 'deadlock'
  | 'record-stuck'
  | 'dead-step'
  | 'state-not-reached'
  | 'message-never-consumed'
  | 'unexpected-message'
  | 'views-disagree'
  | 'released-without-signature'
  | 'vacuous-invariant';

/** Something that needs no writing to be noticed. */
export interface Observation {
  readonly kind: ObservationKind;
  /** Element it is about: `INV.T05`, `IF-001`, `LOT.Rework`. */
  readonly subject: string;
  /** One sentence for people. */
  readonly text: string;
  readonly story?: Story;
}
