import type { Expression } from '../plant/expression.ts';
import { propertyText } from './alike/plant-text.ts';
import { renamedProperty, type Renaming } from './alike/renaming.ts';
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

/**
 * Sorts out what each property asks of states, of steps and of ways. Of states that stand for all that call alike records
 * otherwise it is asked under each of the `renamings`: what is bad for one lot is bad for whichever is called so.
 */
export function questionsOf(
  plant: ComposedPlant,
  properties: readonly Property[],
  renamings: readonly Renaming[] = [],
): Questions {
  const ofStates: StateQuestion[] = [];
  const ofSteps: StepQuestion[] = [];
  for (const [property, asked] of properties.entries()) {
    const called = asked.kind === 'possible' || asked.kind === 'response' ? [asked] : calledOtherwise(asked, renamings);
    const bad = called.flatMap((one) => (one.kind === 'never' ? [one.bad] : []));
    const goals = called.flatMap((one) => (one.kind === 'reachable' ? [one.goal] : []));
    if (asked.kind === 'never')
      ofStates.push({ property, wanted: asked.onceSettled ? both(oneOf(bad), plant.settled) : oneOf(bad) });
    if (asked.kind === 'reachable') ofStates.push({ property, wanted: oneOf(goals) });
    for (const one of called)
      if (one.kind === 'atStep') for (const { step, bad: wanted } of one.at) ofSteps.push({ property, step, wanted });
  }
  const ofWays = properties.some(({ kind }) => kind === 'possible' || kind === 'response');
  return { ofStates, ofSteps, ofWays, count: properties.length };
}

/** The property under every renaming, each once; first as it is. */
export function calledOtherwise(property: Property, renamings: readonly Renaming[]): readonly Property[] {
  if (renamings.length < 2) return [property];
  const renamed = renamings.map((renaming) => renamedProperty(renaming, property));
  return [...new Map(renamed.map((one) => [propertyText(one), one])).values()];
}

function oneOf(expressions: readonly Expression[]): Expression {
  const [only] = expressions;
  return only !== undefined && expressions.length === 1 ? only : { kind: 'any', of: expressions };
}

function both(a: Expression, b: Expression): Expression {
  return { kind: 'all', of: [a, b] };
}
