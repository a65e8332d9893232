import { compareText } from '../../diagnostics/order.ts';
import { ABSENT, type StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { codesOfList, EMPTY, type CarriedItem } from './carried-items.ts';
import type { Flow } from './flows.ts';
import { itemReading, loosenedReading, type ItemReading } from './item-readings.ts';
import { interfaceOf, type Machine, type Move } from './machines.ts';
import {
  classesOf,
  isOfCodes,
  itemFor,
  leafText,
  subjectOf,
  valuesNamed,
  verdictOf,
  type Leaf,
  type ValueClass,
} from './predicates.ts';
import { readingsIn, type ExploredCondition } from './readings.ts';

/** A coded field that some explored step fills, with the codes that make a difference. */
export interface FollowedField {
  readonly field: string;
  readonly object: string;
  readonly classes: readonly ValueClass[];
  /** Some condition or message reads it elsewhere than in the step that fills it. */
  readonly stored: boolean;
  readonly beginning: string;
}

/** Everything that the explored conditions tell apart. */
export interface Distinctions {
  /** Mapped fields that are read of the messages of this interface in this system, by id. */
  itemsAt(flow: string, receiver: string): ReadonlyMap<string, ItemReading>;
  /** Whether a condition wants this interface settled. */
  isSettledAsked(flow: string): boolean;
  readonly followed: ReadonlyMap<string, FollowedField>;
  /** Classes of what is free: of a lifecycle that is left out, of a field that nothing fills, or as an interface brings it. */
  freeClasses(leaf: Leaf, over: string | undefined): readonly ValueClass[];
  /** Leaves that are asked over this interface by `query`, each with the object of the record that asks. */
  queriedOver(flow: string): readonly { readonly leaf: Leaf; readonly object: string | undefined }[];
}

type Leaves = Map<string, Leaf>;

/** What is read, by where it is read from. */
interface Readings {
  /** Subject, with its interface where there is one → leaves. */
  readonly bySubject: Map<string, Leaves>;
  /** Field → steps in which the owner's value is read; undefined = in every state. */
  readonly places: Map<string, Set<string | undefined>>;
  /** `interface receiver` → mapped field → leaves. */
  readonly copied: Map<string, Map<string, Leaves>>;
  readonly filtered: Map<string, Map<string, Leaves>>;
  readonly queried: Map<string, Map<string, { leaf: Leaf; object: string | undefined }>>;
  readonly settled: Set<string>;
  /** `interface receiver field` of what more depends on than whether a step may happen. */
  readonly weighty: Set<string>;
}

/** Looks through all conditions once. With `exact`, codes are told apart also where only steps read them as copies. */
export function distinctionsOf(
  model: SpecModel,
  machines: ReadonlyMap<string, Machine>,
  flows: ReadonlyMap<string, Flow>,
  conditions: readonly ExploredCondition[],
  vocabulary: StateVocabulary,
  exact: boolean,
): Distinctions {
  const moves = [...machines.values()].flatMap((machine) => machine.moves);
  const found = collected(flows, conditions, exact, decidingRest(moves, flows));
  const filling = (field: string): readonly string[] =>
    moves.flatMap(({ fills, id }) => (fills.some(([name]) => name === field) ? [id] : []));

  const domainOf = (item: CarriedItem, flow: Flow): readonly string[] | undefined => {
    switch (item.source.kind) {
      case 'status': {
        const machine = machines.get(item.source.lifecycle);
        return machine && (machine.mayBeAbsent ? [...machine.states, ABSENT] : machine.states);
      }
      case 'message':
        return flow.messages.length === 0 ? [flow.id] : flow.messages;
      case 'constant':
        return [item.source.value];
      case 'field': {
        const domain = fieldDomain(model, item.source.field);
        if (domain !== undefined && filling(item.source.field).length > 0) return [EMPTY, ...domain];
        break;
      }
      case 'free':
        break;
    }
    return flow.outside ? item.codes : undefined;
  };

  const starting = new Set(moves.flatMap(({ receives }) => receives?.messages.map(interfaceOf) ?? []));
  const items = new Map<string, ReadonlyMap<string, ItemReading>>();
  for (const flow of flows.values())
    for (const receiver of flow.to) {
      const at = `${flow.id} ${receiver}`;
      const [copied, filtered] = [found.copied.get(at), found.filtered.get(at)];
      const read = [...new Set([...(copied?.keys() ?? []), ...(filtered?.keys() ?? [])])].sort(compareText);
      const readings = read.flatMap((id): readonly (readonly [string, ItemReading])[] => {
        const item = flow.items.get(id);
        if (item === undefined || !(item.receivers?.includes(receiver) ?? true)) return [];
        const remembered = [...(copied?.get(id)?.values() ?? [])];
        const leaves = [...remembered, ...(filtered?.get(id)?.values() ?? [])];
        const domain = domainOf(item, flow);
        const loose = item.source.kind === 'field' && !flow.outside && !found.weighty.has(`${at} ${id}`);
        // What a value map refuses takes along whatever else the message would do.
        const alone = read.length === 1 && !starting.has(flow.id);
        if (loose && domain !== undefined && (alone || !refusesSome(item, flow, domain)))
          return [[id, loosenedReading(item)]];
        return [[id, itemReading(item, flow, domain, leaves, remembered, vocabulary)]];
      });
      items.set(at, new Map(readings));
    }

  const followed = new Map<string, FollowedField>();
  for (const field of new Set(moves.flatMap(({ fills }) => fills.map(([name]) => name)))) {
    const domain = fieldDomain(model, field);
    if (domain === undefined) continue;
    const leaves = [...(found.bySubject.get(field)?.values() ?? [])].filter(isOfCodes);
    const carried = [...flows.values()].flatMap((flow) =>
      flow.to.flatMap((receiver) =>
        [...(items.get(`${flow.id} ${receiver}`)?.values() ?? [])]
          .filter(({ item, classes }) => classes && item.source.kind === 'field' && item.source.field === field)
          .map(({ classes }) => ({ flow, classes })),
      ),
    );
    const distinguish = (value: string): string =>
      [
        ...leaves.map((leaf) => verdictOf(leaf, value, vocabulary)),
        ...carried.map(({ classes }) => String(classes?.findIndex(({ values }) => values.includes(value)))),
      ].join(' ');
    const own = filling(field);
    const readElsewhere = [...(found.places.get(field) ?? [])].some(
      (move) => move === undefined || !own.includes(move),
    );
    const sentElsewhere = carried.some(
      ({ flow }) =>
        flow.outside ||
        moves.some(({ id, emits }) => !own.includes(id) && emits.some((one) => interfaceOf(one) === flow.id)),
    );
    const fallback = model.get('field', field)?.attributes.default;
    followed.set(field, {
      field,
      object: field.split('.', 1)[0] ?? field,
      classes: classesOf([EMPTY, ...domain], distinguish),
      stored: readElsewhere || sentElsewhere,
      beginning: fallback !== undefined && domain.includes(fallback) ? fallback : EMPTY,
    });
  }

  return {
    itemsAt: (flow, receiver) => items.get(`${flow} ${receiver}`) ?? new Map<string, ItemReading>(),
    isSettledAsked: (flow) => found.settled.has(flow),
    followed,
    freeClasses: (leaf, over) => {
      const leaves = [...(found.bySubject.get(subjectOf(leaf, over))?.values() ?? []), leaf].filter(isOfCodes);
      const known =
        leaf.kind === 'status'
          ? vocabulary.statesOf(leaf.lifecycle)
          : over === undefined
            ? fieldDomain(model, leaf.field)
            : (flows.get(over)?.items.get(leaf.field)?.codes ?? flows.get(over)?.replies.get(leaf.field)?.codes);
      const domain = known ?? [...leaves.flatMap(valuesNamed), 'another value'];
      const values = [...new Set([...domain, leaf.kind === 'status' ? ABSENT : EMPTY])];
      return classesOf(values, (value) => leaves.map((one) => verdictOf(one, value, vocabulary)).join(' '));
    },
    queriedOver: (flow) => [...(found.queried.get(flow)?.values() ?? [])],
  };
}

/**
 * Steps of which it matters that they are not possible: while an automatic one is, or one that takes a message out of those
 * that have to wait, nothing is settled.
 */
function decidingRest(moves: readonly Move[], flows: ReadonlyMap<string, Flow>): ReadonlySet<string> {
  return new Set(
    moves
      .filter(
        ({ auto, receives }) =>
          auto || receives?.messages.some((one) => flows.get(interfaceOf(one))?.unexpected === 'wait') === true,
      )
      .map(({ id }) => id),
  );
}

function refusesSome(item: CarriedItem, flow: Flow, domain: readonly string[]): boolean {
  const names = flow.messages.length === 0 ? [flow.id] : flow.messages;
  return names.some((name) => domain.some((raw) => item.arrive(raw, name).kind === 'reject'));
}

function collected(
  flows: ReadonlyMap<string, Flow>,
  conditions: readonly ExploredCondition[],
  exact: boolean,
  decidingRest: ReadonlySet<string>,
): Readings {
  const found: Readings = {
    bySubject: new Map(),
    places: new Map(),
    copied: new Map(),
    filtered: new Map(),
    queried: new Map(),
    settled: new Set(),
    weighty: new Set(),
  };
  for (const of of conditions) {
    const exactly =
      exact || of.exactly === true || of.moves === undefined || of.moves.some((move) => decidingRest.has(move));
    const { readings, settled } = readingsIn(of);
    settled.forEach((name) => found.settled.add(name));
    for (const { leaf, from, interfaces } of readings) {
      if (from === 'owner' || from === 'query') {
        note(found.bySubject, subjectOf(leaf, undefined), leaf);
        const places = within(found.places, subjectOf(leaf, undefined), () => new Set<string | undefined>());
        for (const move of of.moves ?? [undefined]) places.add(move);
      }
      for (const name of interfaces) {
        note(found.bySubject, subjectOf(leaf, name), leaf);
        if (from === 'query')
          within(found.queried, name, () => new Map()).set(`${leafText(leaf)} ${of.object ?? ''}`, {
            leaf,
            object: of.object,
          });
        const flow = flows.get(name);
        const item = flow && itemFor(leaf, flow.items);
        if (flow === undefined || item === undefined || from === 'query') continue;
        for (const receiver of flow.to.filter((one) => of.systems?.includes(one) ?? true)) {
          const at = `${name} ${receiver}`;
          note(
            within(from === 'copy' ? found.copied : found.filtered, at, () => new Map<string, Leaves>()),
            item.id,
            leaf,
          );
          if (exactly || from === 'message') found.weighty.add(`${at} ${item.id}`);
        }
      }
    }
  }
  return found;
}

function within<T>(table: Map<string, T>, key: string, make: () => T): T {
  const known = table.get(key) ?? make();
  table.set(key, known);
  return known;
}

function note(table: Map<string, Leaves>, key: string, leaf: Leaf): void {
  within(table, key, () => new Map<string, Leaf>()).set(leafText(leaf), leaf);
}

/** The codes that a field may hold; undefined where it is no coded field. */
function fieldDomain(model: SpecModel, field: string): readonly string[] | undefined {
  const attributes = model.get('field', field)?.attributes;
  if (attributes === undefined || attributes.many === true) return undefined;
  return attributes.type === 'boolean' ? ['false', 'true'] : codesOfList(model, attributes.codes);
}
