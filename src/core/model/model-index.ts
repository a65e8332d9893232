import { compareText } from '../diagnostics/order.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../language/collections.ts';
import type { ElementKind } from '../language/collections.ts';
import type { Element, ElementKey } from './element.ts';
import type { SpecModel } from './spec-model.ts';

/** Every kind of element in the order in which people read them: each collection before its parts. */
export const ELEMENT_KINDS: readonly ElementKind[] = COLLECTION_NAMES.flatMap((name) => [
  COLLECTIONS[name].kind,
  ...COLLECTIONS[name].parts.map(({ kind }) => kind),
]);

/** Puts elements into the order of the language and answers questions about them; frozen. */
export function indexModel(
  revision: RevisionLabel,
  project: Element<'project'> | undefined,
  elements: readonly Element[],
  gaps: Pick<SpecModel, 'complete' | 'withheld'>,
): SpecModel {
  const byKind = groupBy(elements, (element) => element.kind);
  const sorted = ELEMENT_KINDS.flatMap((kind) => byKind.get(kind)?.sort((a, b) => compareText(a.id, b.id)) ?? []);
  const byKey = new Map(sorted.map((element) => [element.key, element]));
  const byKindAndId = new Map(
    [...byKind].map(([kind, group]) => [kind, new Map(group.map((element) => [element.id, element]))]),
  );
  const byParent = groupParts(sorted);
  let byId: ReadonlyMap<string, readonly Element[]> | undefined;
  // Few models are asked for what a name may mean wherever any element may be named.
  const withId = (id: string): readonly Element[] | undefined =>
    (byId ??= groupBy(sorted, (element) => element.id)).get(id);
  const none: readonly never[] = Object.freeze([]);
  return Object.freeze({
    revision,
    project,
    elements: byKey,
    ...gaps,
    ofKind: <K extends ElementKind>(kind: K) =>
      (byKind.get(kind) ?? none) as readonly Element[] as readonly Element<K>[],
    get: <K extends ElementKind>(kind: K, id: string) =>
      byKindAndId.get(kind)?.get(id) as Element | undefined as Element<K> | undefined,
    partsOf: <K extends ElementKind>(parent: Element, kind: K) =>
      (byParent.get(parent.key)?.get(kind) ?? none) as readonly Element[] as readonly Element<K>[],
    named: (reference: string) => {
      const plain = withId(reference);
      if (plain !== undefined) return plain;
      const colon = reference.indexOf(':');
      if (colon === -1) return none;
      const collection = reference.slice(0, colon);
      return (withId(reference.slice(colon + 1)) ?? none).filter((element) => element.collection === collection);
    },
  });
}

/** Parts by the element whose parts they are, and by kind. */
function groupParts(elements: readonly Element[]): ReadonlyMap<ElementKey, ReadonlyMap<ElementKind, Element[]>> {
  const groups = new Map<ElementKey, Map<ElementKind, Element[]>>();
  for (const element of elements) {
    if (element.parent === undefined) continue;
    let ofParent = groups.get(element.parent);
    if (ofParent === undefined) groups.set(element.parent, (ofParent = new Map()));
    const group = ofParent.get(element.kind);
    if (group === undefined) ofParent.set(element.kind, [element]);
    else group.push(element);
  }
  return groups;
}

function groupBy<K extends string>(elements: readonly Element[], name: (element: Element) => K): Map<K, Element[]> {
  const groups = new Map<K, Element[]>();
  for (const element of elements) {
    const key = name(element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}
