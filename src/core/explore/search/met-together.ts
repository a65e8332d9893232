import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { Explored } from './explored.ts';
import type { Trace } from './search-result.ts';
import { wayTo } from './way.ts';

/** Which values of which variables are to be told together, and what else of the states that have them. */
export interface ToldTogether {
  readonly variables: readonly number[];
  /** Told apart, too: whether it is true. Free of free atoms. */
  readonly where: Expression;
}

/** Values that some state has at the same time. */
export interface MetTogether {
  /** Parallel to the variables that were asked about. */
  readonly values: readonly number[];
  /** Whether it is a state in which the expression is true. */
  readonly where: boolean;
  /** A shortest way to such a state. */
  readonly trace: Trace;
}

/** Everything that was met together, nearest first; nothing where there are too many combinations to be counted. */
export function metTogether(
  plant: ComposedPlant,
  explored: Explored,
  { variables, where }: ToldTogether,
): readonly MetTogether[] | undefined {
  const sizes = variables.map((variable) => plant.variables[variable]?.values.length ?? 1);
  if (sizes.reduce((product, size) => product * size, 2) > Number.MAX_SAFE_INTEGER) return undefined;
  const keys = Float64Array.from(explored.satisfying(where));
  let unit = 2;
  for (const [index, variable] of variables.entries()) {
    const values = explored.values(variable);
    for (let state = 0; state < keys.length; state++) keys[state] = keys[state]! + unit * values[state]!;
    unit *= sizes[index] ?? 1;
  }
  const first = new Map<number, number>();
  for (let state = 0; state < keys.length; state++) if (!first.has(keys[state]!)) first.set(keys[state]!, state);
  return [...first].map(([key, state]) => {
    let rest = Math.floor(key / 2);
    const values = sizes.map((size) => {
      const value = rest % size;
      rest = Math.floor(rest / size);
      return value;
    });
    return { values, where: key % 2 === 1, trace: wayTo(explored, state) };
  });
}
