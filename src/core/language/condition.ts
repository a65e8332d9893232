/**
 * A condition of the spec language (spec section 5) in canonical form. Shorthands are gone, so that two conditions that are
 * written differently but say the same are equal; names are kept as written and are checked by the reference check.
 * `all` and `any` are flat, free of repeats and sorted by their canonical text; an `all` of nothing always holds.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'implies'; readonly if: Condition; readonly then: Condition }
  /**
   * The rest holds for some, every or none of the records of `object` that belong to this one, or to which this one belongs.
   * `some` of an `all` of nothing = there is one.
   */
  | { readonly kind: 'quantified'; readonly quantifier: Quantifier; readonly object: string; readonly of: Condition }
  /**
   * The value is read from a copy or asked of the owner, not taken from the owner as it is now. In canonical form it stands
   * directly around each `status` and `comparison` that is read so; facts and `settled` are never read.
   */
  | {
      readonly kind: 'read';
      readonly from: 'copy' | 'query';
      readonly interface: string;
      readonly maxAge?: string;
      readonly of: Condition;
    }
  /** The message that starts the step (or of this mapped field) is one of these, and the rest holds of what it carries. */
  | { readonly kind: 'message'; readonly messages: readonly string[]; readonly of: Condition }
  | { readonly kind: 'status'; readonly lifecycle: string; readonly states: StatePattern }
  /** No message of this interface is on its way for this record; a list of interfaces becomes an `all`. */
  | { readonly kind: 'settled'; readonly interface: string }
  | { readonly kind: 'comparison'; readonly field: string; readonly comparison: Comparison; readonly operand: Operand }
  /** Only people or tests can tell. */
  | { readonly kind: 'fact'; readonly text: string; readonly per?: string };

export type Quantifier = 'some' | 'every' | 'none';

/** Which states of a lifecycle are meant; `absent` among `states` = there is no such record. */
export type StatePattern =
  | { readonly kind: 'states'; readonly states: readonly string[] }
  | { readonly kind: 'classes'; readonly classes: readonly string[] }
  | { readonly kind: 'set'; readonly set: string }
  /** The record exists and is in none of these. */
  | { readonly kind: 'not'; readonly of: StatePattern };

/** `in` a list of one is `equals`. */
export type Comparison = 'equals' | 'in' | 'above' | 'atLeast' | 'below' | 'atMost' | 'filled';

/** What a field is compared with; values are kept as written, quantities with one blank before their unit. */
export type Operand =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** The words of a condition mapping; any other key of it is the id of a lifecycle. */
export const CONDITION_WORDS = [
  'some',
  'every',
  'none',
  'copy',
  'query',
  'message',
  'maxAge',
  'settled',
  'field',
  'equals',
  'in',
  'above',
  'atLeast',
  'below',
  'atMost',
  'filled',
  'fact',
  'per',
  'all',
  'any',
  'not',
  'if',
  'then',
] as const;

export const COMPARISONS = [
  'equals',
  'in',
  'above',
  'atLeast',
  'below',
  'atMost',
  'filled',
] as const satisfies readonly Comparison[];
export const QUANTIFIERS = ['some', 'every', 'none'] as const satisfies readonly Quantifier[];
