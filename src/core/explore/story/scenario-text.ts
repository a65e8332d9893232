import { Document } from 'yaml';
import { codesOf } from './replay-name.ts';
import type { Story, StoryStep, StoryValue } from './story.ts';

/** What the exception is called in the file; the author gives it its own id. */
const PROPOSED_ID = 'EX-NEW';

/**
 * A story as an entry of `exceptions` with a scenario that the tool plays (spec section 8). Class and treatment are proposed:
 * the process owner decides.
 */
export function scenarioText(story: Story, title: string): string {
  const names = recordNames(story);
  const document = new Document(undefined, { compat: 'yaml-1.1' });
  const inLine = (value: unknown) => document.createNode(value, { flow: true });
  const given = givenOf(story, names);
  document.contents = document.createNode({
    exceptions: {
      [PROPOSED_ID]: {
        title,
        class: classOf(story),
        treatment: 'automated',
        scenario: {
          ...(given === undefined ? {} : { given: inLine(given) }),
          steps: story.steps.map((step) => inLine(stepOf(step, names))),
        },
      },
    },
  });
  document.commentBefore = ' Id, class and treatment are proposals.';
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Record → its name in the scenario; empty when there is one record of each object, so that no names are needed. */
function recordNames(story: Story): ReadonlyMap<string, string> {
  const records = [...new Set(story.start.flatMap(({ record }) => record ?? []))];
  const objects = records.map((record) => record.replace(/ \d+$/u, ''));
  if (new Set(objects).size === records.length) return new Map();
  return new Map(records.map((record) => [record, record.replaceAll(' ', '')]));
}

function givenOf(story: Story, names: ReadonlyMap<string, string>): unknown {
  const existing = story.start.filter(({ value }) => value !== 'absent');
  if (existing.length === 0) return undefined;
  return names.size === 0 ? statuses(existing) : perRecord(existing, names);
}

function perRecord(values: readonly StoryValue[], names: ReadonlyMap<string, string>): readonly unknown[] {
  return [...new Set(values.map(({ record }) => record))].map((record) => ({
    ...(record === undefined ? {} : { record: names.get(record) ?? record }),
    ...statuses(values.filter((value) => value.record === record)),
  }));
}

function statuses(values: readonly StoryValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map(({ lifecycle, value }) => [lifecycle, value]));
}

function stepOf(step: StoryStep, names: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const record = step.record === undefined ? undefined : names.get(step.record);
  const [role] = step.roles.filter((id) => id !== 'anyone');
  const [transition] = step.transitions;
  const changed = step.after.filter(({ name }) => step.changed.includes(name));
  return {
    ...actionOf(step),
    ...(record === undefined ? {} : { record }),
    ...(transition !== undefined && step.kind === 'person' && role !== undefined ? { by: role } : {}),
    ...(step.entered === undefined ? {} : { values: oneOfEach(step.entered) }),
    ...noteOf(step),
    ...(changed.length === 0 ? {} : { expect: names.size === 0 ? statuses(changed) : perRecord(changed, names) }),
  };
}

/** What the story takes as so and a scenario does not: it takes facts as true, and nothing else. The author says it in `given`. */
function noteOf({ assumed }: StoryStep): { readonly note?: string } {
  const told = assumed.filter((text) => !text.startsWith('fact: '));
  return told.length === 0 ? {} : { note: `taken as so: ${told.join('; ')}` };
}

/** Where any of several codes may be entered, a person enters the first. */
function oneOfEach(entered: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entered).map(([field, label]) => [field, codesOf(label)[0] ?? label]));
}

function actionOf(step: StoryStep): Readonly<Record<string, string>> {
  const about = step.receives;
  const message =
    about === undefined
      ? step.who
      : about.message === undefined
        ? about.interface
        : `${about.interface}.${about.message}`;
  const [transition] = step.transitions;
  switch (step.kind) {
    case 'delivery':
      return { deliver: message };
    case 'recovery':
      return { up: step.who };
    case 'fault':
      return { [step.fault === undefined || step.fault === 'outage' ? 'down' : step.fault]: message };
    case 'outside':
      return transition === undefined ? { check: step.what } : { send: message };
    default:
      return transition === undefined ? { check: step.what } : { do: transition };
  }
}

/** The class of exceptions that the faults of the story belong to. */
function classOf(story: Story): string {
  const faults = new Set(story.steps.map(({ fault }) => fault));
  if (faults.has('outage')) return 'downtime';
  if (faults.has('duplicate')) return 'duplicate';
  if (faults.has('overtake')) return 'out-of-order';
  return faults.has('lose') ? 'timeout' : 'concurrency';
}
