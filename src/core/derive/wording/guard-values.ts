import Fraction from 'fraction.js';
import type { SpecModel } from '../../model/spec-model.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { AskedAtom } from '../transition-stories.ts';
import { filledValues, LEFT_EMPTY, type FilledValue } from './filled-values.ts';

interface Comparison {
  readonly field: string;
  readonly comparison: string;
  readonly values: readonly string[];
  readonly holds: boolean;
}

/** The values that a tester enters in a step so that each atom is as asked; `(left empty)` where a field must not be filled. */
export function valuesUnder(
  transition: TransitionView,
  asked: readonly AskedAtom[],
  model: SpecModel,
): readonly FilledValue[] {
  const comparisons = asked.flatMap(comparisonsIn);
  return filledValues(transition, model).map(({ field, value }) => ({
    field,
    value: chosen(field, value, comparisons, model),
  }));
}

/** Values of fields that the step does not ask for, to be prepared so that each atom is as asked: `ncr.affected_qty = 0 EA`. */
export function valuesPrepared(
  transition: TransitionView,
  asked: readonly AskedAtom[],
  model: SpecModel,
): readonly FilledValue[] {
  const entered = new Set(Object.keys(transition.element.attributes.fills ?? {}));
  const comparisons = asked
    .flatMap(comparisonsIn)
    .filter(({ field }) => model.get('field', field) !== undefined && !entered.has(field));
  return [...new Set(comparisons.map(({ field }) => field))].flatMap((field) => {
    const value = chosen(field, undefined, comparisons, model);
    return value === undefined ? [] : [{ field, value }];
  });
}

function chosen(field: string, usual: string, comparisons: readonly Comparison[], model: SpecModel): string;
function chosen(
  field: string,
  usual: undefined,
  comparisons: readonly Comparison[],
  model: SpecModel,
): string | undefined;
function chosen(
  field: string,
  usual: string | undefined,
  comparisons: readonly Comparison[],
  model: SpecModel,
): string | undefined {
  const own = comparisons.filter((one) => one.field === field);
  if (own.some(({ comparison, holds }) => comparison === 'filled' && !holds)) return LEFT_EMPTY;
  const wanted = own.find(({ comparison, holds }) => holds && (comparison === 'equals' || comparison === 'in'));
  if (wanted !== undefined) return wanted.values.at(-1);
  const unwanted = own
    .filter(({ comparison, holds }) => !holds && (comparison === 'equals' || comparison === 'in'))
    .flatMap(({ values }) => values);
  const codes = codesOf(field, model);
  if (unwanted.length > 0 && codes.length > 0) return codes.find((code) => !unwanted.includes(code));
  for (const one of own) {
    const bound = boundary(one);
    if (bound !== undefined) return bound;
  }
  return usual;
}

/** A value on the asked side of a limit, as near as whole units get. */
function boundary({ comparison, values, holds }: Comparison): string | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?: (.+))?$/u.exec(values[0] ?? '');
  const [, number, unit] = match ?? [];
  if (number === undefined) return undefined;
  const shift: Readonly<Record<string, readonly [number, number]>> = {
    above: [1, 0],
    atLeast: [0, -1],
    below: [-1, 0],
    atMost: [0, 1],
  };
  const shifts = shift[comparison];
  if (shifts === undefined) return undefined;
  const value = new Fraction(number).add(holds ? shifts[0] : shifts[1]).toString();
  return unit === undefined ? value : `${value} ${unit}`;
}

function codesOf(field: string, model: SpecModel): readonly string[] {
  const codes = model.get('field', field)?.attributes.codes;
  const list = codes === undefined ? undefined : model.get('code-list', codes);
  return list === undefined ? [] : model.partsOf(list, 'code').map(({ localId }) => localId);
}

/** Comparisons with fixed values in an atom; what is read from a copy or an answer is prepared at its sender, not here. */
function comparisonsIn({ condition, holds }: AskedAtom): readonly Comparison[] {
  switch (condition.kind) {
    case 'not':
      return comparisonsIn({ condition: condition.of, holds: !holds });
    case 'comparison': {
      const { field, comparison, operand } = condition;
      if (comparison === 'filled')
        return [
          { field, comparison, values: [], holds: operand.kind === 'boolean' && !operand.value ? !holds : holds },
        ];
      if (operand.kind === 'value') return [{ field, comparison, values: [operand.value], holds }];
      if (operand.kind === 'values') return [{ field, comparison, values: operand.values, holds }];
      if (operand.kind === 'boolean') return [{ field, comparison, values: [String(operand.value)], holds }];
      return [];
    }
    default:
      return [];
  }
}
