import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { ReadableState } from '../plant/simplify.ts';
import { statesOf } from '../search/replay.ts';
import type { Trace } from '../search/search-result.ts';
import { assumedFacts } from './assumed-facts.ts';
import { followTraffic, noTraffic, onTheWay, type TrafficStep } from './messages-on-the-way.ts';
import { replayName } from './replay-name.ts';
import type { Story, StoryStep, StoryValue } from './story.ts';
import { effectOf, signaturesOf, whatOf, whereOf, whoOf } from './tell-step.ts';

/** Tells a way through the plant in the words of the specification. The trace must be possible in this plant. */
export function tellStory(model: SpecModel, plant: ComposedPlant, trace: Trace): Story {
  const states = statesOf(plant, trace);
  const told: StoryStep[] = [];
  let traffic = noTraffic(plant);
  for (const [index, id] of trace.steps.entries()) {
    const step = plant.steps[id];
    const before = states[index];
    const after = states[index + 1];
    if (step === undefined || before === undefined || after === undefined) break;
    const moved = followTraffic(model, plant, step, { number: index + 1, before: traffic, after });
    told.push(tellStep(model, plant, step, { number: index + 1, before, after, moved }));
    traffic = moved.after;
  }
  return {
    start: states[0] === undefined ? [] : statusesIn(plant, states[0]),
    steps: told,
    faults: told.filter(({ kind }) => kind === 'fault').length,
    byPeople: told.filter(({ kind }) => kind === 'person').length,
    replay: trace.steps
      .slice(0, told.length)
      .flatMap((id) => plant.steps[id] ?? [])
      .map(replayName),
  };
}

/** Status of every record in every lifecycle, in the order of the plant. */
export function statusesIn(plant: ComposedPlant, state: ReadableState): readonly StoryValue[] {
  return plant.variables.flatMap(({ name, values, role }, index) => {
    if (role.kind !== 'status') return [];
    const record = plant.records[role.record];
    return [
      {
        name,
        lifecycle: role.lifecycle,
        ...(role.system === undefined ? {} : { system: role.system }),
        ...(record?.object === undefined ? {} : { record: record.name }),
        value: values[state.values[index] ?? -1] ?? '',
      },
    ];
  });
}

function tellStep(
  model: SpecModel,
  plant: ComposedPlant,
  step: Step,
  at: {
    readonly number: number;
    readonly before: ReadableState;
    readonly after: ReadableState;
    readonly moved: TrafficStep;
  },
): StoryStep {
  const { number, before, after, moved } = at;
  const message = moved.receives;
  const where = whereOf(model, step, message);
  const record = recordOf(plant, step);
  const effect = effectOf(model, plant, step);
  const earlier = new Map(statusesIn(plant, before).map(({ name, value }) => [name, value]));
  const statuses = statusesIn(plant, after);
  return {
    number,
    kind: step.kind,
    ...(step.fault === undefined ? {} : { fault: step.fault }),
    who: whoOf(model, step),
    roles: step.kind === 'person' ? (step.by ?? []) : [],
    ...(where === undefined ? {} : { where }),
    what: whatOf(model, plant, step, message),
    transitions: step.transitions.map(({ id }) => id),
    ...(record === undefined ? {} : { record }),
    ...(step.fills === undefined || Object.keys(step.fills).length === 0 ? {} : { entered: step.fills }),
    signed: signaturesOf(model, step),
    assumed: assumptionsOf(plant, step, before),
    after: statuses,
    changed: statuses.filter(({ name, value }) => earlier.get(name) !== value).map(({ name }) => name),
    onTheWay: onTheWay(moved.after),
    sends: moved.sends,
    ...(message === undefined ? {} : { receives: message }),
    ...(effect === undefined ? {} : { effect }),
    ...(moved.discards.length === 0 ? {} : { discards: moved.discards }),
  };
}

function recordOf(plant: ComposedPlant, step: Step): string | undefined {
  const [first] = step.transitions;
  if (first !== undefined) return plant.records[first.record]?.name;
  if (step.channel === undefined || step.message === undefined) return undefined;
  const message = plant.channels[step.channel]?.messages[step.message - 1];
  return message === undefined ? undefined : plant.records[message.record]?.name;
}

/** What nobody can know from the model and the step needs: `the review is recorded`, `not so: the lot is small`. */
function assumptionsOf(plant: ComposedPlant, step: Step, before: ReadableState): readonly string[] {
  if (step.guardWithAtoms === undefined) return [];
  const choice = assumedFacts(step.guardWithAtoms, before) ?? new Map<number, boolean>();
  return [...choice]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([atom, value]) => {
      const text = plant.freeAtoms[atom];
      return text === undefined ? [] : [value ? text : `not so: ${text}`];
    });
}
