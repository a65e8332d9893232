import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** Whether the author answered for an attribute that it does not apply; the lint that would ask for it then keeps quiet. */
export function doesNotApply(element: Element, attribute: string): boolean {
  return attribute in (element.attributes.notApplicable ?? {});
}

/** Whether a status, as an element says it itself, puts it in force: what says nothing is. */
export function saysInForce(status: unknown): boolean {
  return status === undefined || status === 'effective';
}

/** Draft, effective or retired; a part that says nothing is what its parent is. */
export function statusOf(model: SpecModel, element: Element): 'draft' | 'effective' | 'retired' {
  const { attributes } = element;
  const own = 'status' in attributes ? attributes.status : undefined;
  if (own !== undefined) return own;
  const parent = element.parent === undefined ? undefined : model.elements.get(element.parent);
  return parent === undefined ? 'effective' : statusOf(model, parent);
}
