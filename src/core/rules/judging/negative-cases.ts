import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { changesAt, isFirstOf } from './one-edit.ts';
import { listed, named } from './wording.ts';

/** Types of case in which the system must refuse: impossible step, condition not met, role or signature missing, and the like. */
const MUST_FAIL: ReadonlySet<string> = new Set(['ILL', 'GRD', 'ROL', 'SIG', 'SOD', 'NEG', 'ERR']);
const REFUSAL: readonly string[] = ['negative', 'notApplicable.negative'];

/** An authored test in which something must be refused, and that is gone; its own finding is the same edit. */
export function removedNegative(test: Element): readonly Verdict[] {
  if (!mustFail((test as Element<'test'>).attributes.type)) return [];
  return [{ what: `${named(test)}, a case that must fail, was removed.`, claims: [{ element: test.key, path: '' }] }];
}

/** A refusal that is no longer tried: of a step, in the story of an exception, or by a test that is of another type now. */
export function lostNegative(change: Change, context: ChangeContext): readonly Verdict[] {
  const { after, from, to } = change;
  if (after.kind === 'transition') return refusalVerdict(change, context, 'lost');
  if (after.kind === 'test') {
    return mustFail(from) && !mustFail(to)
      ? [{ what: `${named(after)} is no longer a case that must fail.`, partial: true }]
      : [];
  }
  const lost = missing(refused(from), refused(to));
  return lost.length === 0
    ? []
    : [
        {
          what: `${named(after)}: its scenario no longer tries ${listed(lost)}, which must be refused.`,
          partial: true,
        },
      ];
}

/** Whether the refusal of a step elsewhere is tested, in one revision and not in the other. */
export function refusalVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'lost' | 'gained',
): readonly Verdict[] {
  const { before, after } = change;
  const [was, is] = [testsRefusal(before), testsRefusal(after)];
  if (was === is || (direction === 'gained') !== is) return [];
  const changes = changesAt(change, context, REFUSAL);
  if (!isFirstOf(changes, change)) return [];
  const what = `${named(after)}: that it is refused elsewhere is ${is ? 'now' : 'no longer'} tested.`;
  return [{ what, explains: changes.map(({ path }) => path.join('.')) }];
}

function testsRefusal(element: Element): boolean {
  const { negative, notApplicable } = (element as Element<'transition'>).attributes;
  return negative !== false && notApplicable?.['negative'] === undefined;
}

function refused(steps: Json | undefined): readonly string[] {
  return Array.isArray(steps)
    ? steps.flatMap((step: Json) => (isObject(step) && typeof step['refuse'] === 'string' ? [step['refuse']] : []))
    : [];
}

/** Names of the first list that the second does not have, one for one: what is refused at another place of the story still is. */
function missing(names: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return names.filter((name) => {
    const index = rest.indexOf(name);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

function mustFail(type: Json | undefined): boolean {
  return typeof type === 'string' && MUST_FAIL.has(type.trim().toUpperCase());
}
