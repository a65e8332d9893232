import type { Step } from '../plant/composed-plant.ts';
import { onCycles } from './endless.ts';
import type { Explored, Ways } from './explored.ts';
import { goalReach } from './goal-reach.ts';
import { pendingStates, type Beginning, type Pending } from './pending.ts';
import type { Property } from './property.ts';
import type { Answer } from './search-result.ts';
import { BLOCKED, isAnswer, isMachine, isSure, isSureAnswer, isSureWayOut, isWayOut } from './step-class.ts';
import { wayTo } from './way.ts';

type Possible = Extract<Property, { kind: 'possible' }>;
type Response = Extract<Property, { kind: 'response' }>;

/**
 * Violated only where no way to the goal can exist, not even beyond a full channel or the end of a search that was stopped;
 * where one may, it is undecided.
 */
export function answerPossible(explored: Explored, ways: Ways, steps: readonly Step[], property: Possible): Answer {
  const from = ways.satisfying(property.from);
  const goal = ways.satisfying(property.goal);
  const reach = goalReach(explored, ways, goal, steps, isWayOut, BLOCKED.wayOut);
  const lost = firstApart(from, reach.maybe);
  if (lost >= 0) return { outcome: 'violated', trace: explored.told(wayTo(explored, lost)).trace };
  const open = firstApart(from, reach.surely) >= 0;
  if (open || explored.stopped !== undefined) return { outcome: 'undecided' };
  const { surely } = steps.every(isSure) ? reach : goalReach(explored, ways, goal, steps, isSureWayOut, BLOCKED.wayOut);
  const assumed = firstApart(from, surely) >= 0;
  return { outcome: 'satisfied', vacuous: !from.includes(1), ...(assumed ? { assumed } : {}) };
}

/** The first state that is marked here and not there; -1 = none. */
function firstApart(here: Uint8Array, there: Uint8Array): number {
  for (let state = 0; state < here.length; state++) if (here[state] === 1 && there[state] === 0) return state;
  return -1;
}

/** As `answerPossible`, for every state in which an answer is waited for. */
export function answerResponse(explored: Explored, ways: Ways, steps: readonly Step[], property: Response): Answer {
  const goal = ways.satisfying(property.goal);
  const pending = pendingStates(explored, ways, beginningOf(ways, property), goal);
  const { lost, open, assumed } = property.machinesOnly
    ? withoutPeople(explored, ways, steps, pending)
    : withPeople(explored, ways, steps, pending, goal);
  if (lost !== undefined) return { outcome: 'violated', trace: explored.told(pending.way(lost)).trace };
  if (open || explored.stopped !== undefined) return { outcome: 'undecided' };
  return { outcome: 'satisfied', vacuous: !pending.began, ...(assumed ? { assumed } : {}) };
}

function beginningOf(ways: Ways, property: Response): Beginning {
  const triggers = new Map<number, Uint8Array>();
  for (const { step, given } of property.triggers) {
    const states = ways.satisfying(given);
    const known = triggers.get(step);
    triggers.set(step, known === undefined ? states : states.map((value, state) => value | (known[state] ?? 0)));
  }
  return { triggers, ...(property.when === undefined ? {} : { when: ways.satisfying(property.when) }) };
}

interface Judged {
  /** The nearest pending state from which the goal is lost for good. */
  readonly lost: number | undefined;
  /** In some pending state it depends on what was not seen. */
  readonly open: boolean;
  /** In some pending state it depends on steps that are not sure. */
  readonly assumed: boolean;
}

function withPeople(
  explored: Explored,
  ways: Ways,
  steps: readonly Step[],
  pending: Pending,
  goal: Uint8Array,
): Judged {
  const reach = goalReach(explored, ways, goal, steps, isAnswer, BLOCKED.answer);
  const isAssumed = (): boolean => {
    const { surely } = goalReach(explored, ways, goal, steps, isSureAnswer, BLOCKED.answer);
    return pending.order.some((state) => surely[state] === 0);
  };
  return {
    lost: pending.order.find((state) => reach.maybe[state] === 0),
    open: pending.order.some((state) => reach.surely[state] === 0),
    assumed: !steps.every(isSure) && isAssumed(),
  };
}

/**
 * The machines fail to answer where they stop, or can go round for ever. A step that is not sure neither saves them from
 * stopping nor makes them go round.
 */
function withoutPeople(explored: Explored, ways: Ways, steps: readonly Step[], pending: Pending): Judged {
  const machines = steps.map(isMachine);
  const sure = steps.map((step) => isMachine(step) && isSure(step));
  const unknown = (state: number) => state >= explored.expanded || ((ways.blocked[state] ?? 0) & BLOCKED.machine) !== 0;
  const idle = (state: number, counts: readonly boolean[]) => {
    if (state >= explored.expanded) return true;
    for (let edge = ways.starts[state]!; edge < ways.starts[state + 1]!; edge++)
      if (counts[ways.steps[edge]!] === true) return false;
    return true;
  };
  const endless = onCycles(explored, ways, pending.order, sure);
  const isAssumed = (): boolean => {
    const perhaps = onCycles(explored, ways, pending.order, machines);
    return pending.order.some((state) => perhaps[state] === 1 || idle(state, sure));
  };
  return {
    lost: pending.order.find((state) => endless[state] === 1 || (idle(state, machines) && !unknown(state))),
    open: pending.order.some((state) => idle(state, machines) && unknown(state)),
    assumed: !steps.every(isSure) && isAssumed(),
  };
}
