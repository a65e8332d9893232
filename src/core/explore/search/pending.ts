import type { Explored, Ways } from './explored.ts';
import { wayTo, type Way, type WayStep } from './way.ts';

/** What begins to wait for an answer. */
export interface Beginning {
  /** Trigger step → 1 for each state right after it in which it counts. */
  readonly triggers: ReadonlyMap<number, Uint8Array>;
  /** 1 for each state whose entry begins it. */
  readonly when?: Uint8Array;
}

/** The states in which an answer is waited for, nearest first. */
export interface Pending {
  /** Some trigger was taken, or some such state entered, answered at once or not. */
  readonly began: boolean;
  /** Without repeats, by length of the shortest way that leads there through a beginning and past no answer. */
  readonly order: Int32Array;
  /** That way. The state must be in `order`. */
  way(state: number): Way;
}

/** Follows every step, faults too, from each beginning until the goal. */
export function pendingStates(explored: Explored, ways: Ways, beginning: Beginning, goal: Uint8Array): Pending {
  const { states, expanded, levels } = explored;
  const { starts, targets, steps } = ways;
  // Where each came from: the state, or ~state where the last step is a beginning; NONE = not pending, ROOT = begins there.
  const from = new Int32Array(states).fill(NONE);
  const by = new Int32Array(states);
  const order = new Int32Array(states);
  let count = 0;
  let began = false;
  const add = (state: number, source: number, step: number) => {
    if (from[state] !== NONE) return;
    from[state] = source;
    by[state] = step;
    order[count++] = state;
  };
  for (let state = 0; state < explored.rootCount; state++) {
    if (beginning.when?.[state] !== 1) continue;
    began = true;
    if (goal[state] === 0) add(state, ROOT, -1);
  }
  let done = 0;
  for (let level = 0; level < levels.length || done < count; level++) {
    const ready = count;
    for (; done < ready; done++) {
      const state = order[done]!;
      if (state >= expanded) continue;
      for (let edge = starts[state]!; edge < starts[state + 1]!; edge++)
        if (goal[targets[edge]!] === 0) add(targets[edge]!, state, steps[edge]!);
    }
    const last = Math.min(levels[level + 1] ?? states, expanded);
    for (let state = levels[level] ?? states; state < last; state++)
      for (let edge = starts[state]!; edge < starts[state + 1]!; edge++) {
        const target = targets[edge]!;
        const step = steps[edge]!;
        const entered = beginning.when?.[target] === 1 && beginning.when[state] === 0;
        if (!entered && beginning.triggers.get(step)?.[target] !== 1) continue;
        began = true;
        if (goal[target] === 0) add(target, ~state, step);
      }
  }
  return {
    began,
    order: order.subarray(0, count),
    way: (state) => {
      const after: WayStep[] = [];
      let at = state;
      while (from[at]! >= 0) {
        after.push({ step: by[at]!, state: at });
        at = from[at]!;
      }
      if (from[at] === ROOT) return { root: at, taken: after.reverse() };
      after.push({ step: by[at]!, state: at });
      const { root, taken } = wayTo(explored, ~from[at]!);
      return { root, taken: [...taken, ...after.reverse()] };
    },
  };
}

/** Below every ~state: states are fewer than 2^31 - 2. */
const NONE = -(2 ** 31);
const ROOT = NONE + 1;
