import type { Delta } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named } from './wording.ts';

/**
 * Systems that a status, an event or a record no longer reaches, or newly reaches: followers of an event, read-only copies of
 * an object, and the invariant that says in which combinations two systems agree.
 */
export function replicationVerdicts({ diff }: ChangeContext, side: 'lost' | 'gained'): readonly Verdict[] {
  return diff.deltas.flatMap((delta) => (delta.action === 'changed' ? ofChange(delta, side) : ofElement(delta, side)));
}

function ofElement(delta: Exclude<Delta, { action: 'changed' }>, side: 'lost' | 'gained'): readonly Verdict[] {
  if ((delta.action === 'added') !== (side === 'gained')) return [];
  const element = delta.action === 'added' ? delta.after : delta.before;
  if (element.kind !== 'invariant' || (element as Element<'invariant'>).attributes.agree === undefined) return [];
  return delta.action === 'added'
    ? [{ what: `${named(element)} is new: it says in which combinations two systems agree.`, after: element }]
    : [{ what: `${named(element)} is gone: it said in which combinations two systems agree.`, before: element }];
}

function ofChange(
  { before, after, path, from, to }: Extract<Delta, { action: 'changed' }>,
  side: 'lost' | 'gained',
): readonly Verdict[] {
  const [there, gone] = side === 'lost' ? [from, to] : [to, from];
  const [name, system = ''] = path;
  const place = { before, after, path, values: { from, to } };
  const [reaches, was] = side === 'lost' ? ['no longer', 'was'] : ['now also', 'is'];
  if (after.kind === 'event' && name === 'followers') {
    const systems = without(items(there), items(gone));
    return systems.length === 0 ? [] : [{ what: `${named(after)} ${reaches} reaches ${listed(systems)}.`, ...place }];
  }
  if (after.kind === 'object' && name === 'copies' && gone === undefined && there === 'read-only')
    return [
      {
        what: `${named(after)} ${was} copied read-only to ${system}${side === 'lost' ? ' and is no more' : ' as well'}.`,
        ...place,
      },
    ];
  if (after.kind === 'invariant' && name === 'agree' && gone === undefined)
    return [{ what: `${named(after)} ${reaches} says in which combinations two systems agree.`, ...place }];
  return [];
}

/** Whether an invariant that came or went says in which combinations two systems agree, so that it is reported as such. */
export function isSaidToAgree(element: Element, { diff }: ChangeContext): boolean {
  if ((element as Element<'invariant'>).attributes.agree === undefined) return false;
  return diff.deltas.some(
    (delta) =>
      delta.action !== 'changed' && (delta.action === 'added' ? delta.after : delta.before).key === element.key,
  );
}
