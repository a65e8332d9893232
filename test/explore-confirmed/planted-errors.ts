import type { Action, ComposedPlant, Step } from '../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../src/core/explore/plant/expression.ts';
import { all } from '../../src/core/explore/plant/simplify.ts';

/** An error that an engine could have: it treats the plant as this other one. */
export interface PlantedError {
  readonly error: string;
  readonly plant: ComposedPlant;
}

/** One error of each kind for each step that can have it. */
export function plantedErrors(plant: ComposedPlant): readonly PlantedError[] {
  return plant.steps.flatMap((step) =>
    ERRORS.flatMap(({ error, wrong }) => {
      const treated = wrong(step);
      return treated === undefined
        ? []
        : [{ error, plant: { ...plant, steps: plant.steps.map((one) => (one === step ? treated : one)) } }];
    }),
  );
}

const ERRORS: readonly { readonly error: string; readonly wrong: (step: Step) => Step | undefined }[] = [
  { error: 'a guard on a value is dropped', wrong: withoutValueGuards },
  { error: 'a message is read but stays', wrong: (step) => withActions(step, (action) => !isTake(action)) },
  { error: 'a message is not sent', wrong: (step) => withActions(step, (action) => !isSend(action)) },
  { error: 'a value is not set', wrong: (step) => withActions(step, (action) => action.kind !== 'set') },
];

/** Guards on messages stay: without them a message would be taken that is not there. */
function withoutValueGuards(step: Step): Step | undefined {
  const parts: readonly Expression[] = step.guard.kind === 'all' ? step.guard.of : [step.guard];
  // What keeps a variable that is increased within its values is no choice of the plant.
  const kept = parts.filter(
    (part) =>
      part.kind !== 'in' ||
      step.actions.some((action) => action.kind === 'increase' && action.variable === part.variable),
  );
  return kept.length === parts.length ? undefined : { ...step, guard: all(...kept) };
}

function withActions(step: Step, keep: (action: Action) => boolean): Step | undefined {
  const actions = step.actions.filter(keep);
  return actions.length === step.actions.length ? undefined : { ...step, actions };
}

function isTake(action: Action): boolean {
  return action.kind === 'take' || action.kind === 'withdraw';
}

function isSend(action: Action): boolean {
  return action.kind === 'send' || action.kind === 'sendContent';
}
