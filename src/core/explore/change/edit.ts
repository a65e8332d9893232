import { compareText } from '../../diagnostics/order.ts';
import { diffModels, deltaElement } from '../../diff/diff-models.ts';
import type { Change, Delta } from '../../diff/delta.ts';
import { matchElements } from '../../diff/match-elements.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/**
 * The smallest step from one revision to the other that leaves a readable specification: an element with its parts that came
 * or went, a value that differs, the attributes of a part that came or went as a whole, or a rename with everything that
 * refers to the element.
 */
export type Edit =
  | { readonly kind: 'added' | 'removed' | 'changed'; readonly id: string; readonly deltas: readonly Delta[] }
  | { readonly kind: 'renamed'; readonly id: string; readonly before: Element; readonly after: Element };

/** Every edit that leads from base to head, sorted by id. The id says element and path: `changed transition:NCR.T03 when`. */
export function editsBetween(base: SpecModel, head: SpecModel): readonly Edit[] {
  const { deltas } = diffModels(base, head);
  const edits: Edit[] = [...renamesBetween(base, head)];
  const groups = new Map<string, Delta[]>();
  for (const delta of deltas) {
    const id = idOf(delta);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [delta]);
    else group.push(delta);
  }
  for (const [id, group] of groups) edits.push({ kind: group[0]?.action ?? 'changed', id, deltas: group });
  return edits.sort((a, b) => compareText(a.id, b.id));
}

/** The renames among the edits: found without comparing what elements say. */
export function renamesBetween(base: SpecModel, head: SpecModel): readonly Edit[] {
  return matchElements(base, head)
    .pairs.filter(({ claimed }) => claimed)
    .map(({ before, after }): Edit => ({ kind: 'renamed', id: `renamed ${after.key}`, before, after }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** The element that an edit is about: in head where it still exists there. */
export function editedElement(edit: Edit): ElementKey {
  if (edit.kind === 'renamed') return edit.after.key;
  const [delta] = edit.deltas;
  return delta === undefined ? '' : deltaElement(delta).key;
}

/** Paths below the element that an edit changes, sorted; none where it concerns the element as a whole. */
export function editedPaths(edit: Edit): readonly (readonly string[])[] {
  return edit.kind === 'changed'
    ? edit.deltas.flatMap((delta) => (delta.action === 'changed' ? [delta.path] : []))
    : [];
}

function idOf(delta: Delta): string {
  const { key } = deltaElement(delta);
  return delta.action === 'changed' ? `changed ${key} ${wholePath(delta).join('.')}` : `${delta.action} ${key}`;
}

/** The path of the outermost part around the value that only one of the revisions has; else the path of the value. */
function wholePath({ before, after, path }: Change): readonly string[] {
  let was: unknown = before.attributes;
  let is: unknown = after.attributes;
  for (const [depth, name] of path.entries()) {
    was = memberOf(was, name);
    is = memberOf(is, name);
    if (was === undefined || is === undefined) return path.slice(0, depth + 1);
  }
  return path;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
