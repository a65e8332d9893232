import type { ComposedPlant } from '../plant/composed-plant.ts';
import { replayName } from '../story/replay-name.ts';
import { replayStory, type ReplayRefusal } from '../story/replay-story.ts';
import type { Story, StoryStep } from '../story/story.ts';
import type { BaseRefusal } from './change-exploration.ts';

/**
 * The first step of a story of head at which base, under the names of head, goes another way: it refuses the step, or the
 * message that arrives starts something else there. Undefined where base takes every step: then what is judged differs, not
 * what happens. What happens outside and base knows nothing of, such as an answer that head keeps, is passed over.
 */
export function refusalOf(base: ComposedPlant, story: Story): BaseRefusal | undefined {
  const known = new Set(base.steps.map(replayName));
  const steps = story.steps.filter(({ kind }, index) => kind !== 'outside' || known.has(story.replay[index] ?? ''));
  const replay = steps.map(({ number }) => story.replay[number - 1] ?? '');
  const { trace, refused } = replayStory(base, { start: story.start, replay });
  for (const [index, step] of steps.entries()) {
    if (refused?.step === index + 1) return { step: step.number, reason: refusedReason(refused, known) };
    const there = base.steps[trace.steps[index] ?? -1]?.transitions.map(({ id }) => id);
    if (there !== undefined && !sameTransitions(there, step))
      return { step: step.number, reason: otherwise(step, there) };
  }
  return undefined;
}

/** Where head loses the way by which base reached what had to stay reachable, as a sentence. */
export function lostStory(head: ComposedPlant, { start, replay }: Story): string {
  const { refused } = replayStory(head, { start, replay });
  if (refused === undefined) return 'The way by which the base gets there is still possible.';
  const { step, name, reason } = refused;
  const known = head.steps.some((one) => replayName(one) === name);
  return `The head refuses step ${step} of the way by which the base gets there (${name}): ${known ? reason : 'there is no such step'}.`;
}

function refusedReason({ name, reason }: ReplayRefusal, known: ReadonlySet<string>): string {
  return known.has(name) ? `The baseline refuses it: ${reason}` : 'The baseline has no such step';
}

function sameTransitions(there: readonly string[], { transitions }: StoryStep): boolean {
  return there.length === transitions.length && there.every((id, index) => id === transitions[index]);
}

function otherwise({ transitions, receives }: StoryStep, there: readonly string[]): string {
  const what = receives === undefined ? 'it' : `the message of ${receives.interface} that arrives`;
  if (there.length === 0) return `In the baseline ${what} does not start ${transitions.join(' and ')} there`;
  if (transitions.length === 0) return `In the baseline ${what} starts ${there.join(' and ')} there`;
  return `In the baseline ${what} starts ${there.join(' and ')} there, not ${transitions.join(' and ')}`;
}
