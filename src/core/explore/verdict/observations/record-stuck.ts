import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { ComposedPlant, Step } from '../../plant/composed-plant.ts';
import type { Expression } from '../../plant/expression.ts';
import { any } from '../../plant/simplify.ts';
import type { AskedObservation, ObservedWorld } from './observation-kind.ts';
import { exitsLeftOut, isResting } from './resting.ts';

/** A record that can never move again though it may not stay where it is: neither closed, nor terminal, nor resting. */
export function recordStuck({ model, plant }: ObservedWorld): readonly AskedObservation[] {
  return plant.variables.flatMap(({ role, values }, variable) => {
    if (role.kind !== 'status') return [];
    const moving = moversOf(plant, variable);
    const record = plant.records[role.record];
    return values.flatMap((status, value): readonly AskedObservation[] => {
      const state = model.get('state', `${role.lifecycle}.${status}`);
      // Where a step that is left out leads on, the record only waits for what the search does not follow.
      if (state === undefined || isResting(state) || exitsLeftOut(model, plant.bounds, state)) return [];
      return [
        {
          alike: state.id,
          property: {
            kind: 'possible',
            id: `record-stuck ${state.id}`,
            from: { kind: 'in', variable, values: [value] },
            goal: moving,
          },
          observation: {
            kind: 'record-stuck',
            subject: state.id,
            text: stuckText(model, state, record?.object === undefined ? role.lifecycle : record.name),
          },
        },
      ];
    });
  });
}

function stuckText(model: SpecModel, state: Element<'state'>, record: string): string {
  const without = state.attributes.class === undefined ? '' : `, a status of class ${state.attributes.class}`;
  const lifecycle = state.id.slice(0, state.id.length - state.localId.length - 1);
  const name = model.get('lifecycle', lifecycle)?.attributes.title;
  return `${record} can stay in ${state.id}${without}, for ever: no step of ${name === undefined ? lifecycle : `${lifecycle} (${name})`} moves it again, unless by a fault or a correction.`;
}

/** Where some step that gives the variable another value is possible. */
function moversOf(plant: ComposedPlant, variable: number): Expression {
  const moves = (step: Step): boolean =>
    step.kind !== 'fault' &&
    !step.correction &&
    step.actions.some((action) => action.kind !== 'increase' && 'variable' in action && action.variable === variable) &&
    // A step that stays where it is moves nothing.
    !step.transitions.some(
      ({ from, to, record, lifecycle }) => from === to && isStatusOf(plant, variable, lifecycle, record),
    );
  return any(...plant.steps.filter(moves).map(({ guard }) => guard));
}

function isStatusOf(plant: ComposedPlant, variable: number, lifecycle: string, record: number): boolean {
  const role = plant.variables[variable]?.role;
  return role?.kind === 'status' && role.lifecycle === lifecycle && role.record === record;
}
