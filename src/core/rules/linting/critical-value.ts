import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';
import { sourceFields, targetField } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';

/**
 * Where it is said that product, patient or record depends on a mapped value: on the mapped field, or on a field of an object
 * at either end. One end that says so is enough; the other does not take it back.
 */
export function criticalPlace(model: SpecModel, field: MappedField): Omit<RelatedPlace, 'message'> | undefined {
  const target = targetField(model, field);
  const ends: readonly (MappedField | Element<'field'>)[] = [
    field,
    ...sourceFields(model, field),
    ...(target === undefined ? [] : [target]),
  ];
  const critical = ends.find(({ attributes }) => attributes.critical === true);
  return critical === undefined ? undefined : { element: critical, path: ['critical'] };
}

/** Whether product, patient or record depends on an object: it says so, is material, is a regulated record, or has a critical field. */
export function isCriticalObject(model: SpecModel, object: Element<'object'>): boolean {
  const { critical, material, record } = object.attributes;
  if (critical === true || material === true || record?.regulated === true) return true;
  return model.partsOf(object, 'field').some(({ attributes }) => attributes.critical === true);
}
