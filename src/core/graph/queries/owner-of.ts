import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';

/** Who answers for an element. */
export interface OwnerOf {
  /** A role or a department. */
  readonly owner: Element;
  /** The element that says so: itself, or the entry that it is part of. */
  readonly declaredOn: Element;
}

/** The declared `owner`, of the element itself or of the entry that it is part of; undefined when neither says so. */
export function ownerOf(graph: SpecGraph, key: ElementKey): OwnerOf | undefined {
  const element = graph.element(key);
  if (element === undefined) return undefined;
  const owner = graph.from(key).find(({ attribute }) => attribute === 'owner');
  const named = owner && graph.element(owner.to);
  if (named !== undefined) return { owner: named, declaredOn: element };
  return element.parent === undefined ? undefined : ownerOf(graph, element.parent);
}
