import type { Location } from './location.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What is wrong with the user's specs: collected, ordered and located, never thrown. */
export interface Diagnostic {
  /** The rule that speaks; its metadata say why it matters and how to mend it. */
  readonly ruleId: string;
  readonly severity: Severity;
  /** What is the case, in one sentence. */
  readonly message: string;
  /** How to mend this one, where that can be said more exactly than in the rule (a did-you-mean). */
  readonly hint?: string;
  /** Key of the element that it is about, as in `elementKey`. */
  readonly subject?: string;
  readonly at: Location;
  readonly related?: readonly { readonly message: string; readonly at: Location }[];
}
