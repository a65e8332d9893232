import type { Element } from '../../model/element.ts';

export { statusOf } from '../../model/element-status.ts';

/** Whether the author answered for an attribute that it does not apply; the lint that would ask for it then keeps quiet. */
export function doesNotApply(element: Element, attribute: string): boolean {
  return attribute in (element.attributes.notApplicable ?? {});
}

/** Whether a status, as an element says it itself, puts it in force: what says nothing is. */
export function saysInForce(status: unknown): boolean {
  return status === undefined || status === 'effective';
}
