import type { AttributesByKind, ElementKind } from '../../language/collections.ts';
import type { Element } from '../element.ts';
import { elementKey } from '../element.ts';
import { locationOf } from './place.ts';
import type { Place } from './place.ts';
import { placeBelow } from './written-order.ts';

/** An element of the model from its canonical attributes and the place where it is written. */
export function makeElement(
  facts: Pick<Element, 'kind' | 'id' | 'localId' | 'collection'> & { readonly parent?: string },
  attributes: Readonly<Record<string, unknown>>,
  place: Place,
): Element {
  const { kind, id, localId, collection, parent } = facts;
  return Object.freeze({
    kind,
    id,
    localId,
    key: elementKey(kind, id),
    collection,
    ...(parent === undefined ? {} : { parent }),
    attributes: attributes as unknown as AttributesByKind[ElementKind],
    at: locationOf(place, 'key'),
    locate: (path: readonly (string | number)[], part: 'key' | 'value' = 'value') =>
      locationOf(placeBelow(place, attributes, path), part),
  });
}
