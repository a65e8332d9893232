import type { Expression } from '../plant/expression.ts';
import { all, any, expressionText, holds } from '../plant/simplify.ts';
import type { Property } from '../search/property.ts';
import { statesOf } from '../search/replay.ts';
import type { Answer, Trace } from '../search/search-result.ts';
import type { World } from '../verdict/world.ts';
import { observationKey } from './noticed-besides.ts';
import type { Unweakened } from './unweakened.ts';

/** Many questions asked as few, so that a search stays small; who answered is found out afterwards. */
export interface MergedQuestions {
  readonly properties: readonly Property[];
  /** The invariant that breaks first by these answers, with the steps that it takes. */
  broken(answers: readonly Answer[]): { readonly invariant: string; readonly steps: number } | undefined;
  /** Whether a built-in check notices something that it does not notice today. */
  noticed(answers: readonly Answer[]): boolean;
}

/** What must not be, in one state or at one step, and for which invariant. */
interface Breach {
  readonly invariant: string;
  readonly bad: Expression;
  readonly step?: number;
}

/** The questions of all invariants that hold today, and of the built-in checks that notice nothing today. */
export function mergedQuestions(base: Unweakened, world: World): MergedQuestions {
  const { plant, invariants } = world;
  const breaches: Breach[] = [];
  const ways: { readonly invariant: string; readonly property: Property }[] = [];
  for (const [index, { invariant, properties }] of invariants.entries()) {
    if (base.broken.has(index)) continue;
    for (const property of properties) {
      if (property.kind === 'never')
        breaches.push({ invariant, bad: property.onceSettled ? all(property.bad, plant.settled) : property.bad });
      else if (property.kind === 'atStep')
        for (const { step, bad } of property.at) breaches.push({ invariant, bad, step });
      else ways.push({ invariant, property });
    }
  }
  const probes = invariants.flatMap(({ invariant, probes: own }) =>
    base.observed.has(`vacuous-invariant ${invariant}`) ? [] : own.map(({ property }) => property),
  );
  const observations = mergedObservations(
    world.observations
      .filter(({ observation }) => !base.observed.has(observationKey(observation)))
      .map(({ property }) => property),
  );
  const properties: readonly Property[] = [
    {
      kind: 'never',
      id: 'states',
      bad: any(...breaches.flatMap(({ bad, step }) => (step === undefined ? [bad] : []))),
      onceSettled: false,
    },
    {
      kind: 'atStep',
      id: 'steps',
      at: breaches.flatMap(({ bad, step }) => (step === undefined ? [] : [{ bad, step }])),
    },
    ...ways.map(({ property }) => property),
    ...probes,
    ...observations,
  ];
  const firstOther = 2 + ways.length;

  /** Who says that the end of this way must not be. */
  const breachAt = (trace: Trace): string | undefined => {
    const states = statesOf(plant, trace);
    const [end, before] = [states.at(-1), states.at(-2)];
    return breaches.find(({ bad, step }) => {
      const state = step === undefined ? end : trace.steps.at(-1) === step ? before : undefined;
      return state !== undefined && holds(bad, state);
    })?.invariant;
  };
  return {
    properties,
    broken: (answers) => {
      const found = answers.slice(0, firstOther).flatMap((answer, index) => {
        if (answer.outcome !== 'violated') return [];
        const invariant = index < 2 ? breachAt(answer.trace) : ways[index - 2]?.invariant;
        return invariant === undefined ? [] : [{ invariant, steps: answer.trace.steps.length }];
      });
      return found.toSorted((a, b) => a.steps - b.steps)[0];
    },
    noticed: (answers) => answers.slice(firstOther).some(({ outcome }) => outcome === 'violated'),
  };
}

/** Questions of one kind as one: what must not be anywhere, at any step; and wherever the same goal must stay in reach. */
function mergedObservations(properties: readonly Property[]): readonly Property[] {
  const never = { settled: [] as Expression[], always: [] as Expression[] };
  const at: { step: number; bad: Expression }[] = [];
  const possible = new Map<string, { readonly goal: Expression; readonly from: Expression[] }>();
  const others: Property[] = [];
  for (const property of properties) {
    if (property.kind === 'never') never[property.onceSettled ? 'settled' : 'always'].push(property.bad);
    else if (property.kind === 'atStep') at.push(...property.at);
    else if (property.kind === 'possible') {
      const goal = expressionText(property.goal);
      const known = possible.get(goal) ?? { goal: property.goal, from: [] };
      known.from.push(property.from);
      possible.set(goal, known);
    } else others.push(property);
  }
  return [
    ...(never.always.length === 0
      ? []
      : [{ kind: 'never', id: 'observed', bad: any(...never.always), onceSettled: false } as const]),
    ...(never.settled.length === 0
      ? []
      : [{ kind: 'never', id: 'observed', bad: any(...never.settled), onceSettled: true } as const]),
    ...(at.length === 0 ? [] : [{ kind: 'atStep', id: 'observed', at } as const]),
    ...[...possible.values()].map(({ goal, from }): Property => ({
      kind: 'possible',
      id: 'observed',
      from: any(...from),
      goal,
    })),
    ...others,
  ];
}
