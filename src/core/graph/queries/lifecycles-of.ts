import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** The status machines that each record of this object has; by id. */
export function lifecyclesOf(model: SpecModel, object: string): readonly Element<'lifecycle'>[] {
  return model.ofKind('lifecycle').filter(({ attributes }) => attributes.object === object);
}
