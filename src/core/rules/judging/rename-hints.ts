import type { ModelDiff } from '../../diff/delta.ts';
import { compareText } from '../../diagnostics/order.ts';
import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import { elementContent } from './element-content.ts';
import type { ComparedModels } from './change-context.ts';

/** A pair of elements that are alike, one gone and one new, of which nobody said that they are the same. */
export interface LookAlike {
  readonly removed: Element;
  readonly added: Element;
  /** Share of what both say that they say alike, in whole percent: Dice's coefficient over their facts and their names. */
  readonly percent: number;
}

/** Below it two elements are not worth a question. */
const ALIKE_PERCENT = 70;
/** What more than so many new elements say alike tells none of them apart; the search stays linear. */
const COMMON = 50;

/**
 * Elements that are gone and look like one that is new, each with the one that is most alike, and only where that holds both
 * ways. It is a question to the author: identity is what is declared, and nothing is ever paired by being alike (rules section 1.5).
 */
export function lookAlikes({ diff, base, head }: Pick<ComparedModels, 'diff' | 'base' | 'head'>): readonly LookAlike[] {
  const { removed, added } = wholeElements(diff);
  if (removed.length === 0 || added.length === 0) return [];
  const facts = new Map<ElementKey, ReadonlySet<string>>();
  const owners = new Map<string, Element[]>();
  for (const element of added) {
    const own = factsOf(element, elementContent(element, head));
    facts.set(element.key, own);
    for (const fact of own) {
      const known = owners.get(fact);
      if (known === undefined) owners.set(fact, [element]);
      else known.push(element);
    }
  }
  const pairs = removed.flatMap((element) => {
    const own = factsOf(element, elementContent(element, base));
    const shared = new Map<Element, number>();
    for (const fact of own) {
      const having = owners.get(fact) ?? [];
      if (having.length <= COMMON) for (const other of having) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared].flatMap(([other, count]): readonly LookAlike[] => {
      const percent = Math.floor((200 * count) / (own.size + (facts.get(other.key)?.size ?? 0)));
      return percent < ALIKE_PERCENT ? [] : [{ removed: element, added: other, percent }];
    });
  });
  const best = (side: 'removed' | 'added') => {
    const found = new Map<ElementKey, LookAlike>();
    for (const pair of pairs.toSorted(compareLookAlikes))
      if (!found.has(pair[side].key)) found.set(pair[side].key, pair);
    return found;
  };
  const [ofRemoved, ofAdded] = [best('removed'), best('added')];
  return [...ofRemoved.values()].filter((pair) => ofAdded.get(pair.added.key) === pair);
}

/** The question, as it is printed with what is gone. */
export function lookAlikeQuestion({ removed, added, percent }: LookAlike): string {
  return `${added.id}, which is new, is ${percent} % alike; if it is the same, say so with formerIds: [${removed.localId}] on it. Nothing was concluded from that.`;
}

function wholeElements(diff: ModelDiff): { readonly removed: readonly Element[]; readonly added: readonly Element[] } {
  return {
    removed: diff.deltas.flatMap((delta) => (delta.action === 'removed' ? [delta.before] : [])),
    added: diff.deltas.flatMap((delta) => (delta.action === 'added' ? [delta.after] : [])),
  };
}

/** What an element says, one text for each value, and its name in pairs of letters; all with its kind and its parent. */
function factsOf(element: Element, content: Json): ReadonlySet<string> {
  const facts = new Set<string>();
  const start = `${element.kind} ${element.parent ?? ''} `;
  addFacts(content, start, facts);
  const name = element.localId.toLowerCase();
  for (let at = 0; at + 2 <= name.length; at += 1) facts.add(`${start}name ${name.slice(at, at + 2)}`);
  return facts;
}

function addFacts(value: Json, path: string, facts: Set<string>): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) addFacts(item, `${path}-`, facts);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) addFacts(inner, `${path}${name}.`, facts);
  else facts.add(`${path}${jsonText(value)}`);
}

function compareLookAlikes(a: LookAlike, b: LookAlike): number {
  return b.percent - a.percent || compareText(a.removed.key, b.removed.key) || compareText(a.added.key, b.added.key);
}
