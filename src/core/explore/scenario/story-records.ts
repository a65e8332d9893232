import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { growingCast, objectOfLifecycle, parentsOf } from './growing-cast.ts';
import type { GrowingCast, StoryRecord } from './growing-cast.ts';
import { expectations, givenRecords } from './written-scenario.ts';
import type { Scenario, WrittenStep } from './written-scenario.ts';

/** Every record of a story, in the order in which they come to be there. */
export function storyRecords(scenario: Scenario, model: SpecModel): readonly StoryRecord[] {
  const cast = growingCast(model);
  const given = givenRecords(scenario);
  for (const { record, states, values } of given) {
    const objects = new Set(Object.keys(states).map((lifecycle) => objectOfLifecycle(lifecycle, model)));
    for (const name of Object.keys(values)) objects.add(model.get('field', name)?.id.split('.')[0]);
    objects.delete(undefined);
    for (const object of record === undefined ? objects : [...objects].slice(0, 1)) cast.add(record, object, 'given');
  }
  // A record that nobody ever names is there from the beginning, unless its first step makes it.
  const unnamed = scenario.steps.flatMap((step) => [
    ...(step.record === undefined ? [objectActedOn(step, model)] : []),
    ...objectsExpected(step, model),
  ]);
  for (const object of unnamed)
    if (object !== undefined && !beginsAbsent(object, model)) cast.add(undefined, object, 'given');
  for (const object of parentsMissing(scenario, model, cast)) cast.add(undefined, object, 'given');
  // Only now is everybody there to whom one of them can belong.
  for (const { record, of } of given) cast.relate(record, of);
  cast.relateAll();
  const created = new Set(scenario.steps.flatMap((step) => step.new ?? []));
  for (const step of scenario.steps) addRecordsOf(step, model, cast, created);
  return cast.records();
}

/** The object of the records that a step acts on. */
export function objectActedOn(step: WrittenStep, model: SpecModel): string | undefined {
  const transition = step.do ?? step.refuse;
  if (transition !== undefined) return objectOfLifecycle(lifecycleIdOf(transition), model);
  const sent = step.send === undefined ? undefined : model.get('interface', interfaceIdOf(step.send));
  return sent?.attributes.about;
}

/** The object of which a step creates a record; undefined when it creates none. */
export function objectCreated(transition: string, model: SpecModel): string | undefined {
  return Object.keys(model.get('transition', transition)?.attributes.creates ?? {})[0];
}

/** The state in which a record begins in a lifecycle; `absent` where a step makes it. */
export function firstState(lifecycle: string, model: SpecModel): string {
  const element = model.get('lifecycle', lifecycle);
  if (element === undefined) return ABSENT;
  const made = model.partsOf(element, 'transition').some(({ attributes }) => attributes.from.includes(ABSENT));
  const [first] = model.partsOf(element, 'state');
  return element.attributes.initial ?? (made ? ABSENT : (first?.localId ?? ABSENT));
}

/** Objects of which a step expects something without naming a record. */
function objectsExpected(step: WrittenStep, model: SpecModel): readonly (string | undefined)[] {
  return expectations(step, []).flatMap(({ record, condition }) =>
    record !== undefined || condition === undefined
      ? []
      : lifecyclesNamed(condition).map((lifecycle) => objectOfLifecycle(lifecycle, model)),
  );
}

/** Lifecycles that a condition names outside quantifiers. */
function lifecyclesNamed(condition: Condition): readonly string[] {
  if (condition.kind === 'status') return [condition.lifecycle];
  return condition.kind === 'quantified' ? [] : partsOf(condition).flatMap(lifecyclesNamed);
}

/** Objects of which no record is in the story though others belong to one: what they belong to is there all the same. */
function parentsMissing(scenario: Scenario, model: SpecModel, cast: GrowingCast): readonly string[] {
  const objects = new Set(cast.records().map(({ object }) => object));
  for (const step of scenario.steps) {
    const object = objectActedOn(step, model);
    if (object !== undefined) objects.add(object);
  }
  const present = new Set(objects);
  // A set can be added to while it is walked: parents of parents are found, too.
  for (const object of objects) for (const parent of parentsOf(object, model)) objects.add(parent.object);
  return [...objects].filter((object) => !present.has(object));
}

function beginsAbsent(object: string, model: SpecModel): boolean {
  const own = model.ofKind('lifecycle').filter(({ attributes }) => attributes.object === object);
  return own.length > 0 && own.every(({ id }) => firstState(id, model) === ABSENT);
}

function addRecordsOf(step: WrittenStep, model: SpecModel, cast: GrowingCast, created: ReadonlySet<string>): void {
  const object = objectActedOn(step, model);
  // Whoever is created later is not there before.
  if (object !== undefined && (step.record === undefined || !created.has(step.record)))
    cast.add(step.record, object, 'named', step.of);
  const makes = step.do === undefined ? undefined : objectCreated(step.do, model);
  if (makes !== undefined && object !== undefined) cast.split(cast.meant(step.record, object), step.new, makes);
}

/** `NCR` of `NCR.T01`. */
export function lifecycleIdOf(transition: string): string {
  return transition.slice(0, transition.indexOf('.'));
}

/** `IF-002` of `IF-002.HOLD`. */
export function interfaceIdOf(message: string): string {
  return message.split('.')[0] ?? message;
}
