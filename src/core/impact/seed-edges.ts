import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { DependencyEdge } from './dependency-edges.ts';

/**
 * Transitions that share a state with a changed one: a tester who walks the lifecycle passes both. They are reached for
 * testing and reading, but nothing is followed from them.
 */
export function neighbourEdges(changed: Element, models: readonly SpecModel[]): readonly DependencyEdge[] {
  if (changed.kind !== 'transition' && changed.kind !== 'state') return [];
  const states = statesOf(changed);
  const lifecycle = changed.id.slice(0, changed.id.indexOf('.'));
  const edges = new Map<ElementKey, DependencyEdge>();
  for (const model of models) {
    const parent = model.get('lifecycle', lifecycle);
    if (parent === undefined) continue;
    for (const transition of model.partsOf(parent, 'transition')) {
      if (transition.key === changed.key || !statesOf(transition).some((state) => states.includes(state))) continue;
      edges.set(transition.key, {
        from: changed.key,
        to: transition.key,
        because: 'shares a state with',
        functional: true,
        reach: 'listing',
      });
    }
  }
  return [...edges.values()];
}

function statesOf(element: Element): readonly string[] {
  if (element.kind === 'state') return [element.localId];
  const { from, to } = (element as Element<'transition'>).attributes;
  const ends = typeof to === 'string' ? [to] : to.last;
  return [...from, ...ends].filter((state) => state !== 'same' && state !== 'any' && state !== 'absent');
}

/**
 * What is concerned when a requirement or an authored test itself changes: the elements that realise the one, and those
 * that the other was to prove, by either revision. Nothing is followed from them.
 */
export function provenEdges(changed: Element, graphs: readonly SpecGraph[]): readonly DependencyEdge[] {
  const requirement = changed.kind === 'requirement';
  if (!requirement && changed.kind !== 'test') return [];
  const keys = graphs.flatMap((graph) => [
    ...graph
      .from(changed.key)
      .filter(({ attribute }) => ['satisfiedBy', 'verifies'].includes(attribute.split('.')[0] ?? ''))
      .map(({ to }) => to),
    ...graph
      .to(changed.key)
      .filter(({ attribute }) => requirement && ['satisfies', 'verifies'].includes(attribute.split('.')[0] ?? ''))
      .map(({ from }) => from),
  ]);
  const because = requirement ? 'is realised or shown by' : 'was to prove';
  return [...new Set(keys)].map((to) => ({ from: changed.key, to, because, functional: false, reach: 'end' }));
}
