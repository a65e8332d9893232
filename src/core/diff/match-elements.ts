import type { Element, ElementKey } from '../model/element.ts';
import { elementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** Which element of the new revision is which of the old one. */
export interface Matches {
  /** Elements that are in both revisions, in the order of the new one. */
  readonly pairs: readonly Pair[];
  readonly added: readonly Element[];
  readonly removed: readonly Element[];
}

export interface Pair {
  readonly before: Element;
  readonly after: Element;
  /** The author declared this rename; false for parts whose id differs only because their element was renamed. */
  readonly claimed: boolean;
}

/**
 * Pairs elements by key. A rename is only what `formerIds` claims, and only when the claim holds: the old id is gone, the
 * new one is new, both are of one kind, and nobody else claims the same. Parts of a renamed element follow it.
 */
export function matchElements(base: SpecModel, head: SpecModel): Matches {
  const claims = validClaims(base, head);
  const claimants = new Set([...claims.values()].map((claimant) => claimant.key));
  /** Of elements that have another id in head. */
  const headIds = new Map<ElementKey, string>();
  const pairs = new Map<ElementKey, Pair>();
  const removed: Element[] = [];
  for (const before of inOrderOfDepth(all(base))) {
    const claim = claims.get(before.key);
    const id = claim?.id ?? inheritedId(before, headIds);
    const key = id === before.id ? before.key : elementKey(before.kind, id);
    const after = head.elements.get(key) ?? projectOf(head, before);
    if (after === undefined || pairs.has(after.key) || (claim === undefined && claimants.has(after.key))) {
      removed.push(before);
      if (id !== before.id) headIds.set(before.key, id);
    } else {
      pairs.set(after.key, { before, after, claimed: claim !== undefined });
      if (after.id !== before.id) headIds.set(before.key, after.id);
    }
  }
  const heads = all(head);
  return {
    pairs: heads.flatMap((after) => pairs.get(after.key) ?? []),
    added: heads.filter((after) => !pairs.has(after.key)),
    removed,
  };
}

/** Key in the old revision → the element of the new one that rightly claims it. */
function validClaims(base: SpecModel, head: SpecModel): ReadonlyMap<ElementKey, Element> {
  const claimants = new Map<ElementKey, Element[]>();
  const claimed = new Map<ElementKey, Element>();
  for (const after of inOrderOfDepth(all(head))) {
    if (base.elements.has(after.key)) continue;
    for (const formerId of formerIdsOf(after)) {
      const before = base.elements.get(formerKey(after, formerId, head, claimed));
      if (before === undefined || head.elements.has(before.key)) continue;
      claimants.set(before.key, [...(claimants.get(before.key) ?? []), after]);
      if (!claimed.has(after.key)) claimed.set(after.key, before);
    }
  }
  const valid = new Map<ElementKey, Element>();
  for (const [key, [first, ...others]] of claimants) {
    if (first !== undefined && others.length === 0 && claimed.get(first.key)?.key === key) valid.set(key, first);
  }
  return valid;
}

/** A former id without a dot is local: it belonged to the element that is now the parent, under that one's old id. */
function formerKey(
  after: Element,
  formerId: string,
  head: SpecModel,
  claimed: ReadonlyMap<ElementKey, Element>,
): ElementKey {
  const parent = after.parent === undefined ? undefined : head.elements.get(after.parent);
  if (parent === undefined || formerId.includes('.')) return elementKey(after.kind, formerId);
  return elementKey(after.kind, `${claimed.get(parent.key)?.id ?? parent.id}.${formerId}`);
}

function formerIdsOf(element: Element): readonly string[] {
  const { attributes } = element;
  return 'formerIds' in attributes ? (attributes.formerIds ?? []) : [];
}

function inheritedId(before: Element, headIds: ReadonlyMap<ElementKey, string>): string {
  const parentId = before.parent === undefined ? undefined : headIds.get(before.parent);
  return parentId === undefined ? before.id : `${parentId}.${before.localId}`;
}

function projectOf(model: SpecModel, like: Element): Element | undefined {
  return like.kind === 'project' ? model.project : undefined;
}

function all(model: SpecModel): readonly Element[] {
  return model.project === undefined ? [...model.elements.values()] : [...model.elements.values(), model.project];
}

/** Elements before their parts, otherwise as they come. */
function inOrderOfDepth(elements: readonly Element[]): readonly Element[] {
  return [
    ...elements.filter((element) => element.parent === undefined),
    ...elements.filter((element) => element.parent !== undefined),
  ];
}
