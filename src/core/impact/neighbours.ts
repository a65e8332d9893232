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
