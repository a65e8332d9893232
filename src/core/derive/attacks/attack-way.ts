import type { TransitionView } from '../lifecycle-view.ts';
import type { Way } from '../settled/settled-plant.ts';

/** The way in which an attacked step is tried: by a person where one may start it, else as it would come. */
export function attackWay({ by, receives, auto, after }: TransitionView): Way {
  if (by.length > 0) return 'person';
  if (receives !== undefined) return 'message';
  if (auto) return 'automatic';
  return after === undefined ? 'not declared' : 'time';
}

/** Whether a person tries it, declared or not. */
export function isTriedByPerson(transition: TransitionView): boolean {
  return ['person', 'not declared'].includes(attackWay(transition));
}
