import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { listed, named } from './wording.ts';

/**
 * Fields that leave, or join, an object of which the specification says what its record is. A field that now belongs to another
 * object has left this one. Removed fields are one edit with their own findings, which it names.
 */
export function contentVerdicts(context: ChangeContext, direction: 'reduced' | 'extended'): readonly Verdict[] {
  return context.head.ofKind('object').flatMap((after) => {
    const before = context.inBase(after) as Element<'object'> | undefined;
    if (before?.attributes.record === undefined) return [];
    if (direction === 'extended' && after.attributes.record === undefined) return [];
    const [was, is] = [before, after].map((object, index) =>
      (index === 0 ? context.base : context.head).partsOf(object, 'field'),
    ) as [readonly Element[], readonly Element[]];
    const moved =
      direction === 'reduced'
        ? was.filter((field) => context.inHead(field)?.parent !== after.key)
        : is.filter((field) => context.inBase(field)?.parent !== before.key);
    if (moved.length === 0) return [];
    const names = moved.map(({ localId }) => localId);
    const verb = direction === 'reduced' ? 'no longer holds' : 'now also holds';
    return [
      {
        what: `The record of ${named(after).replace(/^D/u, 'd')} ${verb} ${listed(names)}.`,
        before,
        after,
        path: ['fields'],
        values: { from: was.map(({ localId }) => localId), to: is.map(({ localId }) => localId) },
        partial: true,
        ...(direction === 'reduced' ? { claims: moved.map(({ key }) => ({ element: key, path: '' })) } : {}),
      },
    ];
  });
}
