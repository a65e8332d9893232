import { interfaceOf, type TransitionView } from './lifecycle-view.ts';

/** Interfaces that a transition sends over, in order. */
export function interfacesEmitted(transition: TransitionView): readonly string[] {
  return [...new Set(transition.emits.map(interfaceOf))];
}
