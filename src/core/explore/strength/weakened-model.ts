import type { Json } from '../../language/canonical.ts';
import type { AttributesByKind, ElementKind } from '../../language/collections.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { alteredElement } from '../change/altered-element.ts';

/** The same element with other attributes; it stands where it stood. */
export function elementWith<K extends ElementKind>(element: Element<K>, attributes: AttributesByKind[K]): Element<K> {
  const { id, localId, parent } = element;
  const altered = { id, localId, ...(parent === undefined ? {} : { parent }), attributes: attributes as Json };
  return alteredElement(element, altered) as Element as Element<K>;
}

/** An element without some of its attributes. */
export function elementWithout<K extends ElementKind>(element: Element<K>, ...names: readonly string[]): Element<K> {
  const kept = Object.entries(element.attributes).filter(([name]) => !names.includes(name));
  return elementWith(element, Object.fromEntries(kept) as unknown as AttributesByKind[K]);
}

/** The model with elements replaced by others that have the same keys. */
export function modelWith(model: SpecModel, ...replacements: readonly Element[]): SpecModel {
  const byKey = new Map(replacements.map((element) => [element.key, element]));
  const kinds = new Set(replacements.map(({ kind }) => kind));
  const lists = new Map<readonly Element[], readonly Element[]>();
  const swapped = <K extends ElementKind>(list: readonly Element<K>[]): readonly Element<K>[] => {
    const known = lists.get(list);
    if (known !== undefined) return known as readonly Element<K>[];
    const changed = list.some(({ key }) => byKey.has(key))
      ? list.map((element) => byKey.get(element.key) ?? element)
      : list;
    lists.set(list, changed);
    return changed as readonly Element<K>[];
  };
  return {
    revision: model.revision,
    project: model.project,
    complete: model.complete,
    withheld: model.withheld,
    elements: new Map([...model.elements, ...byKey]),
    ofKind: (kind) => (kinds.has(kind) ? swapped(model.ofKind(kind)) : model.ofKind(kind)),
    get: <K extends ElementKind>(kind: K, id: string) => {
      const element = model.get(kind, id);
      return element && ((byKey.get(element.key) ?? element) as Element<K>);
    },
    partsOf: (parent, kind) => (kinds.has(kind) ? swapped(model.partsOf(parent, kind)) : model.partsOf(parent, kind)),
    named: (reference) => model.named(reference).map((element) => byKey.get(element.key) ?? element),
  };
}
