import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Explored, Ways } from './explored.ts';
import { blockedBits } from './step-class.ts';

/**
 * What a search with fewer messages in each channel sees, read from one that saw everything with as many as the plant has room
 * for: the same states in the same order, found in the same way. No step may send several messages into one channel.
 */
export function narrowed(explored: Explored, plant: ComposedPlant, messages: number): Explored {
  const { ways } = explored;
  if (ways === undefined || explored.stopped !== undefined) throw new RangeError('not everything was recorded');
  const overflow = plant.channels.map(({ capacity }, channel) =>
    messages < capacity
      ? ways.satisfying({ kind: 'at', channel, position: messages, messages: everyMessage(plant, channel) })
      : undefined,
  );
  if (overflow.every((states) => states === undefined)) return explored;
  const tooMany = new Uint8Array(explored.states);
  for (const states of overflow)
    if (states !== undefined)
      for (let state = 0; state < states.length; state++) tooMany[state] = tooMany[state]! | states[state]!;
  return walked(explored, ways, plant, tooMany, overflow);
}

function everyMessage({ channels }: ComposedPlant, channel: number): readonly number[] {
  return (channels[channel]?.messages ?? []).map((_, index) => index + 1);
}

/** Goes again through all states without those in which too many messages wait, nearest first. */
function walked(
  explored: Explored,
  ways: Ways,
  plant: ComposedPlant,
  tooMany: Uint8Array,
  overflow: readonly (Uint8Array | undefined)[],
): Explored {
  const { steps, channels, variables } = plant;
  const { starts, targets, steps: taking } = ways;
  const resting = explored.satisfying(plant.resting);
  const number = new Int32Array(explored.states).fill(-1);
  const order = new Int32Array(explored.states);
  const parents = new Int32Array(explored.states);
  const via = new Int32Array(explored.states);
  const edgeStarts = new Uint32Array(explored.states + 1);
  const edgeTargets = new Int32Array(targets.length);
  const edgeSteps = new Int32Array(targets.length);
  const bits = steps.map(blockedBits);
  const blocked = new Uint8Array(explored.states);
  const full = new Uint8Array(channels.length);
  const taken = new Float64Array(steps.length);
  const levels: number[] = [];
  let count = 0;
  let edges = 0;
  // All channels are empty in the beginning.
  for (; count < explored.rootCount; count++) order[(number[count] = count)] = count;
  let next = 0;
  for (let end = 0; end < count;) {
    levels.push(end);
    end = count;
    for (; next < end; next++) {
      const state = order[next]!;
      edgeStarts[next] = edges;
      for (let edge = starts[state]!; edge < starts[state + 1]!; edge++) {
        const target = targets[edge]!;
        const step = taking[edge]!;
        if (tooMany[target] === 1) {
          blocked[next] = blocked[next]! | bits[step]!;
          for (const [channel, states] of overflow.entries()) if (states?.[target] === 1) full[channel] = 1;
          continue;
        }
        let found = number[target]!;
        if (found < 0) {
          found = count++;
          number[target] = found;
          order[found] = target;
          parents[found] = next;
          via[found] = step;
        }
        edgeTargets[edges] = found;
        edgeSteps[edges++] = step;
        taken[step] = taken[step]! + 1;
      }
    }
  }
  edgeStarts[count] = edges;
  const satisfying: Explored['satisfying'] = (expression) => {
    const inAll = explored.satisfying(expression);
    const found = new Uint8Array(count);
    for (let state = 0; state < count; state++) found[state] = inAll[order[state]!]!;
    return found;
  };
  const values = (variable: number): Int32Array => {
    const inAll = explored.values(variable);
    const found = new Int32Array(count);
    for (let state = 0; state < count; state++) found[state] = inAll[order[state]!]!;
    return found;
  };
  const reached = variables.map((variable, index) => {
    const found = new Uint8Array(variable.values.length);
    const all = values(index);
    for (let state = 0; state < count; state++) found[all[state]!] = 1;
    return found;
  });
  return {
    states: count,
    expanded: count,
    steps: edges,
    bytes: explored.bytes,
    levels,
    rootCount: explored.rootCount,
    back: (state) => ({ step: via[state] ?? -1, from: parents[state] ?? -1 }),
    // The first states are the same ones, and no state stands for others.
    told: (way) => explored.told(way),
    full,
    taken,
    reached,
    hits: new Int32Array(0),
    hitSteps: new Int32Array(0),
    stuck: order.subarray(0, count).findIndex((state) => starts[state] === starts[state + 1] && resting[state] === 0),
    values,
    satisfying,
    ways: { starts: edgeStarts, targets: edgeTargets, steps: edgeSteps, renamings: [], blocked, satisfying },
  };
}
