import type { Location } from '../diagnostics/location.ts';
import type { Element, ElementKey } from '../model/element.ts';

/** A reference that an author wrote: `from` names `to` at `path`. */
export interface Link {
  readonly from: ElementKey;
  readonly to: ElementKey;
  /** Attribute path at which it is written, joined with dots: `delivery.per`, `when`. */
  readonly attribute: string;
  readonly at: Location;
}

/** The typed dependency graph of one revision: every resolved reference, both ways, and each part with its parent. */
export interface SpecGraph {
  readonly links: readonly Link[];
  /** References that this element makes. */
  from(key: ElementKey): readonly Link[];
  /** References that name this element. */
  to(key: ElementKey): readonly Link[];
  element(key: ElementKey): Element | undefined;
  /** The parts of an element that are elements themselves: states, transitions, mapped fields. */
  parts(key: ElementKey): readonly Element[];
}
