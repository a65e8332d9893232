import type { Explored, Ways } from './explored.ts';

/**
 * Of the given states, those on a cycle of steps that count and stay among them (Tarjan 1972, without recursion): from such
 * a state one can go on for ever without leaving them.
 */
export function onCycles(
  { states, expanded }: Explored,
  ways: Ways,
  among: Int32Array,
  counts: readonly boolean[],
): Uint8Array {
  const { starts, targets, steps } = ways;
  const endless = new Uint8Array(states);
  // 0 = not among them; -1 = not visited yet; else 1 + the order of visiting, or CLOSED.
  const visited = new Int32Array(states);
  for (const state of among) visited[state] = -1;
  const low = new Int32Array(states);
  const open = new Int32Array(among.length);
  const path = new Int32Array(among.length);
  const edges = new Float64Array(among.length);
  let openCount = 0;
  let visits = 0;
  for (const first of among) {
    if (visited[first] !== -1) continue;
    let depth = 0;
    const enter = (state: number) => {
      visited[state] = low[state] = ++visits;
      open[openCount++] = state;
      path[depth] = state;
      edges[depth++] = state < expanded ? starts[state]! : 0;
    };
    enter(first);
    while (depth > 0) {
      const state = path[depth - 1]!;
      const edge = edges[depth - 1]!;
      if (edge < (state < expanded ? starts[state + 1]! : 0)) {
        edges[depth - 1] = edge + 1;
        if (counts[steps[edge]!] !== true) continue;
        const target = targets[edge]!;
        const at = visited[target]!;
        if (target === state) endless[state] = 1;
        if (at === -1) enter(target);
        else if (at > 0 && at !== CLOSED) low[state] = Math.min(low[state]!, at);
        continue;
      }
      depth--;
      const above = path[depth - 1];
      if (depth > 0 && above !== undefined) low[above] = Math.min(low[above]!, low[state]!);
      if (low[state] !== visited[state]) continue;
      const alone = open[openCount - 1] === state;
      for (let member = -1; member !== state;) {
        member = open[--openCount]!;
        visited[member] = CLOSED;
        if (!alone) endless[member] = 1;
      }
    }
  }
  return endless;
}

const CLOSED = 2 ** 31 - 1;
