import type { Json } from '../language/canonical.ts';
import type { Element } from '../model/element.ts';

/** A fact about two revisions. Verdicts are the business of rules. */
export type Delta =
  | { readonly action: 'added'; readonly after: Element }
  | { readonly action: 'removed'; readonly before: Element }
  | Change;

/** One value of one element that differs; an element has one change for each differing path. */
export interface Change {
  readonly action: 'changed';
  readonly before: Element;
  readonly after: Element;
  /** Path below the element: `['delivery', 'retry', 'max']`, `['by']`. Lists that are sets and conditions change as a whole. */
  readonly path: readonly string[];
  /** Canonical value; absent = not declared. */
  readonly from?: Json;
  readonly to?: Json;
}

/** Where an element went that stayed itself: another file, or another id that `formerIds` claims. */
export interface Identity {
  readonly before: Element;
  readonly after: Element;
  readonly renamed: boolean;
  readonly relocated: boolean;
}

/** A template of the project that came, went or has another content; SHA-256 in hexadecimal. */
export interface TemplateChange {
  /** Path below the folder of templates. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** Everything in which two models differ. */
export interface ModelDiff {
  /** Sorted by element and path. */
  readonly deltas: readonly Delta[];
  /** Elements that were renamed or moved, whether or not anything else changed. */
  readonly identities: readonly Identity[];
  /** Files whose bytes differ though nothing of what they mean does: comments, order, quoting. */
  readonly reformatted: readonly string[];
  /** Templates that differ, sorted by name; absent where they were not compared. */
  readonly templates?: readonly TemplateChange[];
}
