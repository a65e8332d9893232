import type Fraction from 'fraction.js';
import type { Sent } from './evaluate-path.ts';
import type { ValuePath } from './value-path.ts';

/** Two paths from the same sources, with what a number of base is multiplied by to be the same amount in head. */
export interface PathPair {
  readonly base: ValuePath;
  readonly head: ValuePath;
  /** For each source. */
  readonly ratios: readonly Fraction[];
}

/** A value of one source in both revisions; a list for a source of many values. */
export interface Vector {
  readonly label: string;
  readonly base: Sent;
  readonly head: Sent;
  /** Values of bridging fields that go with it. */
  readonly bridges?: Readonly<Record<string, string>>;
}
