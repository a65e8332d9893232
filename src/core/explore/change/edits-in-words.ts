import { compareText } from '../../diagnostics/order.ts';
import type { Json } from '../../language/canonical.ts';
import type { Blame, BlamedEdit } from './change-exploration.ts';
import type { Element } from '../../model/element.ts';
import { withNeeds } from './edit-needs.ts';
import type { EditNeeds } from './edit-needs.ts';
import type { Edit } from './edit.ts';
import { editedElement } from './edit.ts';

/** Longer values are not printed: their path is enough to find them in the comparison. */
const LONGEST_VALUE = 60;

/**
 * What a board would have to undo, one entry for each element and path; sorted. What came with an element and cannot stand
 * without it is one entry with it: a new state with the step that leads to it.
 */
export function editsInWords(edits: readonly Edit[], needs: EditNeeds = new Map()): Blame['edits'] {
  const groups = new Map(edits.map((edit): [Edit, Edit[]] => [edit, []]));
  for (const edit of edits) {
    const root = rootOf(edit, edits, needs);
    if (root === undefined) continue;
    groups.get(root)?.push(edit);
    groups.delete(edit);
  }
  return [...groups]
    .flatMap(([edit, along]) =>
      wordsOf(edit).map(({ what, ...place }) => ({
        element: editedElement(edit),
        ...place,
        what: [what, ...along.map((one) => `with ${alongWords(one, edit)}`)].join(', '),
        ...(along.length === 0 ? {} : { along: along.map(editedElement).sort(compareText) }),
      })),
    )
    .sort((a, b) => compareText(a.element, b.element) || compareText(a.what, b.what));
}

/** The added element without which this added one cannot stand, and which itself stands alone; the first of several. */
function rootOf(edit: Edit, edits: readonly Edit[], needs: EditNeeds): Edit | undefined {
  if (edit.kind !== 'added') return undefined;
  const needed = withNeeds([edit], needs, edits).filter((one) => one !== edit && one.kind === 'added');
  return needed.find((one) => withNeeds([one], needs, edits).length === 1);
}

/** `transition NCR.T08 into it`. */
function alongWords(edit: Edit, root: Edit): string {
  const name = editedElement(edit).replace(':', ' ');
  const [delta] = edit.kind === 'renamed' ? [] : edit.deltas;
  const [whole] = root.kind === 'renamed' ? [] : root.deltas;
  if (delta?.action !== 'added' || whole?.action !== 'added') return name;
  const { after } = delta;
  if (after.kind !== 'transition' || whole.after.kind !== 'state') return name;
  const { from, to } = (after as Element<'transition'>).attributes;
  const state = whole.after.localId;
  if (to === state) return `${name} into it`;
  return from.includes(state) ? `${name} out of it` : name;
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
