import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';
import { elementsOf } from './linked.ts';

/** Requirements that an element realises, from whichever side the link is written. */
export interface RequirementsOf {
  /** Named by the element itself, or naming it. */
  readonly own: readonly Element<'requirement'>[];
  /** Those of the entry whose part it is. A part does not inherit them: whoever counts coverage decides. */
  readonly ofParent: readonly Element<'requirement'>[];
}

/** The requirements of an element and, apart from them, of the entry that it is part of; each by id. */
export function requirementsOf(graph: SpecGraph, key: ElementKey): RequirementsOf {
  const parent = graph.element(key)?.parent;
  return { own: linked(graph, key), ofParent: parent === undefined ? [] : linked(graph, parent) };
}

function linked(graph: SpecGraph, key: ElementKey): readonly Element<'requirement'>[] {
  const named = graph
    .from(key)
    .filter(({ attribute }) => attribute === 'satisfies')
    .map(({ to }) => to);
  const naming = graph
    .to(key)
    .filter(({ attribute }) => attribute === 'satisfiedBy')
    .map(({ from }) => from);
  return elementsOf(graph, [...named, ...naming], 'requirement');
}
