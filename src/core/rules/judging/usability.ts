import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** Whether a value map's target code, or target state, stops whoever reads it. */
export function isBlockingTarget(valueMap: Element, target: string, model: SpecModel): boolean {
  const { trait, stateClass } = targetOf(valueMap, target, model);
  return trait === 'blocking' || stateClass === 'held' || stateClass === 'quarantine' || stateClass === 'open';
}

/** Whether a value map's target code, or target state, means that the thing may be used. */
export function isUsableTarget(valueMap: Element, target: string, model: SpecModel): boolean {
  const { trait, stateClass } = targetOf(valueMap, target, model);
  return trait === 'usable' || stateClass === 'released';
}

function targetOf(
  valueMap: Element,
  target: string,
  model: SpecModel,
): { trait: string | undefined; stateClass: string | undefined } {
  const { to } = (valueMap as Element<'value-map'>).attributes;
  return {
    trait: model.get('code', `${to}.${target}`)?.attributes.trait,
    stateClass: model.get('state', `${to}.${target}`)?.attributes.class,
  };
}
