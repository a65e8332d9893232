import type { Change } from '../../diff/delta.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';

export type Signature = NonNullable<Element<'transition'>['attributes']['sign']>[number];

/** The signatures of a step in both revisions, one beside the other. */
export interface SignaturePairs {
  /** Signatures that are in both. */
  readonly kept: readonly (readonly [Signature, Signature])[];
  /** Of these, the ones that say something else of themselves. */
  readonly altered: readonly (readonly [Signature, Signature])[];
  readonly lost: readonly Signature[];
  readonly gained: readonly Signature[];
  /** Those of both are asked for in another order. */
  readonly reordered: boolean;
}

/** Signatures as they are compared: those of one content first, then of one meaning, then by their place. */
export function signaturePairs(before: readonly Signature[], after: readonly Signature[]): SignaturePairs {
  const pairs = new Map<number, number>();
  const pairUp = (alike: (a: Signature, b: Signature) => boolean): void => {
    const taken = new Set(pairs.values());
    before.forEach((signature, at) => {
      if (pairs.has(at)) return;
      const other = after.findIndex((candidate, index) => !taken.has(index) && alike(signature, candidate));
      if (other < 0) return;
      pairs.set(at, other);
      taken.add(other);
    });
  };
  pairUp(isSame);
  pairUp((a, b) => a.meaning === b.meaning);
  pairUp(() => true);
  const inOrder = [...pairs].sort(([a], [b]) => a - b);
  const kept = inOrder.flatMap(([from, to]) => {
    const [a, b] = [before[from], after[to]];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return {
    kept,
    altered: kept.filter(([a, b]) => !isSame(a, b)),
    lost: before.filter((_, at) => !pairs.has(at)),
    gained: after.filter((_, at) => ![...pairs.values()].includes(at)),
    reordered: inOrder.some(([, to], at) => to < (inOrder[at - 1]?.[1] ?? -1)),
  };
}

/** The signatures before and after a change of `sign`, in the names of head; wrapped otherwise, a meaning is the same. */
export function pairsOf({ from, to }: Change): SignaturePairs {
  return signaturePairs(folded(from), folded(to));
}

/** Signatures with their meanings in one line. */
export function folded(list: Json | readonly Signature[] | undefined): readonly Signature[] {
  const signatures = (Array.isArray(list) ? list : []) as readonly Signature[];
  return signatures.map((signature) => ({ ...signature, meaning: signature.meaning.trim().replace(/\s+/gu, ' ') }));
}

function isSame(a: Signature, b: Signature): boolean {
  return identical(a as unknown as Json, b as unknown as Json);
}
