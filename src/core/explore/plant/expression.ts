/**
 * A condition over one state of the composed plant, by number: indices of variables, channels and messages of the plant that
 * it belongs to. Nothing of the user's text is in it, so that code can be generated from it.
 */
export type Expression =
  | { readonly kind: 'true' | 'false' }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  /** The variable has one of these values; sorted, without repeats. */
  | { readonly kind: 'in'; readonly variable: number; readonly values: readonly number[] }
  /** At this position of the channel (0 = the next to arrive) one of these messages waits. */
  | {
      readonly kind: 'at';
      readonly channel: number;
      readonly position: number;
      readonly messages: readonly number[];
    }
  /** Somewhere in the channel one of these messages waits; no list = any message at all. */
  | { readonly kind: 'waiting'; readonly channel: number; readonly messages?: readonly number[] }
  /** What the search cannot know: true or false, but the same wherever it is named within one step. */
  | { readonly kind: 'free'; readonly atom: number };
