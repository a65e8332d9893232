import type { Change } from '../../diff/delta.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';
import type { ConditionVerdict } from '../../model/condition/compare.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { guardVerdict } from './guard.ts';
import { items, without } from './values.ts';
import { listed, named } from './wording.ts';

/** What cannot be compared, and what is read from another place, may let more through. */
const DIRECTIONS: Readonly<Record<'weakened' | 'tightened', readonly ConditionVerdict[]>> = {
  weakened: ['removed', 'weakened', 'incomparable', 'source-changed'],
  tightened: ['added', 'tightened'],
};

/** Whether an output may be issued in more cases, or in fewer; or is approved by fewer steps, or by more. */
export function issueGateVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'weakened' | 'tightened',
): readonly Verdict[] {
  if (change.path[0] === 'approvals') return approvalVerdict(change, context, direction);
  return DIRECTIONS[direction].flatMap((verdict) => guardVerdict(change, context, verdict));
}

/**
 * An approving step that another one replaces, of the same lifecycle, to the same state and with at least its signatures, is
 * neither weaker nor stronger by that.
 */
function approvalVerdict(
  { after, from, to }: Change,
  { base, head }: ChangeContext,
  direction: 'weakened' | 'tightened',
): readonly Verdict[] {
  const [lost, gained] = [without(items(from), items(to)), without(items(to), items(from))];
  const unreplaced = lost.filter((name) => !gained.some((other) => replaces(other, name, base, head)));
  if (direction === 'weakened')
    return unreplaced.length === 0
      ? []
      : [{ what: `${named(after)} can be issued without the approval of ${listed(unreplaced)}.` }];
  return lost.length > 0 || gained.length === 0
    ? []
    : [{ what: `${named(after)} is approved in ${listed(gained)} as well.` }];
}

function replaces(name: string, lost: string, base: SpecModel, head: SpecModel): boolean {
  const [was, is] = [base.get('transition', lost), head.get('transition', name)];
  if (was === undefined || is === undefined || was.parent !== is.parent || was.attributes.sign === undefined)
    return false;
  return (
    identical(was.attributes.to as Json, is.attributes.to as Json) &&
    signaturesOf(was).every((one) => signaturesOf(is).includes(one))
  );
}

function signaturesOf({ attributes: { sign = [], by = [] } }: Element<'transition'>): readonly string[] {
  return sign.map((signature) =>
    JSON.stringify([signature.meaning, signature.by ?? by, signature.samePerson ?? false, signature.binds ?? null]),
  );
}
