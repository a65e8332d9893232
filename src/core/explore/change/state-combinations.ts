import type { SpecModel } from '../../model/spec-model.ts';
import type { Binding, Composition } from '../compose/composition.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, holds, withoutAtoms, type ReadableState } from '../plant/simplify.ts';

/** One lifecycle in one of its states, or in any state of a class. */
export type StateRange =
  | { readonly lifecycle: string; readonly state: string }
  | { readonly lifecycle: string; readonly class: string };

/** States that one record, or records that belong together, have at the same time; at most one range for each lifecycle. */
export interface Combination {
  readonly ranges: readonly StateRange[];
  /** Only where nothing is on its way. */
  readonly settled: boolean;
}

/** One revision in its bounded world. */
export interface ComposedRevision {
  readonly model: SpecModel;
  readonly composition: Composition;
}

/** Unique among combinations, and the same in both revisions. */
export function combinationKey({ ranges, settled }: Combination): string {
  const names = ranges.map((range) =>
    'state' in range ? `${range.lifecycle}=${range.state}` : `${range.lifecycle} class ${range.class}`,
  );
  return `${names.join(' & ')}${settled ? ' settled' : ''}`;
}

/** Lifecycles that the plant follows, sorted by id. */
export function followedLifecycles({ model, composition: { plant } }: ComposedRevision): readonly string[] {
  const followed = new Set(plant.variables.flatMap(({ role }) => (role.kind === 'status' ? [role.lifecycle] : [])));
  return model.ofKind('lifecycle').flatMap(({ id }) => (followed.has(id) ? [id] : []));
}

/** States of a lifecycle in a revision: all, or those of a range. */
export function statesOf(model: SpecModel, lifecycle: string, range?: StateRange): readonly string[] {
  const element = model.get('lifecycle', lifecycle);
  if (element === undefined) return [];
  return model
    .partsOf(element, 'state')
    .filter(({ localId, attributes }) => {
      if (range === undefined) return true;
      return 'state' in range ? localId === range.state : attributes.class === range.class;
    })
    .map(({ localId }) => localId);
}

/** Classes that the states of a lifecycle declare, without repeats. */
export function classesOf(model: SpecModel, lifecycle: string): readonly string[] {
  const element = model.get('lifecycle', lifecycle);
  const states = element === undefined ? [] : model.partsOf(element, 'state');
  return [...new Set(states.flatMap(({ attributes }) => attributes.class ?? []))].sort();
}

/** Whether records of one lifecycle's object belong to those of the other's, directly or over further objects. */
export function areRelated(model: SpecModel, one: string, other: string): boolean {
  const [part, whole] = [one, other].map((id) => model.get('lifecycle', id)?.attributes.object);
  if (part === undefined || whole === undefined || part === whole) return true;
  return belongsTo(model, part, whole, new Set()) || belongsTo(model, whole, part, new Set());
}

function belongsTo(model: SpecModel, part: string, whole: string, seen: Set<string>): boolean {
  if (seen.has(part)) return false;
  seen.add(part);
  const of = model.get('object', part)?.attributes.of;
  const owners = of === undefined ? [] : typeof of === 'string' ? [of] : Object.keys(of);
  return owners.some((owner) => owner === whole || belongsTo(model, owner, whole, seen));
}

/** Where some records that belong together are in the combination; nowhere where the revision knows no such state. */
export function combinationExpression(revision: ComposedRevision, combination: Combination): Expression {
  const somewhere = any(...places(revision, combination).map(({ expression }) => expression));
  return combination.settled ? all(somewhere, revision.composition.plant.settled) : somewhere;
}

/** The states in which records that belong together are, in a state of the plant that fulfils the combination. */
export function statesThere(
  revision: ComposedRevision,
  combination: Combination,
  state: ReadableState,
): readonly { readonly lifecycle: string; readonly state: string }[] {
  const { plant } = revision.composition;
  const place = places(revision, combination).find(({ expression }) => holds(expression, state));
  if (place === undefined) return [];
  return combination.ranges.map(({ lifecycle }) => {
    const variable = variableOf(revision, lifecycle, place.binding);
    const value = variable === undefined ? undefined : state.values[variable];
    return { lifecycle, state: plant.variables[variable ?? -1]?.values[value ?? -1] ?? '' };
  });
}

function places(
  revision: ComposedRevision,
  { ranges }: Combination,
): readonly { readonly binding: Binding; readonly expression: Expression }[] {
  const { model, composition } = revision;
  const objects = ranges.flatMap(({ lifecycle }) => model.get('lifecycle', lifecycle)?.attributes.object ?? []);
  return composition.bindings([...new Set(objects)].sort()).map(({ binding, exists }) => ({
    binding,
    expression: withoutAtoms(all(exists, ...ranges.map((range) => inRange(revision, range, binding)))),
  }));
}

function inRange(revision: ComposedRevision, range: StateRange, binding: Binding): Expression {
  const variable = variableOf(revision, range.lifecycle, binding);
  if (variable === undefined) return { kind: 'false' };
  const wanted = statesOf(revision.model, range.lifecycle, range);
  const labels = revision.composition.plant.variables[variable]?.values ?? [];
  const values = labels.flatMap((label, value) => (wanted.includes(label) ? [value] : []));
  return values.length === 0 ? { kind: 'false' } : { kind: 'in', variable, values };
}

function variableOf({ model, composition }: ComposedRevision, lifecycle: string, binding: Binding): number | undefined {
  const object = model.get('lifecycle', lifecycle)?.attributes.object;
  const record = object === undefined ? undefined : binding.get(object);
  const found = composition.plant.variables.findIndex(
    ({ role }) =>
      role.kind === 'status' && role.lifecycle === lifecycle && (object === undefined || role.record === record),
  );
  return found < 0 ? undefined : found;
}
