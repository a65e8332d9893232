import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { Observation } from '../exploration.ts';
import type { SearchedWorld } from '../world.ts';
import { cutOffBy } from './cut-off.ts';

/**
 * Transitions that no way within the bounds takes, though their lifecycles are explored and the bounds do not explain it.
 * Only of worlds that were seen whole.
 */
export function deadSteps(model: SpecModel, worlds: readonly SearchedWorld[]): readonly Observation[] {
  const taken = new Set<string>();
  for (const { plant, result } of worlds)
    for (const { id, transitions } of plant.steps)
      if ((result.taken[id] ?? 0) > 0) for (const transition of transitions) taken.add(transition.id);
  const cutOff = statesCutOff(model, worlds);
  return model.ofKind('transition').flatMap((transition): readonly Observation[] => {
    const lifecycle = parentOf(transition);
    if (taken.has(transition.id) || statusOf(model, transition) === 'retired') return [];
    if (
      !isExplored(worlds, lifecycle) ||
      worlds.some(({ plant }) => cutOffBy(model, plant.bounds).transitions.has(transition.id))
    )
      return [];
    const { event, from } = transition.attributes;
    if (from.every((state) => cutOff.has(`${lifecycle}.${state}`))) return [];
    return [
      {
        kind: 'dead-step',
        subject: transition.id,
        text: `${transition.id}${event === undefined ? '' : ` (${event})`} never happens within these bounds.`,
      },
    ];
  });
}

/**
 * States that no record comes into within the bounds, though the bounds do not explain it. Only of worlds that were seen
 * whole.
 */
export function statesNotReached(model: SpecModel, worlds: readonly SearchedWorld[]): readonly Observation[] {
  const reached = statesReached(worlds);
  const cutOff = statesCutOff(model, worlds);
  return model.ofKind('state').flatMap((state): readonly Observation[] => {
    if (reached.has(state.id) || cutOff.has(state.id) || statusOf(model, state) === 'retired') return [];
    if (!isExplored(worlds, parentOf(state))) return [];
    return [
      { kind: 'state-not-reached', subject: state.id, text: `No record comes into ${state.id} within these bounds.` },
    ];
  });
}

function statesReached(worlds: readonly SearchedWorld[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { plant, result } of worlds)
    plant.variables.forEach(({ role, values }, variable) => {
      if (role.kind !== 'status') return;
      values.forEach((state, value) => {
        if (result.reached[variable]?.[value] === 1) reached.add(`${role.lifecycle}.${state}`);
      });
    });
  return reached;
}

/** States that nobody reaches because the story begins beyond them, or because steps that lead there are left out. */
function statesCutOff(model: SpecModel, worlds: readonly SearchedWorld[]): ReadonlySet<string> {
  const reached = statesReached(worlds);
  const cutOff = new Set<string>();
  for (const { plant } of worlds)
    for (const state of model.ofKind('state')) {
      const lifecycle = parentOf(state);
      const { initial } = model.get('lifecycle', lifecycle)?.attributes ?? {};
      const begins = plant.bounds.start[lifecycle];
      if (begins !== undefined && begins !== initial && state.localId === initial) cutOff.add(state.id);
      const ways = model
        .ofKind('transition')
        .filter((transition) => parentOf(transition) === lifecycle && isTo(transition, state.localId));
      if (ways.some(({ id }) => cutOffBy(model, plant.bounds).transitions.has(id))) cutOff.add(state.id);
    }
  return new Set([...cutOff].filter((state) => !reached.has(state)));
}

function isTo({ attributes: { to } }: Element<'transition'>, state: string): boolean {
  return typeof to === 'string' ? to === state : to.last.includes(state);
}

function isExplored(worlds: readonly SearchedWorld[], lifecycle: string): boolean {
  return worlds.some(({ plant }) =>
    plant.variables.some(({ role }) => role.kind === 'status' && role.lifecycle === lifecycle),
  );
}

function parentOf({ id, localId }: { readonly id: string; readonly localId: string }): string {
  return id.slice(0, id.length - localId.length - 1);
}
