import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { renamedExpression, turned, type Renaming } from './alike/renaming.ts';
import { traceTo } from './alike/trace-of-hit.ts';
import type { Explored } from './explored.ts';
import type { Trace } from './search-result.ts';

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
  const views = explored.alike?.names.renamings ?? [undefined];
  const first = new Map<number, { state: number; renaming: Renaming | undefined }>();
  for (const renaming of views) {
    const keys = Float64Array.from(
      explored.satisfying(renaming === undefined ? where : renamedExpression(renaming, where)),
    );
    let unit = 2;
    for (const [index, variable] of variables.entries()) {
      const values = explored.values(renaming?.variables[variable] ?? variable);
      // Under the renaming its values have other numbers: back to those that were asked about.
      const back = renaming && Int32Array.from(turned(renaming.values[variable] ?? []));
      for (let state = 0; state < keys.length; state++) {
        const value = values[state]!;
        keys[state] = keys[state]! + unit * (back === undefined ? value : back[value]!);
      }
      unit *= sizes[index] ?? 1;
    }
    for (let state = 0; state < keys.length; state++) {
      const known = first.get(keys[state]!);
      if (known === undefined || state < known.state) first.set(keys[state]!, { state, renaming });
    }
  }
  const nearestFirst = [...first].sort(([, a], [, b]) => a.state - b.state);
  return nearestFirst.map(([key, { state, renaming }]) => {
    let rest = Math.floor(key / 2);
    const values = sizes.map((size) => {
      const value = rest % size;
      rest = Math.floor(rest / size);
      return value;
    });
    return { values, where: key % 2 === 1, trace: traceTo(explored, state, renaming) };
  });
}
