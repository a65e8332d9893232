import type { Change } from '../../diff/delta.ts';
import { definitionOf } from '../../diff/kind-shapes.ts';
import { matchElements } from '../../diff/match-elements.ts';
import type { NewIds } from '../../diff/new-ids.ts';
import { rewriteReferences } from '../../diff/rewrite-references.ts';
import type { Json } from '../../language/canonical.ts';
import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import { indexModel } from '../../model/model-index.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { alteredElement } from './altered-element.ts';
import { withValue } from './content.ts';
import type { Edit } from './edit.ts';
import { mixedIds } from './mixed-ids.ts';
import type { ElementName, MixedIds } from './mixed-ids.ts';

/**
 * Base with only these edits of `editsBetween(base, head)` applied; their order does not matter. Everything is put together
 * under the ids of head, since those are the ones that deltas speak in; renames that are not among the edits are then taken
 * back. Names that lead nowhere, because what they name was not taken along, stay as they are.
 */
export function applyEdits(base: SpecModel, head: SpecModel, edits: readonly Edit[]): SpecModel {
  const ids = mixedIds(matchElements(base, head), new Set(edits.map(({ id }) => id)));
  return withIdsOfMixture(inIdsOfHead(base, ids, edits), ids);
}

function inIdsOfHead(base: SpecModel, ids: MixedIds, edits: readonly Edit[]): SpecModel {
  const { pairs, added, removed } = ids.matches;
  const { changes, came, went } = sorted(edits);
  const rewritten = (element: Element): Json =>
    rewriteReferences(definitionOf(element.kind).shape, element.attributes as Json, {
      base,
      element,
      newIds: ids.toHead,
    });
  const stayed = pairs.map(({ before, after }) => {
    const attributes = (changes.get(after.key) ?? []).reduce(
      (content, { path, to }) => withValue(content, path, to, after.attributes as Json),
      rewritten(before),
    );
    return alteredElement(before, named(after, attributes));
  });
  const kept = removed.flatMap((before) => {
    const name = ids.removedToHead.get(before.key);
    return name === undefined || isAmong(went, before) ? [] : [alteredElement(before, named(name, rewritten(before)))];
  });
  return modelOf(base, [...stayed, ...kept, ...added.filter((after) => isAmong(came, after))]);
}

/** Every element under the name that it has in the mixture, and so named by the others. */
function withIdsOfMixture(model: SpecModel, ids: MixedIds): SpecModel {
  const newIds = new Map<ElementKey, string>();
  const elements = everyElement(model);
  const names = new Map(elements.map(({ key }) => [key, ids.target(key)]));
  const counts = new Map<ElementKey, number>();
  for (const { key, id, kind } of elements) {
    const name = names.get(key)?.id ?? id;
    if (name !== id) newIds.set(key, name);
    counts.set(elementKey(kind, name), (counts.get(elementKey(kind, name)) ?? 0) + 1);
  }
  return modelOf(
    model,
    elements.flatMap((element) => {
      const name = names.get(element.key) ?? element;
      // Head calls another element so: the one that it does not have gives way.
      if (element.id.endsWith('~') && (counts.get(elementKey(element.kind, name.id)) ?? 0) > 1) return [];
      const attributes = renamed(element, model, newIds, ids.formerIds.get(element.key));
      return [alteredElement(element, named(name, attributes))];
    }),
  );
}

/** The content with the names of the mixture; what was renamed says, as in head, what it was called before. */
function renamed(element: Element, base: SpecModel, newIds: NewIds, formerIds: Json | undefined): Json {
  const { shape } = definitionOf(element.kind);
  const attributes = rewriteReferences(shape, element.attributes as Json, { base, element, newIds });
  return formerIds === undefined ? attributes : withValue(attributes, ['formerIds'], formerIds ?? undefined, {});
}

function sorted(edits: readonly Edit[]): {
  readonly changes: ReadonlyMap<ElementKey, readonly Change[]>;
  readonly came: ReadonlySet<ElementKey>;
  readonly went: ReadonlySet<ElementKey>;
} {
  const changes = new Map<ElementKey, readonly Change[]>();
  const came = new Set<ElementKey>();
  const went = new Set<ElementKey>();
  for (const delta of edits.flatMap((edit) => (edit.kind === 'renamed' ? [] : edit.deltas))) {
    if (delta.action === 'added') came.add(delta.after.key);
    else if (delta.action === 'removed') went.add(delta.before.key);
    else changes.set(delta.after.key, [...(changes.get(delta.after.key) ?? []), delta]);
  }
  return { changes, came, went };
}

/** Parts come and go with their element. */
function isAmong(keys: ReadonlySet<ElementKey>, { key, parent }: Element): boolean {
  return keys.has(key) || (parent !== undefined && keys.has(parent));
}

function named({ id, localId, parent }: ElementName, attributes: Json): ElementName & { readonly attributes: Json } {
  return parent === undefined ? { id, localId, attributes } : { id, localId, parent, attributes };
}

function modelOf({ revision, complete, withheld }: SpecModel, elements: readonly Element[]): SpecModel {
  const project = elements.find(({ key }) => key === PROJECT) as Element<'project'> | undefined;
  const entries = elements.filter(({ key }) => key !== PROJECT);
  return indexModel(revision, project, entries, { complete, withheld });
}

const PROJECT = elementKey('project', 'project');

function everyElement(model: SpecModel): readonly Element[] {
  return model.project === undefined ? [...model.elements.values()] : [...model.elements.values(), model.project];
}
