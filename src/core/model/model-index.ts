import { compareText } from '../diagnostics/order.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../language/collections.ts';
import type { ElementKind } from '../language/collections.ts';
import type { Element } from './element.ts';
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
  const rank = new Map(ELEMENT_KINDS.map((kind, index) => [kind, index]));
  const sorted = [...elements].sort(
    (a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || compareText(a.id, b.id),
  );
  const byKey = new Map(sorted.map((element) => [element.key, element]));
  const byKind = groupBy(sorted, (element) => element.kind);
  const byParent = groupBy(sorted, (element) => `${element.parent ?? ''} ${element.kind}`);
  const byId = groupBy(sorted, (element) => element.id);
  const byKindAndId = new Map(
    [...byKind].map(([kind, group]) => [kind, new Map(group.map((element) => [element.id, element]))]),
  );
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
      (byParent.get(`${parent.key} ${kind}`) ?? none) as readonly Element[] as readonly Element<K>[],
    named: (reference: string) => {
      const plain = byId.get(reference);
      if (plain !== undefined) return plain;
      const colon = reference.indexOf(':');
      if (colon === -1) return none;
      const collection = reference.slice(0, colon);
      return (byId.get(reference.slice(colon + 1)) ?? none).filter((element) => element.collection === collection);
    },
  });
}

function groupBy(
  elements: readonly Element[],
  name: (element: Element) => string,
): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const key = name(element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}
