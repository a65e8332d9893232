import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';
import { linkedFrom } from './linked.ts';

/** Segregation rules that name this transition among the acts that do not go together, or that bar somebody from it. */
export function segregationOf(graph: SpecGraph, transition: ElementKey): readonly Element<'segregation'>[] {
  return linkedFrom(graph, [transition], 'segregation', (attribute) => attribute === 'acts');
}
