import type { Element } from './element.ts';
import type { SpecModel } from './spec-model.ts';

/** Draft, effective or retired; a part that says nothing is what its parent is. */
export function statusOf(model: SpecModel, element: Element): 'draft' | 'effective' | 'retired' {
  const { attributes } = element;
  const own = 'status' in attributes ? attributes.status : undefined;
  if (own !== undefined) return own;
  const parent = element.parent === undefined ? undefined : model.elements.get(element.parent);
  return parent === undefined ? 'effective' : statusOf(model, parent);
}
