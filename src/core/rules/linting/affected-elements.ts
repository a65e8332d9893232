import { jsonText } from '../../diff/comparable.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Json } from '../../language/canonical.ts';
import type { ElementKind } from '../../language/collections.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** A revision with its references. */
export interface LinkedModel {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
}

/** Looked up by names in texts, which are no references: a change of one may reach any element. */
const NAMED_IN_TEXTS: ReadonlySet<ElementKind> = new Set(['unit']);

/**
 * Keys of the elements that differ between two revisions, and of all that lead to one of them: by being part of the same entry,
 * or by naming it, directly or through others. What a lint that looks at neighbours says of any other element is the same in
 * both. Undefined where that cannot be told, so that every element counts.
 */
export function affectedElements(base: LinkedModel, head: LinkedModel): ReadonlySet<ElementKey> | undefined {
  const sides = [base, head];
  if (sides.some(({ model }) => model.project === undefined || !model.complete || model.withheld.size > 0))
    return undefined;
  const changed = changedElements(base.model, head.model);
  if (changed.some(({ kind }) => NAMED_IN_TEXTS.has(kind))) return undefined;
  const affected = new Set<ElementKey>();
  const entries: ElementKey[] = [];
  const reach = (entry: ElementKey): void => {
    if (affected.has(entry)) return;
    affected.add(entry);
    entries.push(entry);
  };
  for (const element of changed) reach(entryOf(element));
  for (const entry of entries) {
    for (const { graph } of sides) {
      for (const key of [entry, ...graph.parts(entry).map((part) => part.key)]) {
        affected.add(key);
        for (const { from } of graph.to(key)) {
          const naming = graph.element(from);
          if (naming !== undefined) reach(entryOf(naming));
        }
      }
    }
  }
  return affected;
}

function entryOf({ key, parent }: Element): ElementKey {
  return parent ?? key;
}

/**
 * Elements that only one revision has, or that were read from different contents. Revisions share what they read from the same
 * content, so that most need no comparison; the others count as changed even if they say the same.
 */
function changedElements(base: SpecModel, head: SpecModel): readonly Element[] {
  const changed: Element[] = [];
  for (const before of base.elements.values())
    if (head.elements.get(before.key)?.attributes !== before.attributes) changed.push(before);
  for (const after of head.elements.values()) if (!base.elements.has(after.key)) changed.push(after);
  const { project } = head;
  if (project !== undefined && canonicalText(project) !== canonicalText(base.project)) changed.push(project);
  return changed;
}

function canonicalText(project: Element<'project'> | undefined): string {
  return jsonText((project?.attributes ?? null) as Json);
}
