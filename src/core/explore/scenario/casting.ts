import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantRecord } from '../plant/composed-plant.ts';
import type { StoryRecord } from './growing-cast.ts';
import { failed } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import { listed } from './story-words.ts';
import type { Path } from './written-scenario.ts';

/** The record of the plant that is meant, or why it is not known which one. */
export type Meant =
  | { readonly name: string; readonly record: number; readonly isNew: boolean }
  | { readonly acted: Acted };

/** The record that a step means: the one it names, or the only one of the object. */
export function meantRecord(stage: Stage, scene: Scene, object: string, name: string | undefined, path: Path): Meant {
  const known = namesOf(stage, scene, object);
  const called = name ?? (known.length === 0 ? stage.records.find((one) => one.object === object)?.name : known[0]);
  if (called === undefined || (name === undefined && known.length > 1)) {
    const names = known.length === 0 ? 'none' : listed(known);
    return { acted: failed(path, `There are several records of ${object} (${names}): say which one with \`record\`.`) };
  }
  const index = scene.cast.get(called);
  if (index !== undefined && stage.plant.records[index]?.object === object)
    return { name: called, record: index, isNew: false };
  const record = stage.records.find((one) => one.name === called && one.object === object);
  if (record === undefined || record.origin === 'created')
    return { acted: failed(path, `There is no ${object} ${called} at this point of the story.`) };
  return { name: called, record: placeOf(stage, record), isNew: true };
}

/** Names of the records of an object that are there, in the order in which the story names them. */
export function namesOf({ records }: Stage, { cast }: Scene, object: string): readonly string[] {
  return records.filter((record) => record.object === object && cast.has(record.name)).map(({ name }) => name);
}

/** What a record of the plant is called in the story. */
export function nameOf(stage: Stage, index: number): string {
  const { object, number } = stage.plant.records[index] ?? { object: undefined, number: 0 };
  return recordAt(stage.records, object, number)?.name ?? stage.plant.records[index]?.name ?? '';
}

/** Where in the plant a record of the story stands. */
export function placeOf({ records, plant }: Stage, { name, object }: StoryRecord): number {
  const number = inOrder(records, object).findIndex((record) => record.name === name) + 1;
  return plant.records.findIndex((record) => record.object === object && record.number === number);
}

/** Who belongs to whom in a story. */
export function knownRelations(records: readonly StoryRecord[]): (record: PlantRecord, to: PlantRecord) => boolean {
  return (record, to) => {
    const parent = recordAt(records, to.object, to.number);
    return parent !== undefined && recordAt(records, record.object, record.number)?.of.has(parent.name) === true;
  };
}

/** An object to which a new record can belong while several of it are there and the story does not say which. */
export function unsaidParent(stage: Stage, scene: Scene, record: StoryRecord, model: SpecModel): string | undefined {
  const of = model.get('object', record.object)?.attributes.of;
  const parents = of === undefined ? [] : typeof of === 'string' ? [of] : Object.keys(of);
  return parents.find((object) => {
    const said = [...record.of].some((name) => stage.records.find((one) => one.name === name)?.object === object);
    return !said && namesOf(stage, scene, object).length > 1;
  });
}

/** The plant counts those that are there from the beginning first, and lets the others come in the order of the story. */
function inOrder(records: readonly StoryRecord[], object: string | undefined): readonly StoryRecord[] {
  const own = records.filter((record) => record.object === object);
  return [...own.filter(({ origin }) => origin === 'given'), ...own.filter(({ origin }) => origin !== 'given')];
}

function recordAt(
  records: readonly StoryRecord[],
  object: string | undefined,
  number: number,
): StoryRecord | undefined {
  return inOrder(records, object)[number - 1];
}
