import type { ComposedPlant, Step } from '../plant/composed-plant.ts';

/** Where the values of a variable begin in one array of the values of all variables. */
export function reachedOffset(plant: ComposedPlant, variable: number): number {
  return plant.variables.slice(0, variable).reduce((sum, { values }) => sum + values.length, 0);
}

/** Variables that the step gives a value which depends on the state before it: its `set` actions do not tell which. */
export function computedVariables(step: Step): number[] {
  return step.actions.flatMap((action) =>
    action.kind === 'copy' || action.kind === 'increase' ? [action.variable] : [],
  );
}

/**
 * Variable → value → whether some seen state has it: those of the initial states, the constants of every step that was
 * taken, and the computed values that the search marked itself.
 */
export function reachedValues(
  plant: ComposedPlant,
  roots: readonly number[],
  taken: ArrayLike<number>,
  marked: Uint8Array,
): Uint8Array[] {
  const reached = plant.variables.map((variable, index) => {
    const offset = reachedOffset(plant, index);
    return marked.slice(offset, offset + variable.values.length);
  });
  const mark = (variable: number, value: number) => {
    const values = reached[variable];
    if (values !== undefined && value < values.length) values[value] = 1;
  };
  for (const root of roots)
    for (const [variable, value] of (plant.initial[root] ?? []).entries()) mark(variable, value);
  for (const step of plant.steps) {
    if ((taken[step.id] ?? 0) === 0) continue;
    for (const action of step.actions) if (action.kind === 'set') mark(action.variable, action.value);
  }
  return reached;
}
