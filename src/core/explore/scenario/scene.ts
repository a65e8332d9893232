import type { SpecModel } from '../../model/spec-model.ts';
import type { Composition } from '../compose/composition.ts';
import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Interpreter } from '../search/interpreter.ts';
import { trafficAfter } from './traffic.ts';
import type { Moment } from './traffic.ts';
import type { StoryRecord } from './growing-cast.ts';
import type { Path } from './written-scenario.ts';
import type { StoryFault } from './played-scenario.ts';

/** What a story is played on. */
export interface Stage {
  readonly model: SpecModel;
  readonly composition: Composition;
  readonly plant: ComposedPlant;
  readonly interpreter: Interpreter;
  /** Every record of the story, also those that are still to come. */
  readonly records: readonly StoryRecord[];
}

/** How far a story is. */
export interface Scene extends Moment {
  /** Name of a record in the story → its place among the records of the plant; only those that have appeared. */
  readonly cast: ReadonlyMap<string, number>;
  /** `record.field`, with the name that the story gives the record → value that it has stated. */
  readonly values: ReadonlyMap<string, string>;
  /** Messages from outside the model that are on their way, oldest first. */
  readonly outside: readonly OutsideMessage[];
  /** Systems and interfaces that do not answer at the moment. */
  readonly deaf: ReadonlySet<string>;
  /** Number of the step, from 1; 0 before the first. */
  readonly number: number;
}

/** A message from outside the model that has not arrived yet. */
export interface OutsideMessage {
  /** `IF-005`, `IF-002.HOLD` */
  readonly message: string;
  /** Record that it is about. */
  readonly record?: number;
  /** Mapped field → value, as far as the story states it. */
  readonly carries: Readonly<Record<string, string>>;
  /** Number of the story's step that sent it. */
  readonly sent: number;
}

/** What an action makes of a scene. */
export interface Acted {
  /** Where the story goes on; absent when it cannot. */
  readonly scene?: Scene;
  readonly faults: readonly StoryFault[];
  readonly undecided: readonly string[];
}

/** The action was possible. */
export function went(scene: Scene, undecided: readonly string[] = []): Acted {
  return { scene, faults: [], undecided };
}

/** The action was not as told. Where `scene` is given the story can go on nevertheless. */
export function failed(path: Path, reason: string, scene?: Scene): Acted {
  return { ...(scene === undefined ? {} : { scene }), faults: [{ path, reason }], undecided: [] };
}

/** The scene after a step of the plant. */
export function take(stage: Stage, scene: Scene, step: Step): Scene {
  const state = stage.interpreter.take(scene.state, step);
  return { ...scene, state, traffic: trafficAfter(step, scene.traffic, state, scene.number) };
}
