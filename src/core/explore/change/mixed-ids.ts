import type { Matches } from '../../diff/match-elements.ts';
import type { NewIds } from '../../diff/new-ids.ts';
import type { Json } from '../../language/canonical.ts';
import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';

/** What every element of both revisions is called while they are mixed (as in head), and what it is called in the mixture. */
export interface MixedIds {
  readonly matches: Matches;
  /** Base key → id while mixing, where it differs. */
  readonly toHead: NewIds;
  /** Elements that head does not have: base key → what they are called while mixing. */
  readonly removedToHead: ReadonlyMap<ElementKey, ElementName>;
  /** What an element is called in the mixture, by its key while mixing. */
  target(key: ElementKey): ElementName;
  /** Renamed elements of the mixture: key while mixing → their `formerIds` in head; null = they have none there. */
  readonly formerIds: ReadonlyMap<ElementKey, Json>;
}

export interface ElementName {
  readonly id: string;
  readonly localId: string;
  readonly parent?: ElementKey;
}

/** Ids for a mixture with these edits; a rename that is not among them is taken back, for its parts, too. */
export function mixedIds(matches: Matches, edits: ReadonlySet<string>): MixedIds {
  const toHead = new Map<ElementKey, string>();
  const keys = new Map<ElementKey, ElementKey>();
  for (const { before, after } of matches.pairs) {
    keys.set(before.key, after.key);
    if (before.id !== after.id) toHead.set(before.key, after.id);
  }
  const taken = new Set([...matches.pairs.map(({ after }) => after.key), ...matches.added.map(({ key }) => key)]);
  const removedToHead = new Map<ElementKey, ElementName>();
  for (const before of elementsBeforeParts(matches.removed)) {
    const name = nameBelow(before.parent && (keys.get(before.parent) ?? before.parent), before.localId);
    // What another element is called now must not get in its way while both are here.
    const id = taken.has(elementKey(before.kind, name.id)) ? `${name.id}~` : name.id;
    removedToHead.set(before.key, { ...name, id });
    keys.set(before.key, elementKey(before.kind, id));
    if (id !== before.id) toHead.set(before.key, id);
  }
  const places = placesOf(matches, removedToHead, keys, edits);
  const target = (key: ElementKey): ElementName => {
    const place = places.get(key);
    if (place === undefined) throw new Error(`No element is called ${key} while two revisions are mixed.`);
    const { parent, localId } = place;
    if (parent === undefined) return { id: localId, localId };
    return nameBelow(elementKey(kindOf(parent), target(parent).id), localId);
  };
  const formerIds = new Map<ElementKey, Json>();
  for (const { before, after } of matches.pairs) {
    if (before.id !== after.id && target(after.key).id === after.id) formerIds.set(after.key, formerIdsOf(after));
  }
  return { matches, toHead, removedToHead, target, formerIds };
}

interface Place {
  readonly localId: string;
  /** Key while mixing. */
  readonly parent?: ElementKey;
}

function placesOf(
  { pairs, added, removed }: Matches,
  removedToHead: ReadonlyMap<ElementKey, ElementName>,
  keys: ReadonlyMap<ElementKey, ElementKey>,
  edits: ReadonlySet<string>,
): ReadonlyMap<ElementKey, Place> {
  const places = new Map<ElementKey, Place>();
  for (const { before, after, claimed } of pairs) {
    const takenBack = claimed && !edits.has(`renamed ${after.key}`);
    const parent = takenBack ? before.parent && keys.get(before.parent) : after.parent;
    places.set(after.key, place((takenBack ? before : after).localId, parent));
  }
  for (const before of removed) {
    const name = removedToHead.get(before.key);
    if (name !== undefined) places.set(elementKey(before.kind, name.id), place(before.localId, name.parent));
  }
  for (const { key, localId, parent } of added) places.set(key, place(localId, parent));
  return places;
}

function place(localId: string, parent: ElementKey | undefined): Place {
  return parent === undefined ? { localId } : { localId, parent };
}

function nameBelow(parent: ElementKey | undefined, localId: string): ElementName {
  if (parent === undefined) return { id: localId, localId };
  return { id: `${parent.slice(parent.indexOf(':') + 1)}.${localId}`, localId, parent };
}

function kindOf(key: ElementKey): Element['kind'] {
  return key.slice(0, key.indexOf(':')) as Element['kind'];
}

function formerIdsOf({ attributes }: Element): Json {
  return 'formerIds' in attributes && attributes.formerIds !== undefined ? attributes.formerIds : null;
}

function elementsBeforeParts(elements: readonly Element[]): readonly Element[] {
  return [
    ...elements.filter(({ parent }) => parent === undefined),
    ...elements.filter(({ parent }) => parent !== undefined),
  ];
}
