import type { Condition } from '../../../language/condition.ts';
import type { Binding, Composition } from '../../compose/composition.ts';
import type { ComposedPlant, PlantBounds, Step } from '../../plant/composed-plant.ts';
import type { Expression } from '../../plant/expression.ts';

/** A transition that happens in a step of the plant, on one record. */
export interface Happening {
  readonly step: Step;
  /** `INV.T03` */
  readonly transition: string;
  readonly record: number;
}

/** Records that an invariant speaks of, and when they are there and belong together. */
export interface Bound {
  readonly binding: Binding;
  readonly exists: Expression;
}

/** Every step in which one of these transitions happens, once for each record on which it does; by step id. */
export function happenings(plant: ComposedPlant, transitions: readonly string[]): readonly Happening[] {
  const wanted = new Set(transitions);
  return plant.steps.flatMap((step) => {
    const records = new Map<string, Happening>();
    for (const { id, record } of step.transitions)
      if (wanted.has(id)) records.set(`${id} ${record}`, { step, transition: id, record });
    return [...records.values()];
  });
}

/** The records on which one of these transitions can happen; sorted. */
export function recordsOf(found: readonly Happening[]): readonly number[] {
  return [...new Set(found.map(({ record }) => record))].sort((a, b) => a - b);
}

/** Objects that any of these conditions names outside quantifiers. */
export function objectsNamed(
  composition: Composition,
  conditions: readonly (Condition | undefined)[],
): readonly string[] {
  return [
    ...new Set(conditions.flatMap((condition) => (condition === undefined ? [] : composition.objectsOf(condition)))),
  ].sort();
}

/** Every choice of one record of each object, with this record among them where it is one of an object. */
export function bindingsWith(composition: Composition, objects: readonly string[], record: number): readonly Bound[] {
  const object = composition.plant.records[record]?.object;
  if (object === undefined) return composition.bindings(objects);
  return composition
    .bindings([...new Set([...objects, object])].sort())
    .filter(({ binding }) => binding.get(object) === record);
}

/** When two records belong together; true for a record and itself, and for what is no record of an object. */
export function belongTogether(composition: Composition, one: number, other: number): Expression {
  const { records } = composition.plant;
  const objects = [records[one]?.object, records[other]?.object];
  if (one === other || objects[0] === undefined || objects[1] === undefined) return { kind: 'true' };
  // Two records of the same object never belong to each other.
  if (objects[0] === objects[1]) return { kind: 'false' };
  const found = composition
    .bindings([...new Set([objects[0], objects[1]])].sort())
    .find(({ binding }) => binding.get(objects[0] ?? '') === one && binding.get(objects[1] ?? '') === other);
  return found?.exists ?? { kind: 'false' };
}

/** Those of the transitions that the search leaves out, because they or their lifecycles are left out. */
export function leftOutOf(bounds: PlantBounds, transitions: readonly string[]): readonly string[] {
  return transitions.filter((id) => bounds.without.includes(id) || bounds.without.includes(id.split('.')[0] ?? ''));
}

/** A sentence on steps that are left out; nothing when there are none. */
export function leftOutNote(leftOut: readonly string[]): readonly string[] {
  if (leftOut.length === 0) return [];
  return [`${leftOut.join(', ')} ${leftOut.length === 1 ? 'is' : 'are'} left out of the search.`];
}

/** System in which a transition happens: the one whose copies its conditions read. */
export function systemOf(plant: ComposedPlant, transition: string): string | undefined {
  const lifecycle = transition.split('.')[0] ?? '';
  for (const { role } of plant.variables)
    if (role.kind === 'status' && role.lifecycle === lifecycle) return role.system;
  return undefined;
}

/** Name of a record for people; a lifecycle without object has no record to name. */
export function recordName(plant: ComposedPlant, record: number): string {
  const named = plant.records[record];
  return named?.object === undefined ? '' : ` on ${named.name}`;
}
