import type { Condition } from '../../../language/condition.ts';
import { conditionNames } from '../../../model/condition/condition-names.ts';
import { partsOf } from '../../../model/condition/normal-form.ts';
import { describeCondition } from '../../../model/condition/words.ts';
import { writtenPlaces } from '../../../model/condition/written-places.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';

/** The conditions that must all hold. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition];
}

/** Where a part of a condition is written, below the whole; the whole where that is not known. */
export function placeOfPart(part: Condition): readonly (string | number)[] {
  for (const place of writtenPlaces(part)?.values() ?? []) return place.path;
  for (const below of partsOf(part)) {
    const path = placeOfPart(below);
    if (path.length > 0) return path;
  }
  return [];
}

/** A condition of a step in the words of the specification. */
export function inWords(condition: Condition, transition: Element<'transition'>, model: SpecModel): string {
  const lifecycle = model.get('lifecycle', transition.id.split('.')[0] ?? '');
  return describeCondition(condition, conditionNames(model, lifecycle?.attributes.object));
}
