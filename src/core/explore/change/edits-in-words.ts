import { compareText } from '../../diagnostics/order.ts';
import type { Json } from '../../language/canonical.ts';
import type { Blame, BlamedEdit } from './change-exploration.ts';
import type { Edit } from './edit.ts';
import { editedElement } from './edit.ts';

/** Longer values are not printed: their path is enough to find them in the comparison. */
const LONGEST_VALUE = 60;

/** What a board would have to undo, one entry for each element and path; sorted. */
export function editsInWords(edits: readonly Edit[]): Blame['edits'] {
  return edits
    .flatMap((edit) => wordsOf(edit).map((words) => ({ element: editedElement(edit), ...words })))
    .sort((a, b) => compareText(a.element, b.element) || compareText(a.what, b.what));
}

function wordsOf(edit: Edit): readonly Omit<BlamedEdit, 'element'>[] {
  if (edit.kind === 'renamed') return [{ what: `renamed from ${edit.before.id}` }];
  return edit.deltas.map((delta) => {
    if (delta.action !== 'changed') return { what: delta.action };
    const path = delta.path.join('.');
    const [from, to] = [valueText(delta.from), valueText(delta.to)];
    const what = from === undefined || to === undefined ? `${path} changed` : `${path} changed from ${from} to ${to}`;
    return { path: delta.path, what };
  });
}

/** A value on one line; undefined where it is no plain value or list of plain values, or too long. */
function valueText(value: Json | undefined): string | undefined {
  if (value === undefined) return 'not declared';
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (items.some((item) => typeof item === 'object')) return undefined;
  const text = items.length === 0 ? 'none' : items.map(String).join(', ');
  return text.length > LONGEST_VALUE ? undefined : text;
}
