import { definitionOf } from '../../diff/kind-shapes.ts';
import type { NewIds } from '../../diff/new-ids.ts';
import { rewriteReferences } from '../../diff/rewrite-references.ts';
import type { Json } from '../../language/canonical.ts';
import type { ElementKind } from '../../language/collections.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext } from '../change-rule.ts';

const NEW_IDS = new WeakMap<ChangeContext['diff'], NewIds>();

/**
 * The attributes of an element of a model, that of base or head, in the names of head: a rename alone makes nothing differ. For rules that
 * compare what follows from several elements; a changed value comes in these names already.
 */
export function inHeadNames<K extends ElementKind>(
  element: Element<K>,
  model: SpecModel,
  context: ChangeContext,
): Element<K>['attributes'] {
  const { base } = context;
  if (model !== base) return element.attributes;
  const newIds = newIdsOf(context);
  if (newIds.size === 0) return element.attributes;
  const { shape } = definitionOf(element.kind);
  const site = { base, element, newIds };
  return rewriteReferences(shape, element.attributes as unknown as Json, site) as Element<K>['attributes'];
}

/** Old key → new id, of what was renamed and of its parts. */
function newIdsOf({ diff, base, inHead }: ChangeContext): NewIds {
  const known = NEW_IDS.get(diff);
  if (known !== undefined) return known;
  const renamed = diff.identities.some((identity) => identity.renamed);
  const newIds = new Map<ElementKey, string>();
  if (renamed) {
    for (const before of base.elements.values()) {
      const after = inHead(before);
      if (after !== undefined && after.id !== before.id) newIds.set(before.key, after.id);
    }
  }
  NEW_IDS.set(diff, newIds);
  return newIds;
}

/** The id that head has for an element of a model, that of base or head; undefined when head does not have it. */
export function headId(element: Element, model: SpecModel, { base, inHead }: ChangeContext): string | undefined {
  return model === base ? inHead(element)?.id : element.id;
}
