import type { Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { whyNot } from '../story/why-not.ts';
import type { Scene, Stage } from './scene.ts';

/** Why none of these steps is possible, with the names that the story gives its records. */
export function whyImpossible(stage: Stage, scene: Scene, steps: readonly Step[]): string {
  return inStoryNames(stage, scene, whyNot(stage.plant, steps, scene.state));
}

/** What is asked for and what is so instead, where an expression is not true. */
export function whyUntrue(stage: Stage, scene: Scene, expression: Expression): string {
  const asked: Step = {
    id: -1,
    name: '',
    kind: 'person',
    transitions: [],
    guard: expression,
    actions: [],
    correction: false,
  };
  return whyImpossible(stage, scene, [asked]);
}

/** `INV of lot 1` → `INV of L1`. */
export function inStoryNames({ plant }: Stage, { cast }: Scene, text: string): string {
  let told = text;
  // Longer names first: `lot 1` is the beginning of `lot 12`.
  const names = [...cast]
    .map(([name, index]) => ({ name, written: plant.records[index]?.name ?? name }))
    .sort((a, b) => b.written.length - a.written.length);
  for (const { name, written } of names) told = told.replaceAll(written, name);
  return told;
}

/** `L1, L2 and L3` */
export function listed(names: readonly string[], word = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
