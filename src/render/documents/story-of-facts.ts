import type { StoryFacts } from '../../core/documents/impact/opened-paths.ts';
import type { Story, StoryMessage, StoryStep, StoryValue } from '../../core/explore/story/story.ts';

type StepFacts = StoryFacts['steps'][number];

/** The story that facts of a document tell, as drawings take it; it cannot be replayed from there. */
export function storyOfFacts({ start, faults, byPeople, steps }: StoryFacts): Story {
  return { start: start.map(valueOf), faults, byPeople, steps: steps.map(stepOf), replay: [] };
}

function stepOf(step: StepFacts): StoryStep {
  const { fault, where, record, entered, changes, receives, effect, discards } = step;
  return {
    number: step.number,
    kind: step.kind,
    ...(fault === null ? {} : { fault }),
    who: step.who,
    roles: step.roles,
    ...(where === null ? {} : { where }),
    what: step.what,
    transitions: step.transitions,
    ...(record === null ? {} : { record }),
    ...(entered.length === 0 ? {} : { entered: Object.fromEntries(entered.map(({ field, code }) => [field, code])) }),
    signed: step.signed,
    assumed: step.assumed,
    after: step.after.map(valueOf),
    changed: changes.map(({ name }) => name),
    onTheWay: step.onTheWay,
    sends: step.sends.map(messageOf),
    ...(receives === null ? {} : { receives: messageOf(receives) }),
    ...(effect === null ? {} : { effect }),
    ...(discards.length === 0 ? {} : { discards: discards.map(messageOf) }),
  };
}

function valueOf({ name, lifecycle, system, record, value }: StoryFacts['start'][number]): StoryValue {
  return { name, lifecycle, ...(system === null ? {} : { system }), ...(record === null ? {} : { record }), value };
}

function messageOf({ interface: id, message, from, to, content, sentIn }: StepFacts['sends'][number]): StoryMessage {
  return {
    interface: id,
    ...(message === null ? {} : { message }),
    ...(from === null ? {} : { from }),
    to,
    content,
    ...(sentIn === null ? {} : { sentIn }),
  };
}
