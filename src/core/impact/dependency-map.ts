import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { dependencyOf, type DependencyEdge } from './dependency-edges.ts';

/** Who may be affected by a change of an element, by what either revision declares. */
export interface DependencyMap {
  of(key: ElementKey): readonly DependencyEdge[];
  element(key: ElementKey): Element | undefined;
}

/** Builds the map once for a comparison; the cost is the number of references. */
export function dependencyMap(
  base: { readonly model: SpecModel; readonly graph: SpecGraph },
  head: { readonly model: SpecModel; readonly graph: SpecGraph },
): DependencyMap {
  const edges = new Map<ElementKey, DependencyEdge[]>();
  const add = (edge: DependencyEdge): void => {
    const list = edges.get(edge.from) ?? [];
    if (list.some((one) => one.to === edge.to && one.because === edge.because)) return;
    list.push(edge);
    edges.set(edge.from, list);
  };
  for (const edge of edgesOf(head)) add(edge);
  // What a change cut off was reached through base: a message that is no longer sent concerns whoever waited for it.
  for (const edge of edgesOf(base)) if (head.model.elements.has(edge.to)) add(edge);
  return {
    of: (key) => edges.get(key) ?? [],
    element: (key) => head.graph.element(key) ?? base.graph.element(key),
  };
}

function edgesOf({
  model,
  graph,
}: {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
}): readonly DependencyEdge[] {
  const written = graph.links.map((link) => dependencyOf(link, graph));
  const contained = [...model.elements.values()].map(containment);
  return [...written, ...contained].filter((edge) => edge !== undefined);
}

/**
 * A changed part touches the entry that it belongs to. A state is a value of its lifecycle, so whoever reads the lifecycle
 * may meet it; of other parts only what people say about the whole is concerned.
 */
function containment(element: Element): DependencyEdge | undefined {
  if (element.parent === undefined) return undefined;
  const isValue = element.kind === 'state' || element.kind === 'code';
  return {
    from: element.key,
    to: element.parent,
    because: isValue ? 'is a value of' : 'belongs to',
    functional: isValue,
    reach: isValue ? 'full' : 'listing',
  };
}
