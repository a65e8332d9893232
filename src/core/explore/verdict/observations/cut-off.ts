import type { Condition } from '../../../language/condition.ts';
import { ABSENT } from '../../../model/condition/state-vocabulary.ts';
import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import { accepts, machinesOf } from '../../compose/machines.ts';
import type { Machine, Move } from '../../compose/machines.ts';
import type { PlantBounds } from '../../plant/composed-plant.ts';

/** What the bounds keep from coming about: what follows from that is nothing to notice. */
export interface CutOff {
  /** Transitions that the bounds leave out, and those that wait for nothing but what they leave out. */
  readonly transitions: ReadonlySet<string>;
  /** States to which only such transitions lead: `S.S2`. */
  readonly states: ReadonlySet<string>;
}

const KNOWN = new WeakMap<SpecModel, WeakMap<PlantBounds, CutOff>>();

/** What these bounds keep from coming about. */
export function cutOffBy(model: SpecModel, bounds: PlantBounds): CutOff {
  const known = KNOWN.get(model) ?? new WeakMap<PlantBounds, CutOff>();
  KNOWN.set(model, known);
  const found = known.get(bounds) ?? followed(model, bounds);
  known.set(bounds, found);
  return found;
}

/** Goes on as long as something more falls away with what fell away before. */
function followed(model: SpecModel, bounds: PlantBounds): CutOff {
  const machines = machinesOf(model, bounds);
  const moves = machines.flatMap((machine) => machine.moves);
  const transitions = new Set(
    model
      .ofKind('transition')
      .filter((transition) => statusOf(model, transition) !== 'retired' && isLeftOut(transition, bounds))
      .map(({ id }) => id),
  );
  const states = new Set<string>();
  for (let before = -1; before < transitions.size + states.size;) {
    before = transitions.size + states.size;
    for (const machine of machines)
      for (const state of machine.states)
        if (isCutOff(model, machine, state, machines, transitions)) states.add(`${machine.id}.${state}`);
    for (const move of moves) if (waits(move, model, transitions, states)) transitions.add(move.id);
  }
  return { transitions, states };
}

function isLeftOut({ id, attributes: { creates = {} } }: Element<'transition'>, bounds: PlantBounds): boolean {
  return bounds.without.includes(id) || Object.keys(creates).some((object) => (bounds.spare[object] ?? 0) === 0);
}

/** Whether nothing leads to the state but what is cut off: neither a step, nor the beginning, nor a step that makes a record there. */
function isCutOff(
  model: SpecModel,
  machine: Machine,
  state: string,
  machines: readonly Machine[],
  cutOff: ReadonlySet<string>,
): boolean {
  if (machine.beginnings.includes(state) || machine.created === state) return false;
  const makes = machines.flatMap(({ moves }) =>
    moves.filter(({ creates }) => creates.some((made) => made.states.get(machine.id) === state)),
  );
  const own = model.ofKind('transition').filter((one) => one.parent === model.get('lifecycle', machine.id)?.key);
  const leading = own.filter(({ attributes: { to } }) =>
    typeof to === 'string' ? to === state : to.last.includes(state),
  );
  const ways = [...makes, ...leading.filter((one) => statusOf(model, one) !== 'retired')];
  return ways.length > 0 && ways.every(({ id }) => cutOff.has(id));
}

/** Whether the move can only begin where, hear what, or happen while something is so that is cut off. */
function waits(move: Move, model: SpecModel, transitions: ReadonlySet<string>, states: ReadonlySet<string>): boolean {
  if (move.sources.length > 0 && move.sources.every((from) => states.has(`${move.machine}.${from}`))) return true;
  const heard = move.receives?.messages ?? [];
  const senders = model
    .ofKind('transition')
    .filter(({ attributes: { emits = [] } }) => emits.some((sent) => heard.some((one) => accepts(one, sent))));
  const deaf = move.by === undefined && !move.auto && !move.timed && senders.length > 0;
  if (deaf && senders.every(({ id }) => transitions.has(id))) return true;
  return [move.when, move.procedure, move.receives?.filter].some(
    (condition) => condition !== undefined && isNever(condition, states),
  );
}

/** Whether the condition asks for a status that is cut off. What is not plain is taken to be possible. */
function isNever(condition: Condition, cutOff: ReadonlySet<string>): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some((part) => isNever(part, cutOff));
    case 'any':
      return condition.of.length > 0 && condition.of.every((part) => isNever(part, cutOff));
    case 'quantified':
      return condition.quantifier === 'some' && isNever(condition.of, cutOff);
    case 'read':
    case 'message':
      return isNever(condition.of, cutOff);
    case 'status': {
      const { lifecycle, states } = condition;
      if (states.kind !== 'states' || states.states.includes(ABSENT)) return false;
      return states.states.length > 0 && states.states.every((state) => cutOff.has(`${lifecycle}.${state}`));
    }
    default:
      return false;
  }
}
