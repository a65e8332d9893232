import type { Action, Variable } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../plant/simplify.ts';
import type { RawStep } from './raw-step.ts';

/** Variables with fewer values, and how to say the old ones in the new. */
export interface MergedValues {
  readonly variables: readonly Variable[];
  expression(expression: Expression): Expression;
  step(step: RawStep): RawStep;
  values(values: readonly number[]): readonly number[];
}

/** Only what is remembered is merged: statuses and the like keep every value, for people to see. */
const MERGED: ReadonlySet<string> = new Set(['copy', 'field', 'last']);

/**
 * Takes values of a remembered variable for one where no step and no question tells them apart, nor any variable that copies
 * them. `asked` = every expression in which a variable is read, in normal form (without denials of variables).
 */
export function mergeValues(
  variables: readonly Variable[],
  steps: readonly RawStep[],
  asked: readonly Expression[],
): MergedValues {
  const blocks = variables.map(({ role, values }) => values.map((_, value) => (MERGED.has(role.kind) ? 0 : value)));
  const split = (variable: number, key: (value: number) => string | number): boolean => {
    const known = blocks[variable] ?? [];
    const names = new Map<string, number>();
    const next = known.map((block, value) => {
      const name = `${block} ${key(value)}`;
      const at = names.get(name) ?? names.size;
      names.set(name, at);
      return at;
    });
    const changed = new Set(next).size !== new Set(known).size;
    blocks[variable] = next;
    return changed;
  };
  const read = (expression: Expression): void => {
    if (expression.kind === 'in') split(expression.variable, (value) => (expression.values.includes(value) ? 1 : 0));
    else if (expression.kind === 'not') read(expression.of);
    else if (expression.kind === 'all' || expression.kind === 'any') expression.of.forEach(read);
  };
  asked.forEach(read);
  for (const { guard, guardWithAtoms } of steps) read(guardWithAtoms ?? guard);
  const copies = new Map<string, Extract<Action, { kind: 'copy' }>>();
  for (const { actions } of steps)
    for (const action of actions)
      if (action.kind === 'copy') copies.set(`${action.variable} ${action.source} ${action.map.join(' ')}`, action);
  for (let changed = true; changed;) {
    changed = false;
    for (const { variable, source, map } of copies.values())
      if (split(source, (value) => blocks[variable]?.[map[value] ?? 0] ?? 0)) changed = true;
  }

  const blockOf = (variable: number, value: number): number => blocks[variable]?.[value] ?? value;
  const expression = (of: Expression): Expression => {
    switch (of.kind) {
      case 'all':
        return all(...of.of.map(expression));
      case 'any':
        return any(...of.of.map(expression));
      case 'not':
        return not(expression(of.of));
      case 'in': {
        const own = blocks[of.variable] ?? [];
        const values = [...new Set(own)]
          .filter((block) => own.every((one, value) => one !== block || of.values.includes(value)))
          .sort((a, b) => a - b);
        if (values.length === 0) return FALSE;
        return values.length === new Set(own).size ? TRUE : { kind: 'in', variable: of.variable, values };
      }
      default:
        return of;
    }
  };
  const action = (of: Action): Action => {
    if (of.kind === 'set') return { ...of, value: blockOf(of.variable, of.value) };
    if (of.kind !== 'copy') return of;
    const own = blocks[of.source] ?? [];
    const map = [...new Set(own)].map((block) => blockOf(of.variable, of.map[own.indexOf(block)] ?? 0));
    return { ...of, map };
  };
  return {
    variables: variables.map((variable, index) => {
      const own = blocks[index] ?? [];
      const kept = [...new Set(own)];
      if (kept.length === own.length) return variable;
      return {
        ...variable,
        values: kept.map((block) => variable.values.filter((_, value) => own[value] === block).join(' / ')),
      };
    }),
    expression,
    step: (step) => {
      const one: RawStep = { ...step, guard: expression(step.guard), actions: step.actions.map(action) };
      return step.guardWithAtoms === undefined ? one : { ...one, guardWithAtoms: expression(step.guardWithAtoms) };
    },
    values: (values) => values.map((value, variable) => blockOf(variable, value)),
  };
}
