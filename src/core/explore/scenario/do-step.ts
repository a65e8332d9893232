import type { Step } from '../plant/composed-plant.ts';
import { effectiveRoles } from '../../graph/queries/effective-roles.ts';
import { statedBy } from './beginning.ts';
import { appearingFor } from './appearance.ts';
import { meantRecord, placeOf } from './casting.ts';
import { isPossible } from './possible-step.ts';
import { sumFault } from './conserved-sums.ts';
import { failed, take, went } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import { lifecycleIdOf, objectCreated } from './story-records.ts';
import { inStoryNames, listed, whyImpossible } from './story-words.ts';
import { statedValues } from './written-scenario.ts';
import type { Path, WrittenStep } from './written-scenario.ts';

/** Which of several ways of starting a step is meant when the story does not say. */
const KINDS: readonly Step['kind'][] = ['person', 'automatic', 'timed', 'delivery', 'outside'];

/** A transition on one record, as a step of the story names it. */
interface Act {
  readonly transition: string;
  readonly scene: Scene;
  readonly name: string;
  readonly record: number | undefined;
  readonly step: WrittenStep;
  readonly path: Path;
}

/** `do`: the step must be possible, and is taken. */
export function playDo(stage: Stage, scene: Scene, step: WrittenStep, path: Path): Acted {
  const transition = step.do ?? '';
  const act = actOf(stage, scene, transition, step, [...path, 'do']);
  if ('acted' in act) return act.acted;
  const barred = roleFault(stage, act);
  if (barred !== undefined) return failed([...path, 'by'], barred);
  const unknown = unknownCode(stage, act);
  if (unknown !== undefined) return failed([...path, 'values'], unknown);
  const candidates = candidatesOf(stage, act);
  const possible = candidates.filter((one) => isPossible(stage, act.scene, one));
  const taken = possible[0];
  if (taken === undefined) return failed(act.path, impossible(stage, act, candidates));
  const after = named(stage, act.scene, take(stage, act.scene, taken), transition, step);
  const entered = statedBy(stage, { ...after, values: new Map() }, act.name, statedValues(step.values));
  const stated = { ...after, values: new Map([...after.values, ...entered]) };
  const sum = sumFault(stage, act.scene, stated, entered, act);
  if (sum !== undefined) return failed([...path, 'values'], sum, stated);
  return went(stated, undecidedValues(stage, act, possible));
}

/** `refuse`: the step must not be possible; nothing happens. */
export function playRefuse(stage: Stage, scene: Scene, step: WrittenStep, path: Path): Acted {
  const act = actOf(stage, scene, step.refuse ?? '', step, [...path, 'refuse']);
  if ('acted' in act) return act.acted;
  if (roleFault(stage, act) !== undefined || unknownCode(stage, act) !== undefined) return went(scene);
  const possible = candidatesOf(stage, act).find((one) => isPossible(stage, act.scene, one));
  if (possible === undefined) return went(scene);
  const who = step.by === undefined ? '' : ` for ${step.by}`;
  return failed(act.path, `${act.transition} on ${act.name} would be possible here${who}.`, scene);
}

function actOf(stage: Stage, scene: Scene, transition: string, step: WrittenStep, path: Path): Act | { acted: Acted } {
  const object = stage.model.get('lifecycle', lifecycleIdOf(transition))?.attributes.object;
  if (object === undefined)
    return { transition, scene, name: lifecycleIdOf(transition), record: undefined, step, path };
  const meant = meantRecord(stage, scene, object, step.record, path);
  if ('acted' in meant) return meant;
  const { name, record } = meant;
  if (!meant.isNew) return { transition, scene, name, record, step, path };
  const appeared = appearingFor(stage, scene, name, step, path);
  return 'acted' in appeared ? appeared : { transition, scene: appeared.scene, name, record, step, path };
}

/** The steps of the plant that a step of the story can mean, those that it means first before the others. */
function candidatesOf(stage: Stage, { transition, record, step, name }: Act): readonly Step[] {
  const values = fieldValues(stage, name, step);
  const own = stage.composition.stepsOf(transition).filter((one) => {
    const performs = one.transitions.some(
      ({ id, record: on }) => id === transition && (record === undefined || on === record),
    );
    const entered = Object.entries(one.fills ?? {}).every(([field, label]) => isAmong(values.get(field), label));
    return performs && entered && KINDS.includes(one.kind) && (step.by === undefined || one.kind === 'person');
  });
  return own.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.id - b.id);
}

/** Values that the story enters in fields of the record acted on, by `object.field`. */
function fieldValues({ records }: Stage, name: string, step: WrittenStep): ReadonlyMap<string, string> {
  const object = records.find((record) => record.name === name)?.object;
  return new Map(
    Object.entries(statedValues(step.values)).map(([written, value]) => {
      const [owner, field] = written.split('.');
      return [owner === name && object !== undefined ? `${object}.${field}` : written, value];
    }),
  );
}

function roleFault({ model }: Stage, { transition, step }: Act): string | undefined {
  const { by } = step;
  const element = model.get('transition', transition);
  if (by === undefined || element === undefined) return undefined;
  const allowed = element.attributes.by;
  if (allowed === undefined) return `${transition} is not started by people.`;
  if (effectiveRoles(model, element).some(({ role }) => role.id === by)) return undefined;
  return `${transition} is not for ${by}, but for ${listed(allowed, 'or')}.`;
}

/** The codes that a label stands for: `F or H`. Ids hold no blanks. */
function codesIn(label: string): readonly string[] {
  return label.split(/, | or /u);
}

function isAmong(value: string | undefined, label: string): boolean {
  return value === undefined || codesIn(label).includes(value);
}

/** A code that the story enters and that no way of taking the step has. */
function unknownCode(stage: Stage, act: Act): string | undefined {
  const steps = stage.composition
    .stepsOf(act.transition)
    .filter(({ transitions }) => transitions.some(({ record }) => record === act.record));
  for (const [field, value] of fieldValues(stage, act.name, act.step)) {
    const entered = new Set(steps.flatMap(({ fills }) => codesIn(fills?.[field] ?? '')));
    entered.delete('');
    if (entered.size > 0 && !entered.has(value)) return `${act.transition} cannot enter ${value} as ${field}.`;
  }
  return undefined;
}

function impossible(stage: Stage, act: Act, candidates: readonly Step[]): string {
  const { transition, name, scene, record } = act;
  const on = record === undefined ? '' : ` on ${name}`;
  const why =
    candidates.length === 0
      ? 'this world has no such step; it is left out, or only a message starts it'
      : (elsewhere(stage, act) ?? whyImpossible(stage, scene, candidates));
  return `${transition}${on} is not possible here: ${why}.`;
}

/** Where the record would have to be, if it is not there. */
function elsewhere({ model, plant }: Stage, { transition, name, scene, record }: Act): string | undefined {
  const lifecycle = lifecycleIdOf(transition);
  const from = model.get('transition', transition)?.attributes.from ?? [];
  const variable = plant.variables.findIndex(
    ({ role }) =>
      role.kind === 'status' && role.lifecycle === lifecycle && (record === undefined || role.record === record),
  );
  const state = plant.variables[variable]?.values[scene.state.values[variable] ?? -1];
  if (state === undefined || from.includes(state) || (from.includes('any') && state !== 'absent')) return undefined;
  return `${lifecycle}${record === undefined ? '' : ` of ${name}`} must be ${listed(from, 'or')}, but is ${state}`;
}

/** What several ways of taking the step enter where the story states nothing. */
function undecidedValues(
  stage: Stage,
  { transition, scene, name, step }: Act,
  possible: readonly Step[],
): readonly string[] {
  const [taken] = possible;
  const stated = fieldValues(stage, name, step);
  return Object.entries(taken?.fills ?? {}).flatMap(([field, code]) => {
    const others = possible.some(({ kind, fills }) => kind === taken?.kind && fills?.[field] !== code);
    if (!others || stated.has(field)) return [];
    const text = `\`values\` does not say what ${transition} enters as ${field}; it was played with ${code}.`;
    return [inStoryNames(stage, scene, text)];
  });
}

/** The scene in which the record that the step created has its name. */
function named(stage: Stage, before: Scene, after: Scene, transition: string, step: WrittenStep): Scene {
  const created = objectCreated(transition, stage.model);
  const next = stage.records.find(
    ({ name, object, origin }) =>
      origin === 'created' && object === created && !before.cast.has(name) && (step.new ?? name) === name,
  );
  return next === undefined ? after : { ...after, cast: new Map(after.cast).set(next.name, placeOf(stage, next)) };
}
