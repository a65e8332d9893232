import type { Explored } from './explored.ts';
import type { Trace } from './search-result.ts';

/** The shortest way to a state, followed by more steps. */
export function wayTo(explored: Explored, state: number, ...more: readonly number[]): Trace {
  const steps: number[] = [];
  let at = state;
  while (at >= explored.roots.length) {
    steps.push(explored.via[at] ?? -1);
    at = explored.parents[at] ?? -1;
  }
  return { initial: explored.roots[at] ?? 0, steps: [...steps.reverse(), ...more] };
}
