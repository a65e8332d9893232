import type { Json } from '../../language/canonical.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { AttributesByKind, ElementKind } from '../../language/collections.ts';
import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';

/** What an element is called and says in a mixed revision. */
export interface Alteration {
  readonly id: string;
  readonly localId: string;
  readonly parent?: ElementKey;
  readonly attributes: Json;
}

/** An element with another id or other content; the element itself where nothing differs. Places are those of the original. */
export function alteredElement(origin: Element, alteration: Alteration): Element {
  const { id, localId, parent, attributes } = alteration;
  const same = id === origin.id && localId === origin.localId && parent === origin.parent;
  return same && attributes === origin.attributes ? origin : new AlteredElement(origin, alteration);
}

/** A class, because where an element is written is worked out only when somebody asks. */
class AlteredElement implements Element {
  readonly kind: ElementKind;
  readonly id: string;
  readonly localId: string;
  readonly key: ElementKey;
  readonly collection: Element['collection'];
  declare readonly parent?: ElementKey;
  readonly attributes: AttributesByKind[ElementKind];
  readonly #origin: Element;

  constructor(origin: Element, { id, localId, parent, attributes }: Alteration) {
    this.kind = origin.kind;
    this.id = id;
    this.localId = localId;
    this.key = elementKey(origin.kind, id);
    this.collection = origin.collection;
    if (parent !== undefined) this.parent = parent;
    this.attributes = attributes as AttributesByKind[ElementKind];
    this.#origin = origin;
  }

  get file(): string {
    return this.#origin.file;
  }

  get at(): Location {
    return this.#origin.at;
  }

  locate(path: readonly (string | number)[], part: 'key' | 'value' = 'value'): Location {
    return this.#origin.locate(path, part);
  }
}
