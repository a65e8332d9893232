import type { Condition } from '../../language/condition.ts';
import { conditionReferences } from '../../model/condition/references.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Composition } from '../compose/composition.ts';
import { listed } from './wording.ts';

/** Why an invariant cannot be judged in a world that has no record of what it is about; nothing where it can. */
export function objectsMissing(composition: Composition, invariant: Element<'invariant'>): string | undefined {
  const objects = new Set(conditionsOf(invariant).flatMap((condition) => composition.objectsOf(condition)));
  const missing = [...objects].filter((object) =>
    composition.plant.records.every((record) => record.object !== object),
  );
  return missing.length === 0
    ? undefined
    : `There is no record of ${listed(missing.sort())} in the world that is explored.`;
}

/** Sentences on lifecycles that the invariant names though the search leaves them out. */
export function freeNotes(
  model: SpecModel,
  { plant }: Composition,
  invariant: Element<'invariant'>,
): readonly string[] {
  const named = new Set(
    conditionsOf(invariant).flatMap((condition) =>
      conditionReferences(condition).flatMap(({ kind, name }) => (kind === 'lifecycle' ? [name] : [])),
    ),
  );
  const free = [...named]
    .filter((id) => model.get('lifecycle', id) !== undefined)
    .filter((id) => plant.variables.every(({ role }) => role.kind !== 'status' || role.lifecycle !== id))
    .sort();
  if (free.length === 0) return [];
  return [
    `${listed(free)} ${free.length === 1 ? 'is' : 'are'} left out of the search and may be in any status at any moment.`,
  ];
}

/** Every condition of an invariant. */
export function conditionsOf({ attributes }: Element<'invariant'>): readonly Condition[] {
  const { never, requires, before, must, after, given, from, possible, reachable, agree = [] } = attributes;
  return [never, requires, before, must, after, given, from, possible, reachable, ...agree].flatMap((named) =>
    named === undefined || Array.isArray(named) ? [] : [named as Condition],
  );
}
