import type { ElementKey } from '../model/element.ts';
import type { DependencyEdge } from './dependency-edges.ts';

/** `set VM-NCR-BLOCK`: an element as people name it. */
export function nameInWords(key: ElementKey): string {
  const split = key.indexOf(':');
  return `${key.slice(0, split).replaceAll('-', ' ')} ${key.slice(split + 1)}`;
}

/** A way in one line: `set VM-NCR-BLOCK → (is read by the guard of) transition INV.T03 → (realises) requirement URS-002`. */
export function routeInWords(via: readonly DependencyEdge[]): string {
  const [first] = via;
  if (first === undefined) return '';
  return [nameInWords(first.from), ...via.map(({ to, because }) => `(${because}) ${nameInWords(to)}`)].join(' → ');
}
