import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';

/** A way in which something becomes usable that was not. */
export interface ReleaseEntry {
  /** The state that is left; `nothing` where the record begins. */
  readonly from: string;
  /** The state of class released. */
  readonly to: string;
}

/** The first way in which a transition makes something usable that was not; undefined when it does not. */
export function releaseEntry(steps: LifecycleSteps, transition: Transition): ReleaseEntry | undefined {
  const to = steps.targets(transition).find((state) => steps.classOf(state) === 'released');
  if (to === undefined) return undefined;
  const from = transition.attributes.from.includes('absent')
    ? 'nothing'
    : steps.origins(transition).find((state) => steps.classOf(state) !== 'released');
  return from === undefined ? undefined : { from, to };
}
