import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { named } from './wording.ts';

type Signature = NonNullable<Element<'transition'>['attributes']['sign']>[number];

/** What changed about the signatures of a step; anything but their number and meaning is left to be reported as unclassified. */
export function signatureVerdict(change: Change, aspect: 'removed' | 'added' | 'meaning'): readonly Verdict[] {
  const { before, after } = change as Change & { before: Element<'transition'>; after: Element<'transition'> };
  const [was, is] = [before.attributes.sign ?? [], after.attributes.sign ?? []];
  const lost = missing(was, is);
  const gained = missing(is, was);
  const pairs = lost.slice(0, gained.length).map((signature, index) => [signature, gained[index]] as const);
  const partial = pairs.some(([a, b]) => b !== undefined && !sameButMeaning(a, b));
  const what = (text: string): readonly Verdict[] => [
    { what: `${named(after)} ${text}`, ...(partial ? { partial } : {}) },
  ];
  if (aspect === 'added') {
    return gained.length > lost.length ? what(`now asks for ${quoted(gained.slice(lost.length))} as well.`) : [];
  }
  if (aspect === 'removed') {
    if (lost.length > gained.length) return what(`no longer asks for ${quoted(lost.slice(gained.length))}.`);
    const merged = pairs.some(([a, b]) => a.samePerson !== true && b?.samePerson === true);
    return merged ? what('may now have several signatures of one person.') : [];
  }
  const other = pairs.filter(([a, b]) => b !== undefined && folded(a).meaning !== folded(b).meaning);
  if (other.length === 0) return [];
  return what(`is now signed ${other.map(([a, b]) => `“${b?.meaning ?? ''}” instead of “${a.meaning}”`).join(', ')}.`);
}

/** Signatures of the first list that the second does not have, one for one. */
function missing(list: readonly Signature[], other: readonly Signature[]): readonly Signature[] {
  const rest = [...other];
  return list.filter((signature) => {
    const index = rest.findIndex((candidate) => identical(folded(candidate), folded(signature)));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** Wrapped otherwise, the meaning is the same. */
function folded(signature: Signature) {
  return { ...signature, meaning: signature.meaning.trim().replace(/\s+/gu, ' ') } as Signature & Record<string, Json>;
}

function sameButMeaning(a: Signature, b: Signature): boolean {
  return identical({ ...a, meaning: '' } as Json, { ...b, meaning: '' } as Json);
}

function quoted(signatures: readonly Signature[]): string {
  return `the signature “${signatures.map(({ meaning }) => meaning).join('”, “')}”`;
}
