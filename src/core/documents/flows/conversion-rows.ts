import Fraction from 'fraction.js';
import { bridgeOf, computable, decimalText, exactResult, shownResult } from '../../derive/values/conversion-values.ts';
import type { Element } from '../../model/element.ts';
import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import { type FactsOf, facts, flag, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';

export const CONVERSION_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  title: text,
  units: text,
  rule: STATED,
  digits: STATED,
  rounding: STATED,
  compare: STATED,
  deployedIn: STATED,
  usedBy: STATED,
});
export const WORKED_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  conversion: text,
  input: STATED,
  exact: STATED,
  result: STATED,
  declared: STATED,
  disagrees: flag,
});

/** A unit conversion as it is declared. */
export type ConversionRow = FactsOf<typeof CONVERSION_ROW>;
/** A worked value: computed exactly, rounded as declared, and beside it what the specification says it must be. */
export type WorkedRow = FactsOf<typeof WORKED_ROW>;

export const CONVERSION_TABLE = 'Unit conversions';
export const WORKED_TABLE = 'Worked values';

export function conversionRows(model: SpecModel): readonly ConversionRow[] {
  const fields = [...inForce(model, 'mapping'), ...inForce(model, 'reply')];
  return inForce(model, 'conversion').map((conversion) => {
    const { attributes } = conversion;
    return {
      key: conversion.key,
      change: 'same',
      id: conversion.id,
      title: elementTitle(conversion),
      units: `${attributes.from} → ${attributes.to}`,
      rule: stated(ruleWords(conversion), ''),
      digits:
        attributes.digits === undefined
          ? statedAttribute(attributes, 'decimals', 'digits kept', (decimals) => `${decimals} decimals`)
          : stated(`${attributes.digits} significant digits`, ''),
      rounding: statedAttribute(
        attributes,
        'rounding',
        'how the last digit is found',
        (rounding) => `${rounding}${attributes.point === 'total' ? ', of the total' : ', each value'}`,
      ),
      compare: statedAttribute(attributes, 'compare', 'whether a limit is compared before or after rounding'),
      deployedIn: statedAttribute(attributes, 'deployedIn', 'where it is configured'),
      usedBy: statedList(
        fields.filter((field) => field.attributes.conversion === conversion.id).map(({ id }) => id),
        'a field that uses it',
      ),
    };
  });
}

function ruleWords(conversion: Element<'conversion'>): string {
  const bridge = bridgeOf(conversion);
  const { factor, offset } = conversion.attributes;
  const times =
    bridge !== undefined
      ? `${bridge.divides ? '÷' : '×'} ${bridge.field}`
      : `× ${typeof factor === 'string' ? factor : ''}`;
  return offset === undefined || offset === '0' ? times : `${times}, then + ${offset}`;
}

/** The declared examples; of a conversion without any, what the tool computes of 1 and 10. */
export function workedRows(model: SpecModel): readonly WorkedRow[] {
  return inForce(model, 'conversion').flatMap((conversion) => {
    const examples = conversion.attributes.examples ?? [];
    const bridge = bridgeOf(conversion);
    if (examples.length > 0)
      return examples.map((example) =>
        workedRow(conversion, example.in, bridge === undefined ? undefined : example.with?.[bridge.field], example.out),
      );
    if (bridge !== undefined) return [workedRow(conversion, undefined, undefined, undefined)];
    return ['1', '10'].map((value) => workedRow(conversion, value, undefined, undefined));
  });
}

function workedRow(
  conversion: Element<'conversion'>,
  value: string | undefined,
  bridgeValue: string | undefined,
  out: string | undefined,
): WorkedRow {
  const { from, to } = conversion.attributes;
  const bridge = bridgeOf(conversion);
  const rule = computable(conversion, bridgeValue);
  const known = rule !== undefined && value !== undefined;
  const result = known ? shownResult(new Fraction(value), rule) : undefined;
  const missing = `a worked example with a value of ${bridge?.field ?? ''}`;
  const disagrees = result !== undefined && out !== undefined && !new Fraction(result).equals(out);
  return {
    key: `${conversion.key}|${value ?? 'no value'}${bridgeValue === undefined ? '' : `|${bridgeValue}`}`,
    change: 'same',
    id: `${conversion.id}, ${value ?? 'no value'}`,
    conversion: conversion.id,
    input: stated(
      value === undefined
        ? undefined
        : `${value} ${from}${bridge === undefined || bridgeValue === undefined ? '' : `, ${bridge.field} = ${bridgeValue}`}`,
      missing,
    ),
    exact: known
      ? stated(`${decimalText(exactResult(new Fraction(value), rule))} ${to}`, '')
      : notApplicable('no value to compute'),
    result: result === undefined ? notApplicable('no value to compute') : stated(`${result} ${to}`, ''),
    declared:
      out === undefined
        ? stated(undefined, 'a worked example (examples)')
        : stated(`${out} ${to}${disagrees ? ': DISAGREES' : ''}`, ''),
    disagrees,
  };
}
