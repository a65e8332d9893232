import { compareText } from '../../diagnostics/order.ts';
import type { ElementKind } from '../../language/collections.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';

/** Elements of one kind that name any of these in an attribute that counts; each once, by id. */
export function linkedFrom<K extends ElementKind>(
  graph: SpecGraph,
  keys: readonly ElementKey[],
  kind: K,
  counts: (attribute: string) => boolean,
): readonly Element<K>[] {
  const naming = keys.flatMap((key) =>
    graph
      .to(key)
      .filter(({ attribute }) => counts(attribute))
      .map(({ from }) => from),
  );
  return elementsOf(graph, naming, kind);
}

/** The elements of one kind among these keys; each once, by id. */
export function elementsOf<K extends ElementKind>(
  graph: SpecGraph,
  keys: readonly ElementKey[],
  kind: K,
): readonly Element<K>[] {
  return [...new Set(keys)]
    .flatMap((key) => graph.element(key) ?? [])
    .filter((element): element is Element<K> => element.kind === kind)
    .toSorted((a, b) => compareText(a.id, b.id));
}
