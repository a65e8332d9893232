import type { Explored } from '../explored.ts';
import { isTrue } from '../interpreter.ts';
import type { Property } from '../property.ts';
import type { Trace } from '../search-result.ts';
import { wayTo } from '../way.ts';
import { composed, inverse, renamedProperty, renamedTrace, type Renaming } from './renaming.ts';

/** A shortest story to the state; with a renaming, of the records that are called so in the state. */
export function traceTo(explored: Explored, state: number, as?: Renaming): Trace {
  const { trace, renaming } = explored.told(wayTo(explored, state));
  return as === undefined || renaming === undefined ? trace : renamedTrace(composed(inverse(as), renaming), trace);
}

/** A shortest story that answers the property, whose first hit is this state or, unless it is -1, this step from there. */
export function traceOfHit(property: Property, explored: Explored, state: number, step: number): Trace {
  const as = nameOfHit(property, explored, state, step);
  const trace = traceTo(explored, state, as);
  if (step < 0) return trace;
  return { ...trace, steps: [...trace.steps, as === undefined ? step : (inverse(as).steps[step] ?? -1)] };
}

/** The renaming under which the state, or the step from there, is what was asked about. */
function nameOfHit(property: Property, { alike }: Explored, state: number, step: number): Renaming | undefined {
  if (alike === undefined) return undefined;
  const kept = alike.stateOf(state);
  return alike.names.renamings.find((renaming) => {
    const asked = renamedProperty(renaming, property);
    switch (asked.kind) {
      case 'never':
        return isTrue(asked.bad, kept);
      case 'reachable':
        return isTrue(asked.goal, kept);
      case 'atStep':
        return asked.at.some((at) => at.step === step && isTrue(at.bad, kept));
      default:
        return false;
    }
  });
}
