import type { Condition, StatePattern } from '../../language/condition.ts';
import type { ConditionNames } from './condition-names.ts';
import { PLAIN_NAMES } from './condition-names.ts';
import { evaluate, scopeOf } from './evaluation.ts';
import type { Reading, Situation } from './evaluation.ts';
import { ALWAYS, conditionText, conjunction, mapParts, partsOf } from './normal-form.ts';
import { countSituations, situations } from './situations.ts';
import { NO_VOCABULARY, withFallback } from './state-vocabulary.ts';
import type { StateVocabulary } from './state-vocabulary.ts';
import { exampleWords } from './situation-words.ts';
import { describeCondition } from './words.ts';

/** How a condition of head relates to the same condition of base: what it lets through. */
export type ConditionVerdict =
  | 'equal'
  | 'added'
  | 'removed'
  | 'weakened'
  | 'tightened'
  | 'incomparable'
  | 'source-changed';

export interface ConditionComparison {
  readonly verdict: ConditionVerdict;
  /** Why, in one or two sentences for a reader who knows the plant. */
  readonly reason: string;
}

/** What the two revisions know; without it, states and sets are open and names stand as written. */
export interface ComparisonContext {
  readonly base?: { readonly vocabulary: StateVocabulary; readonly names: ConditionNames };
  readonly head?: { readonly vocabulary: StateVocabulary; readonly names: ConditionNames };
}

/** Beyond this number of situations the comparison only looks at what the two do not share. */
const MOST_SITUATIONS = 60_000;

/** The verdict of `explainComparison` alone. */
export function compareConditions(
  before: Condition | undefined,
  after: Condition | undefined,
  context: ComparisonContext = {},
): ConditionVerdict {
  return explainComparison(before, after, context).verdict;
}

/**
 * Compares two guards by rules.md section 4: equal after normalisation; else by looking at every situation that can make a
 * difference, where a guard lets through only what is plainly true (an unknown value lets nothing through); else the same
 * condition read from another place; else incomparable, which is to be treated as removed and added.
 */
export function explainComparison(
  before: Condition | undefined,
  after: Condition | undefined,
  context: ComparisonContext = {},
): ConditionComparison {
  const names = { base: context.base?.names ?? PLAIN_NAMES, head: context.head?.names ?? PLAIN_NAMES };
  if (before === undefined && after === undefined)
    return { verdict: 'equal', reason: 'There is no condition on either side.' };
  if (before === undefined && after !== undefined)
    return { verdict: 'added', reason: `New condition: ${describeCondition(after, names.head)}.` };
  if (after === undefined)
    return { verdict: 'removed', reason: `No longer asked for: ${describeCondition(before ?? ALWAYS, names.base)}.` };
  const [from, to] = [before ?? ALWAYS, after];
  const sameWords = conditionText(from) === conditionText(to);
  // The same words may mean other states where a set or a class is named.
  if (sameWords && !namesSetOrClass(from)) return { verdict: 'equal', reason: 'Both say the same.' };
  const own = { base: context.base?.vocabulary ?? NO_VOCABULARY, head: context.head?.vocabulary ?? NO_VOCABULARY };
  const base: Reading = { condition: from, vocabulary: withFallback(own.base, own.head) };
  const head: Reading = { condition: to, vocabulary: withFallback(own.head, own.base) };
  const found = compareReadings(base, head);
  if (sameWords) return sameWordsComparison(found, to, names);
  if (found.verdict === 'equal') {
    const moved =
      conditionText(withoutProcedure(from)) !== conditionText(withoutProcedure(to))
        ? undefined
        : procedureReason(from, to);
    return moved === undefined
      ? { verdict: 'equal', reason: 'They are written differently and let the same cases through.' }
      : { verdict: 'source-changed', reason: moved };
  }
  if (found.verdict === 'weakened')
    return { verdict: 'weakened', reason: weakenedReason(from, to, found.witness, names) };
  if (found.verdict === 'tightened')
    return { verdict: 'tightened', reason: tightenedReason(from, to, found.witness, names) };
  if (sameElsewhere(base, head)) return { verdict: 'source-changed', reason: sourceReason(from, to, names) };
  return {
    verdict: 'incomparable',
    reason: `Neither takes in the other. Before: ${describeCondition(from, names.base)}. Now: ${describeCondition(to, names.head)}.`,
  };
}

type Found =
  | { readonly verdict: 'equal' | 'incomparable' }
  | { readonly verdict: 'weakened' | 'tightened'; readonly witness: Situation };

function compareReadings(base: Reading, head: Reading): Found {
  const scope = scopeOf([base, head]);
  if (countSituations(scope) > MOST_SITUATIONS) return compareDifference(base, head);
  let gained: Situation | undefined;
  let lost: Situation | undefined;
  for (const situation of situations(scope)) {
    const [was, is] = [evaluate(base, situation, scope) === true, evaluate(head, situation, scope) === true];
    if (is && !was) gained ??= situation;
    if (was && !is) lost ??= situation;
    if (gained !== undefined && lost !== undefined) return { verdict: 'incomparable' };
  }
  if (gained !== undefined) return { verdict: 'weakened', witness: gained };
  return lost === undefined ? { verdict: 'equal' } : { verdict: 'tightened', witness: lost };
}

/** Leaves out what both ask for: if the rest of one takes in the rest of the other, so does the whole. */
function compareDifference(base: Reading, head: Reading): Found {
  const [mine, theirs] = [members(base.condition), members(head.condition)];
  const means = (member: Condition): boolean => meansTheSame(member, base.vocabulary, head.vocabulary);
  const shared = new Set([...mine].flatMap(([text, member]) => (theirs.has(text) && means(member) ? [text] : [])));
  if (shared.size === 0) return { verdict: 'incomparable' };
  const rest = (all: ReadonlyMap<string, Condition>): Condition =>
    conjunction([...all].flatMap(([text, member]) => (shared.has(text) ? [] : [member])));
  return compareReadings({ ...base, condition: rest(mine) }, { ...head, condition: rest(theirs) });
}

/** Whether one condition lets the same through by what either revision says of sets and classes; not, where that is too much to ask. */
function meansTheSame(condition: Condition, was: StateVocabulary, is: StateVocabulary): boolean {
  if (!namesSetOrClass(condition)) return true;
  const readings: readonly [Reading, Reading] = [
    { condition, vocabulary: was },
    { condition, vocabulary: is },
  ];
  return countSituations(scopeOf(readings)) <= MOST_SITUATIONS && compareReadings(...readings).verdict === 'equal';
}

/** Whether what the condition means rests on a set, or on the classes of states. */
function namesSetOrClass(condition: Condition): boolean {
  const isNamed = (pattern: StatePattern): boolean =>
    pattern.kind === 'not' ? isNamed(pattern.of) : pattern.kind !== 'states';
  return condition.kind === 'status' ? isNamed(condition.states) : partsOf(condition).some(namesSetOrClass);
}

function sameWordsComparison(found: Found, condition: Condition, names: Names): ConditionComparison {
  if (found.verdict === 'equal') return { verdict: 'equal', reason: 'Both say the same.' };
  const words = `The words stay, and the states that they mean do not: ${describeCondition(condition, names.head)}.`;
  if (found.verdict !== 'weakened' && found.verdict !== 'tightened')
    return { verdict: 'incomparable', reason: `${words} Neither takes in the other.` };
  const example = exampleWords(condition, found.witness, names.head);
  const what =
    found.verdict === 'weakened' ? 'Also lets through what did not pass before' : 'Refuses what passed before';
  return { verdict: found.verdict, reason: `${words} ${what}${example === undefined ? '' : `: ${example}`}.` };
}

/** What has to hold, one by one. */
function members(condition: Condition): ReadonlyMap<string, Condition> {
  const each = condition.kind === 'all' ? condition.of : [condition];
  return new Map(each.map((member) => [conditionText(member), member]));
}

type Names = { readonly base: ConditionNames; readonly head: ConditionNames };

function weakenedReason(before: Condition, after: Condition, witness: Situation, names: Names): string {
  const kept = members(after);
  const dropped = [...members(before)].filter(([text]) => !kept.has(text)).map(([, member]) => member);
  const only = [...kept.keys()].every((text) => members(before).has(text)) || kept.size === 0;
  if (only) return `No longer asked for: ${describeCondition(conjunction(dropped), names.base)}.`;
  const example = exampleWords(conjunction(dropped), witness, names.head);
  return `Also lets through what did not pass before${example === undefined ? '' : `: ${example}`}. Before: ${describeCondition(before, names.base)}. Now: ${describeCondition(after, names.head)}.`;
}

function tightenedReason(before: Condition, after: Condition, witness: Situation, names: Names): string {
  const had = members(before);
  const gained = [...members(after)].filter(([text]) => !had.has(text)).map(([, member]) => member);
  const only = [...had.keys()].every((text) => members(after).has(text));
  if (only) return `Asked for besides: ${describeCondition(conjunction(gained), names.head)}.`;
  const example = exampleWords(conjunction(gained), witness, names.base);
  return `Refuses what passed before${example === undefined ? '' : `: ${example}`}. Before: ${describeCondition(before, names.base)}. Now: ${describeCondition(after, names.head)}.`;
}

function sameElsewhere(base: Reading, head: Reading): boolean {
  const [from, to] = [withoutSource(base.condition), withoutSource(head.condition)];
  if (conditionText(from) === conditionText(to)) return true;
  return compareReadings({ ...base, condition: from }, { ...head, condition: to }).verdict === 'equal';
}

/** The condition as if every value were read from its owner. */
function withoutSource(condition: Condition): Condition {
  return condition.kind === 'read' ? withoutSource(condition.of) : mapParts(condition, withoutSource);
}

function withoutProcedure(condition: Condition): Condition {
  return condition.kind === 'fact' ? { kind: 'fact', text: condition.text } : mapParts(condition, withoutProcedure);
}

function procedureReason(before: Condition, after: Condition): string | undefined {
  const documents = (condition: Condition): string =>
    [...new Set(procedures(condition))].join(', ') || 'no document named';
  return `The same fact is checked under another procedure: before ${documents(before)}, now ${documents(after)}.`;
}

function procedures(condition: Condition): readonly string[] {
  if (condition.kind === 'fact') return condition.per === undefined ? [] : [condition.per];
  const found: string[] = [];
  mapParts(condition, (part) => {
    found.push(...procedures(part));
    return part;
  });
  return found;
}

function sourceReason(before: Condition, after: Condition, names: Names): string {
  return `The same is asked for, but read from another place. Before: ${describeCondition(before, names.base)}. Now: ${describeCondition(after, names.head)}.`;
}
