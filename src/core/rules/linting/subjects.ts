import { compareText } from '../../diagnostics/order.ts';
import type { ElementKind } from '../../language/collections.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** The elements of which a lint that looks at neighbours is to speak, in the order of the model. */
export interface LintSubjects {
  ofKind<K extends ElementKind>(kind: K): readonly Element<K>[];
  /** All of them, the project file last. */
  all(): readonly Element[];
}

/** Every element of a model. */
export function everySubject(model: SpecModel): LintSubjects {
  return {
    ofKind: (kind) => model.ofKind(kind),
    all: () => [...model.elements.values(), ...(model.project === undefined ? [] : [model.project])],
  };
}

/** Some elements of a model, by key; keys of other models are passed over. */
export function subjectsAmong(model: SpecModel, keys: ReadonlySet<ElementKey>): LintSubjects {
  const byKind = new Map<ElementKind, Element[]>();
  for (const key of keys) {
    const element = model.elements.get(key);
    if (element === undefined) continue;
    const group = byKind.get(element.kind);
    if (group === undefined) byKind.set(element.kind, [element]);
    else group.push(element);
  }
  for (const group of byKind.values()) group.sort((a, b) => compareText(a.id, b.id));
  const { project } = model;
  return {
    ofKind: <K extends ElementKind>(kind: K) => (byKind.get(kind) ?? []) as readonly Element[] as readonly Element<K>[],
    all: () => [...[...byKind.values()].flat(), ...(project === undefined || !keys.has(project.key) ? [] : [project])],
  };
}
