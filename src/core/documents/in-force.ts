import type { ElementKind } from '../language/collections.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** Elements of a kind that are not retired: a retired one keeps its id and nothing else. */
export function inForce<K extends ElementKind>(model: SpecModel, kind: K): readonly Element<K>[] {
  return model.ofKind(kind).filter(({ attributes }) => !('status' in attributes) || attributes.status !== 'retired');
}
