import type { Scope, Situation } from './evaluation.ts';
import type { Value } from './variable.ts';

/** How many situations there are to look at; infinite where the number is beyond counting. */
export function countSituations(scope: Scope): number {
  let count = 1;
  for (const { values } of scope.variables.values()) count *= values.length;
  for (const { scope: inner, statements } of scope.records.values())
    count *= selections(countSituations(inner), statements);
  return count;
}

/** Ways to choose at most `size` of `kinds` records, of which several may be alike. */
function selections(kinds: number, size: number): number {
  let count = 1;
  for (let taken = 1; taken <= size; taken += 1) count = (count * (kinds + taken)) / taken;
  return count;
}

/**
 * Every situation that can make a difference. As many related records of a kind are looked at as there are statements about
 * them: each statement has one record that decides it, and leaving out the others changes none.
 */
export function* situations(scope: Scope): Generator<Situation> {
  const kinds = [...scope.records].map(([key, { scope: inner, statements }]) => ({
    key,
    statements,
    each: [...situations(inner)],
  }));
  for (const values of assignments([...scope.variables])) {
    for (const records of recordChoices(kinds)) yield { values, records };
  }
}

function* assignments(
  variables: readonly (readonly [string, { readonly values: readonly Value[] }])[],
): Generator<ReadonlyMap<string, Value>> {
  const [first, ...rest] = variables;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const others of assignments(rest)) {
    for (const value of first[1].values) yield new Map([[first[0], value], ...others]);
  }
}

interface RecordKind {
  readonly key: string;
  readonly statements: number;
  readonly each: readonly Situation[];
}

function* recordChoices(kinds: readonly RecordKind[]): Generator<ReadonlyMap<string, readonly Situation[]>> {
  const [first, ...rest] = kinds;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const others of recordChoices(rest)) {
    for (const chosen of choices(first.each, first.statements, 0)) yield new Map([[first.key, chosen], ...others]);
  }
}

/** Every choice of at most `size` of the records, regardless of order. */
function* choices(each: readonly Situation[], size: number, from: number): Generator<readonly Situation[]> {
  yield [];
  if (size === 0) return;
  for (let index = from; index < each.length; index += 1) {
    const record = each[index];
    if (record === undefined) continue;
    for (const more of choices(each, size - 1, index)) yield [record, ...more];
  }
}
