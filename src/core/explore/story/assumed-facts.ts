import type { Expression } from '../plant/expression.ts';
import { holds, type ReadableState } from '../plant/simplify.ts';

/** Free atom → the value that it was taken to have. */
type Choice = ReadonlyMap<number, boolean>;

/**
 * Free atoms that must be true or false for the expression to be true in this state: as few as a search from left to right
 * finds. Nothing when the expression cannot be true.
 */
export function assumedFacts(expression: Expression, state: ReadableState): Choice | undefined {
  for (const choice of choices(expression, true, state, new Map())) return choice;
  return undefined;
}

function* choices(expression: Expression, wanted: boolean, state: ReadableState, taken: Choice): Generator<Choice> {
  switch (expression.kind) {
    case 'not':
      yield* choices(expression.of, !wanted, state, taken);
      return;
    case 'all':
    case 'any':
      if ((expression.kind === 'all') === wanted) yield* everyOne(expression.of, wanted, state, taken);
      else for (const part of expression.of) yield* choices(part, wanted, state, taken);
      return;
    case 'free': {
      const before = taken.get(expression.atom);
      if (before === undefined) yield new Map([...taken, [expression.atom, wanted]]);
      else if (before === wanted) yield taken;
      return;
    }
    default:
      if (holds(expression, state) === wanted) yield taken;
  }
}

function* everyOne(
  parts: readonly Expression[],
  wanted: boolean,
  state: ReadableState,
  taken: Choice,
): Generator<Choice> {
  const [first, ...rest] = parts;
  if (first === undefined) yield taken;
  else for (const choice of choices(first, wanted, state, taken)) yield* everyOne(rest, wanted, state, choice);
}
