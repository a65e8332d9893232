import type { SpecModel } from '../../model/spec-model.ts';

const INDEXES: WeakMap<SpecModel, unknown>[] = [];

/**
 * Works something out for a model when it is first asked for, and answers with the same from then on: a model does not change,
 * and many lints ask the same of it. `dropIndexes` lets go of it.
 */
export function oncePerModel<T extends object>(workOut: (model: SpecModel) => T): (model: SpecModel) => T {
  const known = new WeakMap<SpecModel, T>();
  INDEXES.push(known);
  return (model) => {
    const before = known.get(model);
    if (before !== undefined) return before;
    const found = workOut(model);
    known.set(model, found);
    return found;
  };
}

/**
 * Lets go of everything that was worked out for a model. Of a large project that is as much as the model itself; who asks
 * again makes it be worked out again.
 */
export function dropIndexes(model: SpecModel): void {
  for (const index of INDEXES) index.delete(model);
}
