import { matchElements } from '../../diff/match-elements.ts';
import { resolve } from '../../graph/resolve-reference.ts';
import { writtenReferences } from '../../graph/walk-references.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Edit } from './edit.ts';
import { editedPaths } from './edit.ts';

/** Edit id → the edits without which it would leave a name that leads nowhere. */
export type EditNeeds = ReadonlyMap<string, readonly Edit[]>;

/** Which names count: those in content that matters to the question at hand. */
export type Counts = (element: ElementKey, path: readonly (string | number)[]) => boolean;

/**
 * What has to come along with each edit: a transition to a state that only head has needs that state, and a state that head
 * has not is only removed together with everything that still named it.
 */
export function editNeeds(base: SpecModel, head: SpecModel, edits: readonly Edit[], counts: Counts): EditNeeds {
  const needs = new Map<string, Set<Edit>>(edits.map(({ id }) => [id, new Set()]));
  const came = new Map<ElementKey, Edit>();
  const went = new Map<ElementKey, Edit>();
  const changes = new Map<ElementKey, Edit[]>();
  for (const edit of edits) {
    if (edit.kind === 'renamed') continue;
    for (const delta of edit.deltas) {
      if (delta.action === 'added') came.set(delta.after.key, edit);
      else if (delta.action === 'removed') went.set(delta.before.key, edit);
      else changes.set(delta.after.key, [...new Set([...(changes.get(delta.after.key) ?? []), edit])]);
    }
  }
  const need = (edit: Edit, needed: Edit | undefined): void => {
    if (needed !== undefined && needed.id !== edit.id) needs.get(edit.id)?.add(needed);
  };
  if (came.size > 0) {
    for (const { element, edit, paths } of newContent(head, edits)) {
      for (const { path, target } of namesOf(element, head, counts)) {
        if (paths.length === 0 || paths.some((changed) => touches(changed, path))) need(edit, byElement(came, target));
      }
    }
  }
  if (went.size > 0) {
    const after = new Map(matchElements(base, head).pairs.map((pair) => [pair.before.key, pair.after.key]));
    for (const element of everyElement(base)) {
      for (const { path, target } of namesOf(element, base, counts)) {
        const removal = byElement(went, target);
        if (removal === undefined) continue;
        need(removal, byElement(went, element));
        for (const change of changes.get(after.get(element.key) ?? '') ?? []) {
          if (editedPaths(change).some((changed) => touches(changed, path))) need(removal, change);
        }
      }
    }
  }
  return new Map([...needs].map(([id, found]) => [id, [...found]]));
}

/** The edits with everything that they need, in the order of `all`. */
export function withNeeds(some: readonly Edit[], needs: EditNeeds, all: readonly Edit[]): readonly Edit[] {
  const taken = new Set<string>();
  const take = (edit: Edit): void => {
    if (taken.has(edit.id)) return;
    taken.add(edit.id);
    needs.get(edit.id)?.forEach(take);
  };
  some.forEach(take);
  return all.filter(({ id }) => taken.has(id));
}

/** The edits without one of them, and without those that cannot be without it. */
export function withoutEdit(some: readonly Edit[], gone: Edit, needs: EditNeeds): readonly Edit[] {
  return some.filter((edit) => !withNeeds([edit], needs, some).includes(gone));
}

interface NewContent {
  readonly element: Element;
  readonly edit: Edit;
  /** Changed paths; none = all of it is new. */
  readonly paths: readonly (readonly string[])[];
}

function* newContent(head: SpecModel, edits: readonly Edit[]): Generator<NewContent> {
  const parts = new Map<ElementKey, Element[]>();
  for (const element of head.elements.values()) {
    if (element.parent !== undefined) parts.set(element.parent, [...(parts.get(element.parent) ?? []), element]);
  }
  for (const edit of edits) {
    if (edit.kind === 'renamed') continue;
    const paths = editedPaths(edit);
    for (const delta of edit.deltas) {
      if (delta.action === 'removed') continue;
      yield { element: delta.after, edit, paths };
      if (delta.action === 'added')
        for (const element of parts.get(delta.after.key) ?? []) yield { element, edit, paths };
    }
  }
}

interface Name {
  readonly path: readonly (string | number)[];
  readonly target: Element;
}

function* namesOf(element: Element, model: SpecModel, counts: Counts): Generator<Name> {
  if (!counts(element.key, [])) return;
  for (const written of writtenReferences(element, model)) {
    if (written.kind !== 'reference' || !counts(element.key, written.path)) continue;
    const resolution = resolve(written, element, model);
    if (resolution.kind === 'element') yield { path: written.path, target: resolution.element };
  }
}

function byElement(edits: ReadonlyMap<ElementKey, Edit>, { key, parent }: Element): Edit | undefined {
  return edits.get(key) ?? (parent === undefined ? undefined : edits.get(parent));
}

/** Whether one of the paths leads to the other or below it. */
function touches(changed: readonly string[], path: readonly (string | number)[]): boolean {
  return changed.every((name, depth) => path[depth] === undefined || path[depth] === name);
}

function everyElement(model: SpecModel): readonly Element[] {
  return model.project === undefined ? [...model.elements.values()] : [...model.elements.values(), model.project];
}
