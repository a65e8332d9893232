import type { ComparisonContext } from '../../model/condition/compare.ts';
import { conditionNames } from '../../model/condition/condition-names.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** How conditions of a revision are read: its states and sets, and names as seen from the records of one object, where they are. */
export function conditionReading(model: SpecModel, subject?: string): NonNullable<ComparisonContext['base']> {
  return { vocabulary: stateVocabulary(model), names: conditionNames(model, subject) };
}

/** The object from whose records the conditions of a step speak; undefined where its lifecycle names none. */
export function subjectOfStep(transition: Element, model: SpecModel): string | undefined {
  const lifecycle = transition.parent === undefined ? undefined : model.elements.get(transition.parent);
  return lifecycle?.kind === 'lifecycle' ? (lifecycle as Element<'lifecycle'>).attributes.object : undefined;
}
