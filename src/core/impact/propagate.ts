import type { ElementKey } from '../model/element.ts';
import type { DependencyEdge, Reach } from './dependency-edges.ts';
import type { DependencyMap } from './dependency-map.ts';

/** Where a change starts, and how far it may go. */
export interface Seed {
  readonly element: ElementKey;
  /** Fingerprints of the findings on this element. */
  readonly roots: readonly string[];
  /** A minor change is followed for one step only (domain section d.5). */
  readonly depth: number;
  /** `listing` when only what people say about the element changed, not its value, existence or timing. */
  readonly reach: Reach;
}

/** An element that was reached, with the shortest way from one seed. */
export interface Reached {
  readonly element: ElementKey;
  readonly via: readonly DependencyEdge[];
}

/** Furthest first. */
const FAR: readonly Reach[] = ['full', 'listing', 'end'];

/** Follows one seed breadth-first: the way to each element is shortest, and ways of equal length are taken in a fixed order. */
export function propagate(seed: Seed, map: DependencyMap): readonly Reached[] {
  const best = new Map<ElementKey, Reach>([[seed.element, seed.reach]]);
  const reached = new Map<ElementKey, Reached>();
  let frontier: readonly (Reached & { readonly reach: Reach })[] = [
    { element: seed.element, via: [], reach: seed.reach },
  ];
  while (frontier.length > 0) {
    const next: (Reached & { readonly reach: Reach })[] = [];
    for (const at of frontier) {
      if (at.via.length >= seed.depth) continue;
      for (const edge of map.of(at.element)) {
        if (at.reach === 'end' || (edge.functional && at.reach !== 'full')) continue;
        const known = best.get(edge.to);
        if (known !== undefined && FAR.indexOf(known) <= FAR.indexOf(edge.reach)) continue;
        best.set(edge.to, edge.reach);
        const arrival = { element: edge.to, via: [...at.via, edge] };
        if (!reached.has(edge.to)) reached.set(edge.to, arrival);
        next.push({ ...arrival, reach: edge.reach });
      }
    }
    frontier = next;
  }
  reached.delete(seed.element);
  return [...reached.values()];
}
