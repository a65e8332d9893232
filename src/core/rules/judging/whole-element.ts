import { elementTitle } from '../../model/element.ts';
import type { Element } from '../../model/element.ts';
import type { Verdict } from '../change-rule.ts';
import { named } from './wording.ts';

/** `Field lot.site was added.` */
export function addedElement(element: Element): Verdict {
  return { what: `${named(element)}${titleOf(element)} was added.` };
}

/** `Field lot.site was removed.` */
export function removedElement(element: Element): Verdict {
  return { what: `${named(element)}${titleOf(element)} was removed.` };
}

function titleOf(element: Element): string {
  const title = elementTitle(element);
  return title === element.id ? '' : ` (${title})`;
}
