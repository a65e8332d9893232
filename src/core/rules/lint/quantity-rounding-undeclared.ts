import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { criticalPlace } from '../linting/critical-value.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { mappedFields } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { numberAt, textAt } from '../linting/structured-value.ts';

/** Critical amounts of which nobody says how their last digit is found. */
export const quantityRoundingUndeclared = defineLint({
  id: 'quantity-rounding-undeclared',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Digits and mode of rounding are declarations that a sketch may leave out.',
  purpose:
    'Reports a conversion, average or rounding of a critical quantity that does not say how many digits are kept, or how the last one is found.',
  why: 'A borderline result passes on one platform and fails on another.',
  fix: 'Add `decimals` (or `digits`) and `rounding` to the conversion, or a `round` step with `decimals` and `mode`; `rounding: none` keeps the exact value.',
  reads: [
    'conversions.decimals',
    'conversions.digits',
    'conversions.rounding',
    'interfaces.field.conversion',
    'interfaces.field.transform',
    'interfaces.field.critical',
    'objects.field.critical',
  ],
  examples: [
    {
      name: 'a conversion without mode or digits, an average, and steps that do not say all',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal, unit: uin, critical: true}}}}
        conversions:
          UC-1: {from: uin, to: um, factor: 0.0254}
          UC-2: {from: uin, to: mm, factor: 0.0000254, decimals: 5}
          UC-3: {from: uin, to: nm, factor: 25.4, rounding: half-up}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              a: {from: result.value, type: decimal, unit: um, conversion: UC-1}
              b: {from: result.value, type: decimal, unit: mm, conversion: UC-2}
              c: {from: result.value, type: decimal, unit: nm, conversion: UC-3}
              mean: {from: result.value, type: decimal, unit: uin, transform: [{aggregate: average}]}
              short: {from: result.value, type: decimal, unit: uin, transform: [{round: {decimals: 2}}]}`,
      expect: [
        '4:3 error UC-1: UC-1 converts the critical IF-5.a, and does not say how many digits it keeps, nor how the last digit is found.',
        '5:3 error UC-2: UC-2 converts the critical IF-5.b, and does not say how the last digit is found.',
        '6:3 error UC-3: UC-3 converts the critical IF-5.c, and does not say how many digits it keeps.',
        '15:72 error IF-5.mean: IF-5.mean is critical and an average, and nothing says to how many digits it is rounded.',
        '16:73 error IF-5.short: IF-5.short is critical and rounded, and does not say how the last digit is found.',
      ],
    },
    {
      name: 'digits and mode, no rounding at all, a rounding step behind it, a sum, nothing critical, or a conversion that is not used',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal, unit: uin, critical: true}, size: {type: decimal, unit: uin}}}}
        conversions:
          UC-1: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up}
          UC-2: {from: uin, to: mm, factor: 0.0000254, rounding: none}
          UC-3: {from: uin, to: nm, factor: 25.4}
          UC-4: {from: uin, to: km, factor: 0.0000000000254}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              a: {from: result.value, type: decimal, unit: um, conversion: UC-1}
              b: {from: result.value, type: decimal, unit: mm, conversion: UC-2}
              c: {from: result.size, type: decimal, unit: nm, conversion: UC-3}
              d: {from: result.value, type: decimal, unit: nm, conversion: UC-3, transform: [{round: {decimals: 0, mode: half-even}}]}
              mean: {from: result.value, type: decimal, unit: uin, transform: [{aggregate: average}, {round: {digits: 3, mode: half-up}}]}
              total: {from: result.value, type: decimal, unit: uin, transform: [{aggregate: sum}]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const judged = new Set<string>();
    for (const field of mappedFields(model)) {
      if (statusOf(model, field) === 'retired' || criticalPlace(model, field) === undefined) continue;
      const { conversion: id } = field.attributes;
      const conversion = id === undefined ? undefined : model.get('conversion', id);
      if (conversion !== undefined && !judged.has(conversion.id) && !isRoundedBehind(field, 0)) {
        judged.add(conversion.id);
        yield* silentConversion(conversion, field);
      }
      yield* silentSteps(field);
    }
  },
});

function* silentConversion(conversion: Element<'conversion'>, field: MappedField): Generator<LintReport> {
  const { decimals, digits, rounding } = conversion.attributes;
  const keeps = decimals !== undefined || digits !== undefined || doesNotApply(conversion, 'decimals');
  const mode = rounding !== undefined || doesNotApply(conversion, 'rounding');
  if (rounding === 'none' || (keeps && mode)) return;
  const lacking = [...(keeps ? [] : ['how many digits it keeps']), ...(mode ? [] : ['how the last digit is found'])];
  yield {
    element: conversion,
    path: [],
    part: 'key',
    message: `${conversion.id} converts the critical ${field.id}, and does not say ${lacking.join(', nor ')}.`,
    hint: 'Add `decimals` (or `digits`) and `rounding`; `rounding: none` keeps the exact value.',
    subject: lacking,
    related: [{ message: `${field.id} uses it.`, element: field, path: ['conversion'] }],
  };
}

function* silentSteps(field: MappedField): Generator<LintReport> {
  for (const [index, { aggregate, round }] of (field.attributes.transform ?? []).entries()) {
    if (aggregate === 'average' && !isRoundedBehind(field, index + 1))
      yield {
        element: field,
        path: ['transform', index],
        message: `${field.id} is critical and an average, and nothing says to how many digits it is rounded.`,
        hint: 'Add a step `round: {decimals: N, mode: half-up}` behind it.',
        subject: ['average'],
      };
    if (round === undefined || saysAll(round)) continue;
    const lacking = textAt(round, 'mode') === undefined ? 'how the last digit is found' : 'how many digits it keeps';
    yield {
      element: field,
      path: ['transform', index],
      message: `${field.id} is critical and rounded, and does not say ${lacking}.`,
      hint: 'Write `round: {decimals: N, mode: half-up}`.',
      subject: ['round', lacking],
    };
  }
}

type Round = NonNullable<MappedField['attributes']['transform']>[number]['round'];

function saysAll(round: Round): boolean {
  const keeps = numberAt(round, 'decimals') !== undefined || numberAt(round, 'digits') !== undefined;
  return keeps && textAt(round, 'mode') !== undefined;
}

function isRoundedBehind({ attributes: { transform = [] } }: MappedField, index: number): boolean {
  return transform.slice(index).some(({ round }) => round !== undefined);
}
