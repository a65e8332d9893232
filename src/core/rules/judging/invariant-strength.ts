import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Condition } from '../../language/condition.ts';
import { explainComparison } from '../../model/condition/compare.ts';
import { elementKey } from '../../model/element.ts';
import type { Element } from '../../model/element.ts';
import { gated } from '../adjustments/gated-step.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { isAbsent } from './assurance-order.ts';
import { conditionReading } from './condition-reading.ts';
import { listMove } from './list-move.ts';
import { named } from './wording.ts';
import { plainShift } from './plain-shift.ts';

/** `other`: it cannot be shown that the invariant forbids all that it forbade, or no more than that. */
export type InvariantMove = 'weaker' | 'stronger' | 'other';

/**
 * What more of an attribute does to the invariant, where that follows from its meaning: a longer list, or a condition that holds
 * in more cases. Each attribute is judged by itself: an invariant rises or falls with each of them whatever the others say.
 */
const MORE: Readonly<Record<string, 'stronger' | 'weaker'>> = {
  never: 'stronger',
  step: 'stronger',
  requires: 'weaker',
  before: 'stronger',
  since: 'stronger',
  after: 'stronger',
  given: 'stronger',
  from: 'stronger',
  possible: 'weaker',
  reachable: 'weaker',
  only: 'weaker',
  final: 'stronger',
  independent: 'stronger',
  of: 'stronger',
  separate: 'stronger',
};
/** A word that narrows where the invariant is looked at, or what may help it to hold. */
const WHERE_SAID: Readonly<Record<string, 'stronger' | 'weaker'>> = { once: 'weaker', without: 'stronger' };

/** What an invariant says; its severity, time limit and agreeing combinations have rules of their own. */
export const INVARIANT_CLAIMS: readonly AttributeClaim[] = [
  {
    kinds: ['invariant'],
    paths: [
      ...Object.keys(MORE),
      ...Object.keys(WHERE_SAID),
      'must',
      'conserved',
      'over',
      'across',
      'carriedBy',
      'gate.*',
      'signed',
    ],
  },
];

/** What a rule says of an invariant that moved in this way; what is gone entirely weighs like what forbids less. */
export function invariantVerdict(change: Change, context: ChangeContext, expected: InvariantMove): readonly Verdict[] {
  const { move, what } = judged(change, context);
  if (move !== expected) return [];
  const raise = expected === 'stronger' ? undefined : raiseOf([change.before, change.after], context);
  return [raise === undefined ? { what } : { what, raise }];
}

/** Why an edit of an invariant is critical: it guards what the plant must never get wrong. */
export function raiseOf(elements: readonly Element[], { base, head }: ChangeContext): Verdict['raise'] {
  const invariants = elements as readonly Element<'invariant'>[];
  if (invariants.some(({ attributes }) => attributes.severity === 'high'))
    return { risk: 'C', reason: 'the invariant is of high severity' };
  const reasons = new Map([...gated(base), ...gated(head)]);
  const reason = invariants
    .flatMap(stepsOf)
    .map((step) => reasons.get(elementKey('transition', step)))
    .find((text) => text !== undefined);
  return reason === undefined ? undefined : { risk: 'C', reason: `it watches a step that decides: ${reason}` };
}

function stepsOf({ attributes: { step, only, before, after } }: Element<'invariant'>): readonly string[] {
  return [step, only, before, after].flatMap((named) => (Array.isArray(named) ? (named as readonly string[]) : []));
}

function judged(change: Change, context: ChangeContext): { readonly move: InvariantMove; readonly what: string } {
  const { path, from, to } = change;
  const name = path[0] ?? '';
  const what = plainShift(change);
  const word = WHERE_SAID[name];
  if (word !== undefined) return { move: to === undefined ? opposite(word) : word, what };
  if (name === 'signed') return { move: to === true ? 'stronger' : 'weaker', what };
  if (name === 'gate') return { move: from === undefined ? 'stronger' : to === undefined ? 'weaker' : 'other', what };
  if (isObject(from) || isObject(to)) return conditionMove(change, context);
  const more = MORE[name];
  const { lost, gained } = listMove(from, to);
  // Without the steps that may enter, nobody can tell whether all may or none.
  if (name === 'only' && (isAbsent(from) || isAbsent(to))) return { move: 'other', what };
  if (more === undefined || lost === gained) return { move: 'other', what };
  return { move: gained ? more : opposite(more), what };
}

function conditionMove(
  change: Change,
  { base, head }: ChangeContext,
): { readonly move: InvariantMove; readonly what: string } {
  const { after, path, from, to } = change;
  const name = path[0] ?? '';
  // Of a condition in one revision and steps in the other nothing can be compared.
  if ([from, to].some((value) => value !== undefined && !isObject(value)))
    return { move: 'other', what: plainShift(change) };
  const { verdict, reason } = explainComparison(from as Condition | undefined, to as Condition | undefined, {
    base: conditionReading(base),
    head: conditionReading(head),
  });
  const what = `${named(after)}, ${path.join('.')}. ${reason}`;
  // What a condition restricts, or must be reached, is demanded where it is said; what it is about begins to be watched.
  const demands = name === 'must' || MORE[name] === 'weaker';
  if (from === undefined) return { move: name === 'given' ? 'weaker' : 'stronger', what };
  if (to === undefined) return { move: name === 'given' ? 'stronger' : 'weaker', what };
  if (verdict === 'weakened') return { move: demands ? 'weaker' : 'stronger', what };
  if (verdict === 'tightened') return { move: demands ? 'stronger' : 'weaker', what };
  return { move: 'other', what };
}

function opposite(move: 'weaker' | 'stronger'): 'weaker' | 'stronger' {
  return move === 'weaker' ? 'stronger' : 'weaker';
}
