import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** Systems that own an object, one after the other where ownership is handed over; undefined where nobody is said to. */
export function ownersOfObject({ attributes }: Element<'object'>): readonly string[] | undefined {
  return systemsIn(attributes.systemOfRecord);
}

/** Systems that own a field: its own system of record, else that of its object. */
export function ownersOfField(model: SpecModel, field: Element<'field'>): readonly string[] | undefined {
  const object = objectOfField(model, field);
  return systemsIn(field.attributes.systemOfRecord) ?? (object === undefined ? undefined : ownersOfObject(object));
}

/** The object whose field this is. */
export function objectOfField(model: SpecModel, field: Element<'field'>): Element<'object'> | undefined {
  const object = field.parent === undefined ? undefined : model.elements.get(field.parent);
  return object?.kind === 'object' ? (object as Element<'object'>) : undefined;
}

/** Whether a system holds records of an object: as owner, writer, with a copy, or under a key of its own. */
export function holdsObject(object: Element<'object'>, system: string): boolean {
  const { copies = {}, writers = [], keys = {} } = object.attributes;
  const owns = ownersOfObject(object)?.includes(system) === true;
  return owns || writers.includes(system) || Object.hasOwn(copies, system) || Object.hasOwn(keys, system);
}

type SystemOfRecord = Element<'object'>['attributes']['systemOfRecord'];

function systemsIn(owner: SystemOfRecord): readonly string[] | undefined {
  return owner === undefined ? undefined : typeof owner === 'string' ? [owner] : Object.keys(owner).sort();
}
