import type { ComposedPlant, Step } from '../../explore/plant/composed-plant.ts';
import type { Expression } from '../../explore/plant/expression.ts';
import { all, not, withoutAtoms } from '../../explore/plant/simplify.ts';

/** No machine is about to act by itself; steps of one transition apart, where it is named. */
export function machinesAtRest(plant: ComposedPlant, apart?: string): Expression {
  const automatic = plant.steps.filter(
    ({ kind, transitions: [first] }) => kind === 'automatic' && (apart === undefined || first?.id !== apart),
  );
  return all(...automatic.map(({ guard, guardWithAtoms }) => withoutAtoms(not(guardWithAtoms ?? guard))));
}

/**
 * The same plant, in which people, time and the outside wait until no machine can act by itself. A tester can keep a message
 * back by stopping a consumer; nobody can keep a machine from what it does at once.
 */
export function withPromptMachines(plant: ComposedPlant): ComposedPlant {
  const rest = machinesAtRest(plant);
  if (rest.kind === 'true') return plant;
  return {
    ...plant,
    steps: plant.steps.map((step): Step => {
      if (step.kind !== 'person' && step.kind !== 'timed' && step.kind !== 'outside') return step;
      const guard = all(step.guard, rest);
      return step.guardWithAtoms === undefined
        ? { ...step, guard }
        : { ...step, guard, guardWithAtoms: all(step.guardWithAtoms, rest) };
    }),
  };
}
