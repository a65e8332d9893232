import { compareText } from '../diagnostics/order.ts';
import type { Element } from '../model/element.ts';
import type { DocumentContext } from './document-context.ts';

/**
 * The change records that a document is about: those that are new in head or differ from base. Usually one; all of them when
 * several were merged, and none is a gap that the assessment says loudly.
 */
export function changesAssessed({
  base,
  head,
  diff,
}: Pick<DocumentContext, 'base' | 'head' | 'diff'>): readonly Element<'change'>[] {
  const changed = new Set(diff.deltas.flatMap((delta) => (delta.action === 'removed' ? [] : [delta.after.key])));
  return head.model
    .ofKind('change')
    .filter((change) => base.model.get('change', change.id) === undefined || changed.has(change.key))
    .toSorted((a, b) => compareText(a.id, b.id));
}

/** All change records of head, newest first; those without a day come last. */
export function changeHistory({ head }: Pick<DocumentContext, 'head'>): readonly Element<'change'>[] {
  return head.model
    .ofKind('change')
    .toSorted((a, b) => compareText(b.attributes.date ?? '', a.attributes.date ?? '') || compareText(b.id, a.id));
}
