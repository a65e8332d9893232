import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';
import { linkedFrom } from './linked.ts';

/** Authored tests that say they verify this element; derived ones are not part of the specification. */
export function testsOf(graph: SpecGraph, key: ElementKey): readonly Element<'test'>[] {
  return linkedFrom(graph, [key], 'test', (attribute) => attribute === 'verifies');
}
