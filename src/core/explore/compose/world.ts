import { compareText } from '../../diagnostics/order.ts';
import { ABSENT, stateVocabulary, type StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds, PlantRecord, Variable } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, not, TRUE } from '../plant/simplify.ts';
import { distinctionsOf, type Distinctions } from './distinctions.ts';
import { flowsOf, type Flow } from './flows.ts';
import { machinesOf, type Machine } from './machines.ts';
import { relationsOf, type KnownRelations, type Relations } from './relations.ts';
import type { ExploredCondition } from './readings.ts';
import { statusVariable, type StatusVariable } from './statuses.ts';
import { isIn, newAtoms, newVariables, type Atoms, type Variables } from './variables.ts';

/** Everything that exists in the bounded world before its steps are made. It grows while they are. */
export interface World {
  readonly model: SpecModel;
  readonly bounds: PlantBounds;
  readonly vocabulary: StateVocabulary;
  readonly machines: ReadonlyMap<string, Machine>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly distinctions: Distinctions;
  readonly records: readonly PlantRecord[];
  readonly relations: Relations;
  readonly variables: Variables;
  readonly atoms: Atoms;
  /** Whole sentences on what this world leaves out. */
  readonly leftOut: Set<string>;
  /** Records in which a machine runs: those of its object, or its own one. */
  recordsOf(machine: Machine): readonly number[];
  recordsOfObject(object: string): readonly number[];
  /** The status of a machine in a record. */
  status(machine: string, record: number): StatusVariable | undefined;
  /** Whether the record exists. */
  exists(record: number): Expression;
  /** The variable of a field of a record that is followed and stored. */
  field(field: string, record: number): number | undefined;
  /** Whether a spare record exists; undefined for records that are there from the beginning. */
  existence(record: number): number | undefined;
  /** Number of faults so far; undefined where there are none. */
  readonly faults: number | undefined;
  /** Whether an interface is down; undefined where it never is. */
  down(flow: string): number | undefined;
}

/** Sets the stage: records, how they belong together, and every variable but those that messages need. */
export function worldOf(
  model: SpecModel,
  bounds: PlantBounds,
  conditions: (machines: readonly Machine[]) => readonly ExploredCondition[],
  exact: boolean,
  known?: KnownRelations,
): World {
  const machineList = machinesOf(model, bounds);
  const machines = new Map(machineList.map((machine) => [machine.id, machine]));
  const flows = flowsOf(model, machineList, bounds);
  const vocabulary = stateVocabulary(model);
  const explored = conditions(machineList);
  const distinctions = distinctionsOf(model, machines, flows, explored, vocabulary, exact);
  const variables = newVariables();
  const atoms = newAtoms();
  const leftOut = new Set<string>();
  const records = recordsNeeded(machineList, flows, distinctions, bounds);
  const byObject = new Map<string, number[]>();
  const ownRecord = new Map<string, number>();
  records.forEach(({ object, name }, index) => {
    if (object === undefined) ownRecord.set(name, index);
    else byObject.set(object, [...(byObject.get(object) ?? []), index]);
  });
  const recordsOfObject = (object: string): readonly number[] => byObject.get(object) ?? [];
  const recordsOf = ({ object, id }: Machine): readonly number[] =>
    object === undefined ? [ownRecord.get(id) ?? 0] : recordsOfObject(object);

  const existing = new Map<number, number>();
  records.forEach(({ spare, name }, record) => {
    if (spare)
      existing.set(
        record,
        variables.add({ name: `${name} exists`, values: ['no', 'yes'], role: { kind: 'existence', record } }, 0),
      );
  });
  const relations = relationsOf(model, records, recordsOfObject, variables, known);
  const statuses = new Map<string, StatusVariable>();
  for (const machine of machineList)
    for (const record of recordsOf(machine))
      statuses.set(`${machine.id} ${record}`, statusVariable(machine, record, records, variables));
  const fields = new Map<string, number>();
  for (const { field, object, classes, stored, beginning } of distinctions.followed.values()) {
    if (!stored) continue;
    for (const record of recordsOfObject(object)) {
      const variable: Variable = {
        name: `${field} of ${records[record]?.name}`,
        values: classes.map(({ label }) => label),
        role: { kind: 'field', field, record },
      };
      const first = classes.findIndex(({ values }) => values.includes(beginning));
      fields.set(`${field} ${record}`, variables.add(variable, first));
    }
  }
  const downs = new Map<string, number>();
  const withFaults = bounds.faults > 0 && [...flows.values()].some(({ faults }) => faults.length > 0);
  const faults = withFaults
    ? variables.add(
        {
          name: 'faults',
          values: Array.from({ length: bounds.faults + 1 }, (_, count) => String(count)),
          role: { kind: 'faults' },
        },
        0,
      )
    : undefined;
  for (const { id, faults: possible } of flows.values())
    if (withFaults && possible.includes('outage'))
      downs.set(
        id,
        variables.add({ name: `${id} is down`, values: ['no', 'yes'], role: { kind: 'down', interface: id } }, 0),
      );

  const exists = (record: number): Expression => {
    const { object, spare } = records[record] ?? { object: undefined, spare: false };
    const own = existing.get(record);
    const made = spare && own !== undefined ? isIn(own, 1) : TRUE;
    const its = machineList.filter((machine) => object !== undefined && machine.object === object);
    const modelled = model.ofKind('lifecycle').filter(({ attributes }) => attributes.object === object);
    if (spare || its.length === 0 || its.length < modelled.length) return made;
    if (!its.every(({ beginnings }) => beginnings.every((state) => state === ABSENT))) return made;
    const present = its.flatMap(({ id }) => {
      const status = statuses.get(`${id} ${record}`);
      return status === undefined ? [] : [not(isIn(status.index, status.valueOf(ABSENT)))];
    });
    return all(made, any(...present));
  };

  return {
    model,
    bounds,
    vocabulary,
    machines,
    flows,
    distinctions,
    records,
    relations,
    variables,
    atoms,
    leftOut,
    recordsOf,
    recordsOfObject,
    status: (machine, record) => statuses.get(`${machine} ${record}`),
    exists,
    field: (field, record) => fields.get(`${field} ${record}`),
    existence: (record) => existing.get(record),
    faults,
    down: (flow) => downs.get(flow),
  };
}

function recordsNeeded(
  machines: readonly Machine[],
  flows: ReadonlyMap<string, Flow>,
  distinctions: Distinctions,
  bounds: PlantBounds,
): readonly PlantRecord[] {
  const objects = new Set(machines.flatMap(({ object }) => object ?? []));
  for (const flow of flows.values())
    if (flow.outside && isUseful(flow, machines, distinctions))
      for (const object of flow.about) if (object !== undefined) objects.add(object);
  const records = [...objects].sort(compareText).flatMap((object): readonly PlantRecord[] => {
    const count = bounds.instances[object] ?? 1;
    const spare = bounds.spare[object] ?? 0;
    return Array.from({ length: count + spare }, (_, index) => ({
      name: `${object} ${index + 1}`,
      object,
      number: index + 1,
      spare: index >= count,
    }));
  });
  const alone = machines.filter(({ object }) => object === undefined);
  return [...records, ...alone.map(({ id }): PlantRecord => ({ name: id, number: 1, spare: false }))];
}

/** Whether what arrives over an interface makes any difference to what is explored. */
export function isUseful(flow: Flow, machines: readonly Machine[], distinctions: Distinctions): boolean {
  return (
    flow.to.some((receiver) => distinctions.itemsAt(flow.id, receiver).size > 0) ||
    machines.some(({ moves }) =>
      moves.some(({ receives }) => receives?.messages.some((one) => one.split('.')[0] === flow.id) ?? false),
    )
  );
}
