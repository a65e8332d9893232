import type { Expression } from '../plant/expression.ts';
import type { Explored } from './explored.ts';

/**
 * Tells of every state that was seen whether an expression is true in it, a part of the expression after the other over all
 * states: for many expressions over few states that is faster than code made for each of them. What was told is kept.
 */
export function columnConditions(explored: Explored): Explored['satisfying'] {
  const { states } = explored;
  const columns = new Map<number, ArrayLike<number>>();
  const known = new Map<string, Uint8Array>();
  const column = (variable: number): ArrayLike<number> => {
    const found = columns.get(variable) ?? explored.values(variable);
    columns.set(variable, found);
    return found;
  };
  const told = (expression: Expression): Uint8Array => {
    switch (expression.kind) {
      case 'true':
        return new Uint8Array(states).fill(1);
      case 'false':
        return new Uint8Array(states);
      case 'in':
        return among(column(expression.variable), expression.values);
      case 'not':
        return denied(satisfying(expression.of));
      case 'all': {
        const every = new Uint8Array(states).fill(1);
        for (const part of expression.of) both(every, satisfying(part));
        return every;
      }
      case 'any': {
        const some = new Uint8Array(states);
        for (const part of expression.of) either(some, satisfying(part));
        return some;
      }
      default:
        return explored.satisfying(expression);
    }
  };
  const satisfying = (expression: Expression): Uint8Array => {
    const name = JSON.stringify(expression);
    const found = known.get(name) ?? told(expression);
    known.set(name, found);
    return found;
  };
  return satisfying;
}

function among(column: ArrayLike<number>, values: readonly number[]): Uint8Array {
  const wanted = new Uint8Array(Math.max(0, ...values) + 1);
  for (const value of values) wanted[value] = 1;
  const out = new Uint8Array(column.length);
  for (let state = 0; state < out.length; state++) out[state] = wanted[column[state]!] ?? 0;
  return out;
}

function denied(part: Uint8Array): Uint8Array {
  const out = new Uint8Array(part.length);
  for (let state = 0; state < out.length; state++) out[state] = 1 - part[state]!;
  return out;
}

function both(every: Uint8Array, part: Uint8Array): void {
  for (let state = 0; state < every.length; state++) every[state] = every[state]! & part[state]!;
}

function either(some: Uint8Array, part: Uint8Array): void {
  for (let state = 0; state < some.length; state++) some[state] = some[state]! | part[state]!;
}
