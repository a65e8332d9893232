import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';

/** How strictly a value is demanded: 0 not at all, 1 in some cases, 2 always. */
export function demand(required: Json | undefined): 0 | 1 | 2 {
  if (required === undefined || required === false) return 0;
  return required === true ? 2 : 1;
}

/** Whether a producer that does not know the field is refused: it is demanded, at least sometimes, and has no default. */
export function isDemanded(element: Element): boolean {
  const { required, default: fallback } = (element as Element<'field'>).attributes;
  return demand(required as Json | undefined) > 0 && fallback === undefined;
}

/** Whether anything may fill the field already: nobody produces an object that is new itself. */
export function hasProducers(field: Element, { base, head, inBase }: ChangeContext): boolean {
  const object =
    field.parent === undefined ? undefined : (head.elements.get(field.parent) ?? base.elements.get(field.parent));
  return object === undefined || inBase(object) !== undefined;
}
