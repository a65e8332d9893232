import type { Expression } from '../plant/expression.ts';
import type { Property } from './property.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';

/** What a search looks for in every state it comes across: the first hit is on a shortest way. */
export interface StateQuestion {
  /** Index of the property. */
  readonly property: number;
  readonly wanted: Expression;
}

/** What a search looks for at every taking of a step. */
export interface StepQuestion {
  readonly property: number;
  readonly step: number;
  /** Read in the state before the step. */
  readonly wanted: Expression;
}

/** The properties as a search needs them. */
export interface Questions {
  readonly ofStates: readonly StateQuestion[];
  readonly ofSteps: readonly StepQuestion[];
  /** Some property needs all edges of the state graph. */
  readonly ofWays: boolean;
  readonly count: number;
  /** Channels that are empty wherever a question is answered; see `SearchOptions.endsEmpty`. */
  readonly endsEmpty?: readonly number[];
}

/** Sorts out what each property asks of states, of steps and of ways. */
export function questionsOf(plant: ComposedPlant, properties: readonly Property[]): Questions {
  const ofStates: StateQuestion[] = [];
  const ofSteps: StepQuestion[] = [];
  for (const [property, asked] of properties.entries()) {
    if (asked.kind === 'never')
      ofStates.push({ property, wanted: asked.onceSettled ? both(asked.bad, plant.settled) : asked.bad });
    if (asked.kind === 'reachable') ofStates.push({ property, wanted: asked.goal });
    if (asked.kind === 'atStep') for (const { step, bad } of asked.at) ofSteps.push({ property, step, wanted: bad });
  }
  const ofWays = properties.some(({ kind }) => kind === 'possible' || kind === 'response');
  return { ofStates, ofSteps, ofWays, count: properties.length };
}

function both(a: Expression, b: Expression): Expression {
  return { kind: 'all', of: [a, b] };
}
