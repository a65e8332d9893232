import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { PlantBounds } from '../../plant/composed-plant.ts';
import { cutOffBy } from './cut-off.ts';

/** Whether a record may stay in the state for good. */
export function isResting({ attributes }: Element<'state'>): boolean {
  return attributes.resting ?? (attributes.class === 'closed' || attributes.class === 'terminal');
}

/** Whether a transition that the bounds keep from happening leads out of the state. */
export function exitsLeftOut(model: SpecModel, bounds: PlantBounds, state: Element<'state'>): boolean {
  const lifecycle = state.parent === undefined ? undefined : model.elements.get(state.parent);
  if (lifecycle === undefined) return false;
  const cutOff = cutOffBy(model, bounds).transitions;
  return model
    .partsOf(lifecycle, 'transition')
    .some(
      (transition) =>
        cutOff.has(transition.id) &&
        statusOf(model, transition) !== 'retired' &&
        (transition.attributes.from.includes(state.localId) || transition.attributes.from.includes('any')) &&
        transition.attributes.to !== 'same' &&
        transition.attributes.to !== state.localId,
    );
}
