import type { Step } from '../plant/composed-plant.ts';
import type { Explored, Ways } from './explored.ts';

/** From which states a goal can be reached. */
export interface GoalReach {
  /** 1 where a way to the goal was seen. */
  readonly surely: Uint8Array;
  /** 1 also where a way may exist beyond what was seen: a channel was full, or a state was never left. */
  readonly maybe: Uint8Array;
}

/** Follows the steps that count, from every state. */
export function goalReach(
  explored: Explored,
  ways: Ways,
  goal: Uint8Array,
  steps: readonly Step[],
  counts: (step: Step) => boolean,
  blockedBit: number,
): GoalReach {
  const counted = Uint8Array.from(steps, (step) => (counts(step) ? 1 : 0));
  const surely = goal.slice();
  spread(explored, ways, counted, surely);
  const maybe = surely.slice();
  let open = false;
  for (let state = 0; state < explored.states; state++) {
    if (maybe[state] === 1) continue;
    if (state < explored.expanded && ((ways.blocked[state] ?? 0) & blockedBit) === 0) continue;
    maybe[state] = 1;
    open = true;
  }
  if (open) spread(explored, ways, counted, maybe);
  return { surely, maybe };
}

/**
 * Marks every state from which a marked one is reached. The states that are left are gone through again and again, from the
 * last to the first and back, until nothing changes: that takes as many rounds as a way changes between nearer and farther
 * states, which is seldom often, and reads the edges in their order where a search backwards would jump about in memory.
 */
function spread({ expanded }: Explored, ways: Ways, counted: Uint8Array, marked: Uint8Array): void {
  const { starts, targets, steps } = ways;
  const leads = (state: number): boolean => {
    for (let edge = starts[state]!, end = starts[state + 1]!; edge < end; edge++)
      if (marked[targets[edge]!] === 1 && counted[steps[edge]!] === 1) return true;
    return false;
  };
  const left = new Int32Array(expanded);
  let from = 0;
  let to = 0;
  for (let state = 0; state < expanded; state++) if (marked[state] === 0) left[to++] = state;
  for (let backwards = true, before = Infinity; to - from < before; backwards = !backwards) {
    before = to - from;
    let kept = backwards ? to : from;
    if (backwards) {
      for (let place = to - 1; place >= from; place--) {
        const state = left[place]!;
        if (leads(state)) marked[state] = 1;
        else left[--kept] = state;
      }
      from = kept;
    } else {
      for (let place = from; place < to; place++) {
        const state = left[place]!;
        if (leads(state)) marked[state] = 1;
        else left[kept++] = state;
      }
      to = kept;
    }
  }
}
