import type { Condition } from '../../language/condition.ts';
import { evaluate, scopeOf } from '../../model/condition/evaluation.ts';
import type { Reading, Scope } from '../../model/condition/evaluation.ts';
import { ALWAYS } from '../../model/condition/normal-form.ts';
import { ABSENT, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { Value } from '../../model/condition/variable.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** A system that owns data, and when. */
export interface PhaseOwner {
  readonly system: string;
  /** The cases in which it does; undefined = always. */
  readonly under: Condition | undefined;
}

/** The systems of record that an object or field declares for itself, with their phases; none where it is silent. */
export function declaredOwners({ attributes }: Element<'object'> | Element<'field'>): readonly PhaseOwner[] {
  const { systemOfRecord } = attributes;
  if (systemOfRecord === undefined) return [];
  if (typeof systemOfRecord === 'string') return [{ system: systemOfRecord, under: undefined }];
  return Object.entries(systemOfRecord).map(([system, under]) => ({ system, under }));
}

/** One combination of states, and the systems that surely own the data in it. */
export interface OwnershipCase {
  /** `LOT Complete, INV QI`. */
  readonly words: string;
  readonly owning: readonly string[];
  /** No condition leaves open whether it holds: whoever does not own surely does not. */
  readonly decided: boolean;
}

/** Beyond so many combinations nothing is shown. */
const MOST_CASES = 10_000;

/**
 * What hand-over conditions come to in each combination of the states that they read. Records that do not exist are left out:
 * nothing is owned then. Facts, fields and related records are not known, so a condition that rests on one is undecided.
 */
export function ownershipCases(model: SpecModel, owners: readonly PhaseOwner[]): readonly OwnershipCase[] {
  const vocabulary = stateVocabulary(model);
  const readings = owners.map(({ system, under }) => ({
    system,
    reading: { condition: under ?? ALWAYS, vocabulary } satisfies Reading,
  }));
  const scope: Scope = { variables: scopeOf(readings.map(({ reading }) => reading)).variables, records: new Map() };
  const statuses = [...scope.variables].flatMap(([key, { values }]) =>
    key.startsWith('status ')
      ? [{ key, states: values.filter((value): value is string => typeof value === 'string' && value !== ABSENT) }]
      : [],
  );
  const count = statuses.reduce((product, { states }) => product * states.length, 1);
  if (statuses.length === 0 || count > MOST_CASES) return [];
  return combinations(statuses).map((values) => {
    const truths = readings.map(({ system, reading }) => ({
      system,
      truth: evaluate(reading, { values: new Map<string, Value>(values), records: new Map() }, scope),
    }));
    return {
      words: values.map(([key, state]) => `${key.slice('status '.length)} ${state}`).join(', '),
      owning: truths.flatMap(({ system, truth }) => (truth === true ? [system] : [])),
      decided: truths.every(({ truth }) => truth !== undefined),
    };
  });
}

type Choice = readonly (readonly [string, string])[];

function combinations(
  statuses: readonly { readonly key: string; readonly states: readonly string[] }[],
): readonly Choice[] {
  return statuses.reduce<readonly Choice[]>(
    (all, { key, states }) => all.flatMap((choice) => states.map((state): Choice => [...choice, [key, state]])),
    [[]],
  );
}
