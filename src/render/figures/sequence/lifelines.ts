import type { Story, StoryStep } from '../../../core/explore/story/story.ts';

/** One vertical line of a sequence diagram: people who act alike, or a system. */
export interface Lifeline {
  readonly kind: 'people' | 'system';
  readonly name: string;
}

/** Where something happens that no declared system owns. */
export const NO_SYSTEM = 'the plant';
/** Where messages come from that nothing in the model sends. */
export const OUTSIDE = 'outside';

/** The system of a step: where it happens, or what a message of it concerns. */
export function placeOf(step: StoryStep): string {
  return step.where ?? step.receives?.to ?? step.sends[0]?.from ?? NO_SYSTEM;
}

/** The systems in the order in which the story comes to them, each with the people who act in it first to its left. */
export function lifelinesOf(story: Story): readonly Lifeline[] {
  const systems = new Set<string>();
  const people = new Map<string, string>();
  for (const step of story.steps) {
    const place = placeOf(step);
    if (step.kind === 'person' && !people.has(step.who)) people.set(step.who, place);
    if (step.receives?.from !== undefined) systems.add(step.receives.from);
    if (step.kind === 'outside') systems.add(OUTSIDE);
    systems.add(place);
    for (const { from, to } of step.sends) {
      if (from !== undefined) systems.add(from);
      systems.add(to);
    }
  }
  return [...systems].flatMap((system) => [
    ...[...people].filter(([, place]) => place === system).map(([name]): Lifeline => ({ kind: 'people', name })),
    { kind: 'system', name: system },
  ]);
}
