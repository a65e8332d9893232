import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

type RecordPromises = NonNullable<Element<'object'>['attributes']['record']>;

/** An object of which a rule asks for records, and what is promised about them. */
export interface RegulatedRecord {
  readonly object: Element<'object'>;
  readonly record: RecordPromises;
}

/** Every object whose records a rule asks for; by id. */
export function regulatedRecords(model: SpecModel): readonly RegulatedRecord[] {
  return model.ofKind('object').flatMap((object): readonly RegulatedRecord[] => {
    const { record } = object.attributes;
    return record?.regulated === true ? [{ object, record }] : [];
  });
}

/** Systems that own something: one, or each of those between which it is handed over. */
export function systemsOfRecord({
  attributes: { systemOfRecord },
}: Element<'object'> | Element<'field'>): readonly string[] {
  if (systemOfRecord === undefined) return [];
  return typeof systemOfRecord === 'string' ? [systemOfRecord] : Object.keys(systemOfRecord).sort();
}

/** How long something is kept, and where that is written. */
export interface Keeping {
  readonly period: string;
  readonly element: Element;
  readonly path: readonly string[];
}

/** How long the records of an object are kept: what it says itself, else what the systems that own it do. */
export function keepingOf(model: SpecModel, object: Element<'object'>): readonly Keeping[] {
  const own = object.attributes.record?.retention?.period;
  if (own !== undefined) return [{ period: own, element: object, path: ['record', 'retention', 'period'] }];
  return systemsOfRecord(object).flatMap((name): readonly Keeping[] => {
    const system = model.get('system', name);
    const period = system?.attributes.retention;
    return system === undefined || period === undefined ? [] : [{ period, element: system, path: ['retention'] }];
  });
}
