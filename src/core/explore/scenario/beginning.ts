import { placeOf } from './casting.ts';
import type { StoryRecord } from './growing-cast.ts';
import type { Scene, Stage } from './scene.ts';
import { namesOf } from './casting.ts';
import { firstState } from './story-records.ts';
import { givenRecords } from './written-scenario.ts';
import type { Scenario } from './written-scenario.ts';

/** The scene in which a story begins: what `given` says, and everything else at its beginning; nothing is on its way. */
export function beginning(stage: Stage, scenario: Scenario): Scene {
  const { plant, records, model } = stage;
  let scene: Scene = {
    state: { values: plant.initial[0] ?? [], channels: plant.channels.map(() => []) },
    traffic: plant.channels.map(() => []),
    cast: new Map(),
    values: new Map(),
    outside: [],
    deaf: new Set(),
    number: 0,
  };
  for (const record of records) if (record.origin === 'given') scene = appearing(stage, scene, record);
  for (const one of givenRecords(scenario)) {
    for (const [lifecycle, state] of Object.entries(one.states)) {
      const object = model.get('lifecycle', lifecycle)?.attributes.object;
      const name = one.record ?? records.find((record) => record.object === object)?.name;
      const place = object === undefined ? undefined : scene.cast.get(name ?? '');
      if (object === undefined || place !== undefined) scene = withStatus(stage, scene, lifecycle, place, state);
    }
    scene = { ...scene, values: statedBy(stage, scene, one.record, one.values) };
  }
  return scene;
}

/** The scene with a record that was not there before, at its beginning. */
export function appearing(stage: Stage, scene: Scene, record: StoryRecord): Scene {
  const place = placeOf(stage, record);
  const values = scene.state.values.map((value, index) => {
    const variable = stage.plant.variables[index];
    if (variable?.role.kind === 'existence' && variable.role.record === place) return 1;
    if (variable?.role.kind !== 'status' || variable.role.record !== place) return value;
    return Math.max(0, variable.values.indexOf(firstState(variable.role.lifecycle, stage.model)));
  });
  return { ...scene, cast: new Map(scene.cast).set(record.name, place), state: { ...scene.state, values } };
}

/** Values stated by `object.field` or `record.field`, under the name of the record that they are of. */
export function statedBy(
  stage: Stage,
  scene: Scene,
  record: string | undefined,
  values: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const stated = new Map(scene.values);
  for (const [written, value] of Object.entries(values)) {
    const dot = written.indexOf('.');
    const owner = written.slice(0, dot);
    const field = written.slice(dot + 1);
    const byRecord = stage.records.some(({ name }) => name === owner);
    const name = byRecord ? owner : ownRecord(stage, scene, owner, record);
    if (name !== undefined) stated.set(`${name}.${field}`, value);
  }
  return stated;
}

function ownRecord(stage: Stage, scene: Scene, object: string, record: string | undefined): string | undefined {
  if (record !== undefined && stage.records.some((one) => one.name === record && one.object === object)) return record;
  const [only, another] = namesOf(stage, scene, object);
  return another === undefined ? only : undefined;
}

function withStatus(stage: Stage, scene: Scene, lifecycle: string, place: number | undefined, state: string): Scene {
  const values = scene.state.values.map((value, index) => {
    const variable = stage.plant.variables[index];
    if (variable?.role.kind !== 'status' || variable.role.lifecycle !== lifecycle) return value;
    const said = variable.values.indexOf(state);
    return said < 0 || (place !== undefined && variable.role.record !== place) ? value : said;
  });
  return { ...scene, state: { ...scene.state, values } };
}
