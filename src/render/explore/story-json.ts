import type { PlantBounds } from '../../core/explore/plant/composed-plant.ts';
import type { Story, StoryMessage, StoryStep, StoryValue } from '../../core/explore/story/story.ts';

/** A story as plain data, every property by name. */
export function storyData(story: Story): Record<keyof Story, unknown> {
  const { start, steps, faults, byPeople, replay } = story;
  return { start: start.map(valueData), steps: steps.map(stepData), faults, byPeople, replay };
}

function stepData(step: StoryStep): Record<keyof StoryStep, unknown> {
  return {
    number: step.number,
    kind: step.kind,
    fault: step.fault ?? null,
    who: step.who,
    roles: step.roles,
    where: step.where ?? null,
    what: step.what,
    transitions: step.transitions,
    record: step.record ?? null,
    entered: step.entered ?? {},
    signed: step.signed,
    assumed: step.assumed,
    after: step.after.map(valueData),
    changed: step.changed,
    onTheWay: step.onTheWay,
    sends: step.sends.map(messageData),
    receives: step.receives === undefined ? null : messageData(step.receives),
    effect: step.effect ?? null,
    discards: (step.discards ?? []).map(messageData),
  };
}

function messageData(message: StoryMessage): Record<keyof StoryMessage, unknown> {
  return {
    interface: message.interface,
    message: message.message ?? null,
    from: message.from ?? null,
    to: message.to,
    content: message.content,
    sentIn: message.sentIn ?? null,
  };
}

function valueData({ name, lifecycle, system, record, value }: StoryValue): Record<keyof StoryValue, unknown> {
  return { name, lifecycle, system: system ?? null, record: record ?? null, value };
}

/** The bounds of a search, every property by name. */
export function plantBounds(bounds: PlantBounds): Record<keyof PlantBounds, unknown> {
  const { instances, spare, start, without, messages, faults, timing, procedures } = bounds;
  return { instances, spare, start, without, messages, faults, timing, procedures };
}
