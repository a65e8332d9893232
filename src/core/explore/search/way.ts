import type { Explored } from './explored.ts';
import type { Trace } from './search-result.ts';

/** A way over the states that a search has kept: where it begins, and each step with the state after it. */
export interface Way {
  /** Number of the state in which it begins. */
  readonly root: number;
  readonly taken: readonly WayStep[];
}

/** One step of a way. */
export interface WayStep {
  readonly step: number;
  /** Number of the state after it. */
  readonly state: number;
}

/** The shortest way to a state. */
export function wayTo(explored: Explored, state: number): Way {
  const taken: WayStep[] = [];
  let at = state;
  while (at >= explored.rootCount) {
    const { step, from } = explored.back(at);
    taken.push({ step, state: at });
    at = from;
  }
  return { root: at, taken: taken.reverse() };
}

/** The way as it is, where each state stands for itself only; `roots` = the initial state that each of the first ones is. */
export function plainTrace(roots: readonly number[], { root, taken }: Way): Trace {
  return { initial: roots[root] ?? 0, steps: taken.map(({ step }) => step) };
}
