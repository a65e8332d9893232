import type { Change, ModelDiff } from '../../diff/delta.ts';
import type { ChangeExploration } from '../../explore/change/change-exploration.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { CompareLanguages } from '../../model/pattern/compare-patterns.ts';
import { elementKey } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { ownGrade } from '../own-grade.ts';

/** What a comparison starts from. */
export interface ComparedModels {
  readonly base: SpecModel;
  readonly head: SpecModel;
  readonly graphBase: SpecGraph;
  readonly graphHead: SpecGraph;
  readonly diff: ModelDiff;
  /** Compares regular expressions by the values that they accept. */
  readonly compareLanguages: CompareLanguages;
  /** What becomes reachable in the composed plant; absent where neither revision was explored. */
  readonly exploration?: ChangeExploration;
}

const NO_CHANGES: readonly Change[] = [];

/** Both revisions with the ways between them that rules need. */
export function changeContext(models: ComparedModels): ChangeContext {
  const { base, head, diff } = models;
  const forward = new Map<ElementKey, Element>();
  const back = new Map<ElementKey, Element>();
  for (const { before, after, renamed } of diff.identities) {
    if (!renamed) continue;
    forward.set(before.key, after);
    back.set(after.key, before);
  }
  const changes = new Map<ElementKey, Change[]>();
  for (const delta of diff.deltas) {
    if (delta.action !== 'changed') continue;
    const group = changes.get(delta.after.key);
    if (group === undefined) changes.set(delta.after.key, [delta]);
    else group.push(delta);
  }
  return {
    ...models,
    inHead: (before) => counterpart(before, forward, base, head),
    inBase: (after) => counterpart(after, back, head, base),
    changesOf: (after) => changes.get(after.key) ?? NO_CHANGES,
    ownGrade,
  };
}

/** A declared rename leads to the new element; the parts of a renamed element keep their local id. */
function counterpart(
  element: Element,
  renames: ReadonlyMap<ElementKey, Element>,
  own: SpecModel,
  other: SpecModel,
): Element | undefined {
  if (element.kind === 'project') return other.project;
  const renamed = renames.get(element.key);
  if (renamed !== undefined) return renamed;
  const parent = element.parent === undefined ? undefined : own.elements.get(element.parent);
  if (parent === undefined) return other.elements.get(element.key);
  const otherParent = counterpart(parent, renames, own, other);
  // Hardly any parent has another name: then the key is the same, and no text need be made.
  if (otherParent?.id === parent.id) return other.elements.get(element.key);
  return otherParent && other.elements.get(elementKey(element.kind, `${otherParent.id}.${element.localId}`));
}
