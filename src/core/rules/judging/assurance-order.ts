import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** How the words of one attribute compare by what they promise. */
export interface AssuranceOrder {
  /** Word → the words that promise strictly less. Words that stand in no such relation cannot be ranked. */
  readonly above: Readonly<Record<string, readonly string[]>>;
  /** Words by which nothing is gained where nothing was declared: they say aloud that the bad case may happen. */
  readonly weak: readonly string[];
}

/** `other` = the two cannot be ranked. */
export type AssuranceShift = 'weaker' | 'stronger' | 'other';

/** An order in which each word promises more than all that follow it. */
export function descending(words: readonly string[], weak: readonly string[]): AssuranceOrder {
  return { above: Object.fromEntries(words.map((word, index) => [word, words.slice(index + 1)])), weak };
}

/** What is not declared promises nothing, so that dropping a promise is weaker; but it does not say that the bad case may happen. */
export function assuranceShift(
  from: Json | undefined,
  to: Json | undefined,
  { above, weak }: AssuranceOrder,
): AssuranceShift {
  const promisesLess = (less: Json | undefined, more: Json | undefined): boolean =>
    typeof more === 'string' && typeof less === 'string' && above[more]?.includes(less) === true;
  const isWeak = (value: Json | undefined): boolean => typeof value === 'string' && weak.includes(value);
  if (from === undefined) return isWeak(to) ? 'weaker' : 'stronger';
  if (to === undefined) return isWeak(from) ? 'other' : 'weaker';
  if (promisesLess(to, from)) return 'weaker';
  return promisesLess(from, to) ? 'stronger' : 'other';
}

/** What cannot be ranked is reported with the weaker ones: nobody has shown that nothing is lost. */
export function assuranceVerdict(
  { after, path, from, to }: Change,
  order: AssuranceOrder,
  direction: 'weaker' | 'stronger',
): readonly Verdict[] {
  return shiftVerdict(
    shift(`${named(after)}, ${path.join('.')}`, from, to),
    assuranceShift(from, to, order),
    direction,
  );
}

/** One sentence about a promise, where it went the way that is asked for. */
export function shiftVerdict(
  what: string,
  found: AssuranceShift | undefined,
  direction: 'weaker' | 'stronger',
): readonly Verdict[] {
  if (found === 'other' && direction === 'weaker')
    return [{ what: `${what} The two cannot be ranked, which counts as weaker.` }];
  return found === direction ? [{ what }] : [];
}

/** A promise of which there is only one kind: more of it is stronger. */
export function presenceShift(from: Json | undefined, to: Json | undefined): AssuranceShift {
  if (isAbsent(from)) return 'stronger';
  return isAbsent(to) ? 'weaker' : 'other';
}

/** Nothing, or a list without items. */
export function isAbsent(value: Json | undefined): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
