import type { SpecModel } from '../../model/spec-model.ts';

/** A record of the story. One without a name is called by its object, as long as the object has only one. */
export interface StoryRecord {
  readonly name: string;
  readonly object: string;
  /** Whether it is there from the beginning, appears when a step first names it, or is created by a step. */
  readonly origin: 'given' | 'named' | 'created';
  /** Names of the records to which it belongs once it is there; of what is split off, also those that covered its maker. */
  readonly of: ReadonlySet<string>;
}

/** The records of a story while it is read from its beginning to its end. */
export interface GrowingCast {
  /** A record, unless it is known; without a name only where the object has none yet. `of` = to whom it belongs. */
  add(name: string | undefined, object: string | undefined, origin: 'given' | 'named', of?: readonly string[]): void;
  /** A record that a step on another one creates. */
  split(maker: string | undefined, name: string | undefined, object: string): void;
  /** Says to whom a record belongs. */
  relate(name: string | undefined, of: readonly string[]): void;
  /** Lets every record of whom nothing is said belong to the only ones there are. */
  relateAll(): void;
  /** The record that is named, or else the only one of the object. */
  meant(name: string | undefined, object: string): string | undefined;
  records(): readonly StoryRecord[];
}

/** Nobody is there yet. */
export function growingCast(model: SpecModel): GrowingCast {
  const records = new Map<string, StoryRecord & { readonly of: Set<string> }>();
  const namesOf = (object: string): readonly string[] =>
    [...records.values()].filter((record) => record.object === object).map(({ name }) => name);
  const relateToOnly = (name: string): void => {
    const record = records.get(name);
    for (const parent of record === undefined ? [] : parentsOf(record.object, model)) {
      if ([...(record?.of ?? [])].some((one) => records.get(one)?.object === parent.object)) continue;
      const [only, another] = namesOf(parent.object);
      if (only !== undefined && another === undefined) record?.of.add(only);
    }
  };
  return {
    add: (name, object, origin, of = []) => {
      if (object === undefined || model.get('object', object) === undefined) return;
      if (name === undefined && namesOf(object).length > 0) return;
      const called = name ?? object;
      if (records.has(called)) return;
      records.set(called, { name: called, object, origin, of: new Set(of) });
      if (origin === 'named') relateToOnly(called);
    },
    split: (maker, name, object) => {
      if (model.get('object', object) === undefined) return;
      const called = name ?? unusedName(`new ${object}`, records);
      if (records.has(called)) return;
      const from = maker === undefined ? undefined : records.get(maker);
      const made = { name: called, object, origin: 'created', of: new Set<string>() } as const;
      records.set(called, made);
      if (from === undefined) return;
      for (const parent of parentsOf(object, model)) {
        if (parent.object === from.object) made.of.add(from.name);
        else for (const one of from.of) if (records.get(one)?.object === parent.object) made.of.add(one);
      }
      if (from.object !== object) return;
      // What covers several covers what is split off from one of them.
      for (const other of records.values())
        if (other.of.has(from.name) && parentsOf(other.object, model).some((one) => one.object === object && one.many))
          other.of.add(called);
    },
    relate: (name, of) => {
      const record = name === undefined ? undefined : records.get(name);
      for (const one of of) record?.of.add(one);
    },
    relateAll: () => {
      for (const name of records.keys()) relateToOnly(name);
    },
    meant: (name, object) => {
      if (name !== undefined) return name;
      const [only, another] = namesOf(object);
      return another === undefined ? only : undefined;
    },
    records: () => [...records.values()],
  };
}

/** Objects to which records of an object belong, and whether to several. */
export function parentsOf(
  object: string,
  model: SpecModel,
): readonly { readonly object: string; readonly many: boolean }[] {
  const of = model.get('object', object)?.attributes.of;
  if (of === undefined) return [];
  if (typeof of === 'string') return [{ object: of, many: false }];
  return Object.entries(of).map(([parent, { many }]) => ({ object: parent, many: many === true }));
}

/** The object of whose records a lifecycle is. */
export function objectOfLifecycle(lifecycle: string, model: SpecModel): string | undefined {
  return model.get('lifecycle', lifecycle)?.attributes.object;
}

function unusedName(stem: string, records: ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (records.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}
