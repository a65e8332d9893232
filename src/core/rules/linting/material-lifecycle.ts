import type { SpecModel } from '../../model/spec-model.ts';
import type { LifecycleSteps } from './lifecycle-steps.ts';

/**
 * Whether a lifecycle decides about the use of a thing. Its object says so (`material`); where nothing is said, a status that
 * can be held or in quarantine is one of a thing.
 */
export function decidesOnMaterial(model: SpecModel, { lifecycle, states }: LifecycleSteps): boolean {
  const { object } = lifecycle.attributes;
  const material = object === undefined ? undefined : model.get('object', object)?.attributes.material;
  return material ?? states.some(({ attributes }) => attributes.class === 'held' || attributes.class === 'quarantine');
}
