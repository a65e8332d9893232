import type { Step } from '../plant/composed-plant.ts';
import type { Explored, Ways } from './explored.ts';

/** From which states a goal can be reached. */
export interface GoalReach {
  /** 1 where a way to the goal was seen. */
  readonly surely: Uint8Array;
  /** 1 also where a way may exist beyond what was seen: a channel was full, or a state was never left. */
  readonly maybe: Uint8Array;
}

/** Searches backwards from the goal over the steps that count. */
export function goalReach(
  explored: Explored,
  ways: Ways,
  goal: Uint8Array,
  steps: readonly Step[],
  counts: (step: Step) => boolean,
  blockedBit: number,
): GoalReach {
  const back = knownBackwards(explored, ways, steps, counts);
  const surely = Uint8Array.from(goal);
  spread(explored.states, back, surely);
  const maybe = Uint8Array.from(surely);
  for (let state = 0; state < explored.states; state++)
    if (state >= explored.expanded || ((ways.blocked[state] ?? 0) & blockedBit) !== 0) maybe[state] = 1;
  spread(explored.states, back, maybe);
  return { surely, maybe };
}

/** Many goals are asked of the same ways: their backward edges are sorted only once. */
const KNOWN = new WeakMap<Ways, Map<(step: Step) => boolean, Backwards>>();

function knownBackwards(
  explored: Explored,
  ways: Ways,
  steps: readonly Step[],
  counts: (step: Step) => boolean,
): Backwards {
  const known = KNOWN.get(ways) ?? new Map<(step: Step) => boolean, Backwards>();
  const found = known.get(counts) ?? backwards(explored, ways, steps.map(counts));
  known.set(counts, found);
  KNOWN.set(ways, known);
  return found;
}

interface Backwards {
  readonly starts: Uint32Array;
  readonly sources: Int32Array;
}

/** Incoming edges of each state, those by other steps left out. */
function backwards({ states, expanded }: Explored, ways: Ways, counts: readonly boolean[]): Backwards {
  const { starts: out, targets, steps } = ways;
  const edges = out[expanded] ?? 0;
  const starts = new Uint32Array(states + 2);
  let counted = 0;
  for (let edge = 0; edge < edges; edge++) {
    if (counts[steps[edge]!] !== true) continue;
    const at = targets[edge]! + 2;
    starts[at] = starts[at]! + 1;
    counted++;
  }
  for (let state = 1; state < starts.length; state++) starts[state] = starts[state]! + starts[state - 1]!;
  const sources = new Int32Array(counted);
  for (let state = 0; state < expanded; state++)
    for (let edge = out[state]!; edge < out[state + 1]!; edge++) {
      if (counts[steps[edge]!] !== true) continue;
      const at = targets[edge]! + 1;
      sources[starts[at]!] = state;
      starts[at] = starts[at]! + 1;
    }
  return { starts, sources };
}

/** Marks every state from which a marked one is reached. */
function spread(states: number, { starts, sources }: Backwards, marked: Uint8Array): void {
  const waiting = new Int32Array(states);
  let count = 0;
  for (let state = 0; state < states; state++) if (marked[state] === 1) waiting[count++] = state;
  while (count > 0) {
    const state = waiting[--count]!;
    for (let edge = starts[state]!; edge < starts[state + 1]!; edge++) {
      const source = sources[edge]!;
      if (marked[source] === 1) continue;
      marked[source] = 1;
      waiting[count++] = source;
    }
  }
}
