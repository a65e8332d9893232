import type { ElementReference } from '../finding.ts';

/** Where a value path was touched. */
export interface TouchedPlace {
  readonly element: ElementReference;
  /** Attribute path joined with dots; empty when a part (a code, a state) came or went. */
  readonly attribute: string;
}

/** What becomes of one input on its way from source to target. */
export type Outcome =
  /** `remark` says where the value does not fit and the specification does not say what then happens. */
  | { readonly kind: 'arrives'; readonly as: 'number' | 'text'; readonly text: string; readonly remark?: string }
  /** Nothing arrives; `then` is what happens at the receiver. */
  | { readonly kind: 'empty'; readonly then: string }
  | { readonly kind: 'stopped'; readonly why: string }
  /** The sender cannot hold this value, so that it does not come. */
  | { readonly kind: 'not-sent'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** One input, and what becomes of it in each revision. */
export interface EffectRow {
  /** The input in the words and units of base; where head has other units, in those too. */
  readonly input: string;
  readonly base: string;
  readonly head: string;
  /** Undefined where one of both could not be evaluated. */
  readonly same: boolean | undefined;
}

/**
 * What a comparison of two value paths shows. `equal` and `different` are proofs; `no-difference-observed` is none;
 * `not-evaluable` shows nothing.
 */
export interface EffectStatement {
  readonly verdict: 'equal' | 'different' | 'no-difference-observed' | 'not-evaluable';
  /**
   * How it was shown: every input of a finite domain; exact algebra of a linear path; the same steps on the same values; an
   * input that arrives otherwise. Undefined where nothing was proved.
   */
  readonly by?: 'enumeration' | 'algebra' | 'same-steps' | 'counterexample';
  /** The statement in a sentence. */
  readonly text: string;
}

/** The whole way of one mapped field from source to target, in base and in head. */
export interface ComposedEffect {
  readonly element: ElementReference;
  /** Changes on the way that were followed. */
  readonly touchedBy: readonly TouchedPlace[];
  /** Changes on the way that a value does not show: when it is sent, what it means, where it goes. */
  readonly notFollowed: readonly TouchedPlace[];
  readonly statement: EffectStatement;
  /** How many inputs were sent through both. */
  readonly vectors: number;
  /** Every input, those that arrive otherwise first. */
  readonly rows: readonly EffectRow[];
}
