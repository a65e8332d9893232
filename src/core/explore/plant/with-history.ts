import type { Action, ComposedPlant, Step } from './composed-plant.ts';
import type { Expression } from './expression.ts';
import { all, FALSE, not, TRUE, withoutAtoms } from './simplify.ts';

/** Something that a property has to remember of the past: yes or no, and no at the beginning. */
export interface History {
  /** Unique within a plant, and for people: `INV-02: BRR.T02 on lot 1 since NCR.T01 on ncr 1`. */
  readonly name: string;
  /** Invariant that asks for it. */
  readonly property: string;
  /** Steps that make it yes. */
  readonly sets: readonly HistoryStep[];
  /** Steps that make it no, unless they also make it yes. */
  readonly clears: readonly HistoryStep[];
}

/** A step that a history takes notice of. */
export interface HistoryStep {
  /** Id of the step. */
  readonly step: number;
  /** Only where this is true right before the step; free of free atoms. Absent = always. */
  readonly given?: Expression;
}

/** A plant that remembers. */
export interface PlantWithHistory {
  readonly plant: ComposedPlant;
  /** Index of the variable that holds the history; its value 1 is yes. */
  readonly variable: number;
}

/**
 * The same plant with one more variable. Steps keep their ids; one that is noticed only under a condition is divided into
 * variants of the same name, which come after all other steps.
 */
export function withHistory(plant: ComposedPlant, history: History): PlantWithHistory {
  const variable = plant.variables.length;
  const sets = new Map(history.sets.map(({ step, given }) => [step, given ?? TRUE]));
  const clears = new Map(history.clears.map(({ step, given }) => [step, given ?? TRUE]));
  const steps: Step[] = [];
  const variants: Omit<Step, 'id'>[] = [];
  for (const step of plant.steps) {
    const set = sets.get(step.id) ?? FALSE;
    const clear = all(clears.get(step.id) ?? FALSE, not(set));
    const ways = [
      { given: all(not(set), not(clear)), value: undefined },
      { given: set, value: 1 },
      { given: clear, value: 0 },
    ]
      .filter(({ given }) => given.kind !== 'false')
      .map(({ given, value }) => variantOf(step, given, noted(variable, value)))
      .filter(({ guard }) => guard.kind !== 'false');
    const [first, ...more] = ways;
    // A step that can never happen keeps its place, so that ids remain the places of the steps.
    steps.push(first === undefined ? step : { ...first, id: step.id });
    variants.push(...more);
  }
  return {
    variable,
    plant: {
      ...plant,
      variables: [
        ...plant.variables,
        { name: history.name, values: ['no', 'yes'], role: { kind: 'history', property: history.property } },
      ],
      steps: [...steps, ...variants.map((step, index) => ({ ...step, id: steps.length + index }))],
      initial: plant.initial.map((values) => [...values, 0]),
    },
  };
}

function noted(variable: number, value: number | undefined): readonly Action[] {
  return value === undefined ? [] : [{ kind: 'set', variable, value }];
}

function variantOf(step: Step, given: Expression, actions: readonly Action[]): Step {
  const guard = withoutAtoms(all(step.guard, given));
  return {
    ...step,
    guard,
    ...(step.guardWithAtoms === undefined ? {} : { guardWithAtoms: all(step.guardWithAtoms, given) }),
    actions: [...step.actions, ...actions],
  };
}
