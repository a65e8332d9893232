import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { Composition } from '../../compose/composition.ts';
import { TRUE, withoutAtoms } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { listed } from '../wording.ts';
import { bindingsWith, systemOf } from './records-of-steps.ts';
import { substituted } from './step.ts';

/**
 * States are never left, by whatever step. Which steps leave a state is declared, so that this is judged on the declarations;
 * only a step whose own condition excludes the state leaves it never.
 */
export const final: InvariantKind = {
  kind: 'final',
  compile: ({ model, composition, plant, invariant }) => {
    const { final: states = [] } = invariant.attributes;
    if (states.length === 0) return { notExplored: 'It names no state.' };
    const exits = states.flatMap((state) => exitsFrom(model, composition, state));
    const kept = new Set(states);
    const at = plant.steps.filter(({ transitions }) =>
      transitions.some(({ lifecycle, from, to }) => from !== to && kept.has(`${lifecycle}.${from}`)),
    );
    return {
      properties:
        at.length === 0
          ? []
          : [{ kind: 'atStep', id: invariant.id, at: at.map((step) => ({ step: step.id, bad: TRUE })) }],
      declared:
        exits.length > 0
          ? { verdict: 'broken', reason: exits.map(([state, step]) => `${step} leads out of ${state}.`).join(' ') }
          : {
              verdict: 'holds',
              reason: `This follows from the declarations, whatever is reached: no step leads out of ${listed(states, 'or')}.`,
            },
    };
  },
};

/** State and transition that leads out of it. */
type Exit = readonly [state: string, transition: string];

function exitsFrom(model: SpecModel, composition: Composition, state: string): readonly Exit[] {
  const element = model.get('state', state);
  const lifecycle = element?.parent === undefined ? undefined : model.elements.get(element.parent);
  if (element === undefined || lifecycle === undefined) return [];
  return model.partsOf(lifecycle, 'transition').flatMap((transition): readonly Exit[] => {
    const { from, to } = transition.attributes;
    if (!from.includes(element.localId) && !from.includes('any')) return [];
    if (to === 'same' || to === element.localId) return [];
    if (typeof to !== 'string' && to.last.every((target) => target === element.localId)) return [];
    if (statusOf(model, transition) === 'retired') return [];
    return isExcluded(composition, lifecycle.id, element.localId, transition) ? [] : [[state, transition.id]];
  });
}

/** Whether the condition that the system enforces can never be true in the state. */
function isExcluded(
  composition: Composition,
  lifecycle: string,
  state: string,
  { id, attributes: { when } }: Element<'transition'>,
): boolean {
  if (when === undefined) return false;
  const { plant } = composition;
  const machines = plant.variables.flatMap(({ role, values }, variable) => {
    const value = values.indexOf(state);
    return role.kind === 'status' && role.lifecycle === lifecycle && value !== -1
      ? [{ variable, value, record: role.record }]
      : [];
  });
  const at = systemOf(plant, id);
  return (
    machines.length > 0 &&
    machines.every(({ variable, value, record }) =>
      bindingsWith(composition, [], record).every(({ binding }) => {
        const there = substituted(composition.condition(when, binding, at).yes, new Map([[variable, value]]));
        return withoutAtoms(there).kind === 'false';
      }),
    )
  );
}
