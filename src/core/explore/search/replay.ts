import type { ComposedPlant } from '../plant/composed-plant.ts';
import { interpret, type PlantState } from './interpreter.ts';
import type { Trace } from './search-result.ts';

/**
 * The states along a trace, the initial one first: one more than it has steps. Each step is tried anew, so a trace that does
 * not belong to this plant is refused with a RangeError that names the first step that is not possible.
 */
export function statesOf(plant: ComposedPlant, trace: Trace): PlantState[] {
  const interpreter = interpret(plant);
  const initial = interpreter.initial()[trace.initial];
  if (initial === undefined) throw new RangeError(`the plant has no initial state ${trace.initial}`);
  const states = [initial];
  let state = initial;
  for (const [index, id] of trace.steps.entries()) {
    const found = interpreter.enabled(state).find(({ step }) => step.id === id);
    if (found === undefined) throw new RangeError(`step ${index + 1} of the trace (${id}) is not possible`);
    if (found.full.length > 0) throw new RangeError(`step ${index + 1} of the trace (${id}) finds a full channel`);
    state = interpreter.take(state, found.step);
    states.push(state);
  }
  return states;
}
