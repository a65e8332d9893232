import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { changesAt, isFirstOf, oneEdit } from './one-edit.ts';
import { items, without } from './values.ts';
import { listed, named } from './wording.ts';

interface Ends {
  readonly from: string;
  readonly to: readonly string[];
}

/** Sender and one receiver changed places; receivers that came or went besides are judged by `otherEnds`. */
export function reversedEnds(change: Change, context: ChangeContext): readonly Verdict[] {
  const changes = changesAt(change, context, ['from', 'to']);
  const { was, is } = endsOf(change, context);
  if (!isReversed(was, is) || !isFirstOf(changes, change)) return [];
  const what = `${named(change.after)} ran from ${was.from} to ${listed(was.to)} and now runs from ${is.from} to ${listed(is.to)}.`;
  const [first, ...others] = changes;
  return [
    {
      ...(first === undefined || others.length === 0 ? {} : oneEdit(changes)),
      what,
      explains: ['from', ...rest(was, is)],
    },
  ];
}

/** Another sender, or receivers that came or went, a reversal apart. */
export function otherEnds(change: Change, context: ChangeContext): readonly Verdict[] {
  const { after, path } = change;
  const { was, is } = endsOf(change, context);
  const reversed = isReversed(was, is);
  if (path[0] === 'from')
    return reversed ? [] : [{ what: `${named(after)} is now sent by ${is.from} instead of ${was.from}.` }];
  const gone = without(was.to, reversed ? [...is.to, is.from] : is.to);
  const come = without(is.to, reversed ? [...was.to, was.from] : was.to);
  const parts = [
    ...(gone.length === 0 ? [] : [`no longer goes to ${listed(gone)}`]),
    ...(come.length === 0 ? [] : [`now goes to ${listed(come)}`]),
  ];
  return parts.length === 0 ? [] : [{ what: `${named(after)} ${parts.join(' and ')}.` }];
}

/** The receivers are a part of the reversal where nothing else differs about them. */
function rest(was: Ends, is: Ends): readonly string[] {
  const others = [...without(was.to, [...is.to, is.from]), ...without(is.to, [...was.to, was.from])];
  return others.length === 0 ? ['to'] : [];
}

function isReversed(was: Ends, is: Ends): boolean {
  return was.from !== is.from && was.to.includes(is.from) && is.to.includes(was.from);
}

/** Both ends in each revision, by the ids that systems have in head. */
function endsOf(change: Change, context: ChangeContext): { readonly was: Ends; readonly is: Ends } {
  const { from, to } = (change.after as Element<'interface'>).attributes;
  const changes = changesAt(change, context, ['from', 'to']);
  const sender = changes.find(({ path }) => path[0] === 'from')?.from;
  const receivers = changes.find(({ path }) => path[0] === 'to');
  return {
    was: {
      from: typeof sender === 'string' ? sender : from,
      to: receivers === undefined ? to : items(receivers.from),
    },
    is: { from, to },
  };
}
