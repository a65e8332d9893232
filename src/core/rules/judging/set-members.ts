import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

const MEMBER_PATHS: readonly string[] = ['members', 'except', 'classes'];

/**
 * What a set gained or lost, however it is said (`members`, `except`, `classes`): one verdict for one set. Sets that block
 * and sets that permit are judged by different rules, since the same edit is safe for one and not for the other.
 */
export function membersChanged(
  change: Change,
  context: ChangeContext,
  side: 'gained' | 'lost',
  effect: 'blocks' | 'permits',
): readonly Verdict[] {
  const { before, after, path } = change as Change & { before: Element<'set'>; after: Element<'set'> };
  if ((after.attributes.effect === 'blocks') !== (effect === 'blocks')) return [];
  const changed = context
    .changesOf(after)
    .map((other) => other.path.join('.'))
    .filter((other) => MEMBER_PATHS.includes(other));
  if (path.join('.') !== changed[0]) return [];
  const was = membersOf(before, context.base).map((member) => context.inHead(member)?.localId ?? member.localId);
  const is = membersOf(after, context.head).map((member) => member.localId);
  const names = side === 'gained' ? without(is, was) : without(was, is);
  if (names.length === 0) return [];
  const what =
    side === 'gained'
      ? `${named(after)} now counts ${listed(names)} in.`
      : `${named(after)} no longer counts ${listed(names)} in.`;
  return [{ what, values: { from: was, to: is }, explains: changed }];
}

/** A set that is said otherwise and counts the same in: one verdict for all that was written. */
export function membersRewritten(change: Change, context: ChangeContext): readonly Verdict[] {
  const { before, after, path } = change as Change & { before: Element<'set'>; after: Element<'set'> };
  const changed = context
    .changesOf(after)
    .map((other) => other.path.join('.'))
    .filter((other) => MEMBER_PATHS.includes(other));
  if (path.join('.') !== changed[0]) return [];
  const was = membersOf(before, context.base).map((member) => context.inHead(member)?.localId ?? member.localId);
  const is = membersOf(after, context.head).map((member) => member.localId);
  if (without(was, is).length + without(is, was).length > 0) return [];
  return [{ what: `${named(after)} counts ${listed(is)} in, as before, and says so otherwise.`, explains: changed }];
}

/** States or codes that a set counts in, of those that the list has, in order of their id. */
export function membersOf(set: Element<'set'>, model: SpecModel): readonly Element<'state' | 'code'>[] {
  const { of, members = [], except, classes = [] } = set.attributes;
  const list = model.get('lifecycle', of) ?? model.get('code-list', of);
  if (list === undefined) return [];
  const all: readonly Element<'state' | 'code'>[] =
    list.kind === 'lifecycle' ? model.partsOf(list, 'state') : model.partsOf(list, 'code');
  return all.filter((member) => {
    const { attributes, localId } = member;
    const stateClass = 'class' in attributes ? attributes.class : undefined;
    return (
      members.includes(localId) ||
      (except !== undefined && !except.includes(localId)) ||
      (stateClass !== undefined && classes.includes(stateClass))
    );
  });
}
