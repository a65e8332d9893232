import type { Location } from '../diagnostics/location.ts';
import type { AttributesByKind, ElementKind } from '../language/collections.ts';
import type { CollectionName } from '../language/shape.ts';

/**
 * One thing of the specification that has an identity: an entry of a collection, or a part of one that is addressable
 * (a state, a transition, a mapped field …). Content is canonical; where it was written is kept beside it.
 */
export interface Element<K extends ElementKind = ElementKind> {
  readonly kind: K;
  /** Qualified id: `IF-001`, `NCR.T04`, `IF-001.hold_ref`; `project` for the project file. */
  readonly id: string;
  /** Its id within its parent: `T04`. */
  readonly localId: string;
  /** Identity across revisions: `kind:id`. Kinds keep `objects.lot` and `lifecycles.LOT` apart. */
  readonly key: ElementKey;
  readonly collection: CollectionName | 'project';
  /** The element whose part this is. */
  readonly parent?: ElementKey;
  /** Canonical attributes. Parts that are elements of their own are not repeated here. */
  readonly attributes: AttributesByKind[K];
  /** Where its id is written. Finding a place can mean reading its file again: `file` alone is at hand. */
  readonly at: Location;
  /** The file in which it is written, relative to the project folder with `/`. */
  readonly file: string;
  /**
   * Where the value at `path` below this element was written (`['delivery', 'retry', 'max']`); the nearest written ancestor
   * when the value itself is absent. `path` is the path in `attributes`: numbers index the canonical list, and the item is
   * found where its author wrote it. Only below a condition, or where the language reads no structure, it is the path as
   * written. `key` points at the name instead of the value.
   */
  locate(path: readonly (string | number)[], part?: 'key' | 'value'): Location;
}

/** `kind:id`. */
export type ElementKey = string;

export function elementKey(kind: ElementKind, id: string): ElementKey {
  return `${kind}:${id}`;
}

/** Title as the author gave it, else the id: what people call the element. */
export function elementTitle(element: Element): string {
  const { attributes } = element;
  const title = 'title' in attributes ? attributes.title : undefined;
  return title ?? element.id;
}
