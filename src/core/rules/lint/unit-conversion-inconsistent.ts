import Fraction from 'fraction.js';
import { bridgeOf, computable, decimalText, exactResult, shownResult } from '../../derive/values/conversion-values.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { disagreements } from '../linting/conversion-graph.ts';
import { statusOf } from '../linting/declared.ts';
import { combined, contradictedDefinition, unitScale } from '../linting/unit-scale.ts';
import type { UnitSize } from '../linting/unit-scale.ts';
import { fixedUnit } from '../linting/unit.ts';
import { listed } from '../judging/wording.ts';

/** Conversions that give one amount two answers. */
export const unitConversionInconsistent = defineLint({
  id: 'unit-conversion-inconsistent',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both ways from one unit to the other are declared or defined, and they differ.',
  purpose:
    'Reports a conversion that differs from the definition of its units, from other conversions, or from its own worked examples, and a unit that is declared to be of another size than its definition gives it.',
  why: 'One amount has two values, and which one decides depends on the way that it took.',
  fix: 'Write the exact factor (a fraction where no decimal is exact), or the worked value that it gives.',
  reads: [
    'conversions.from',
    'conversions.to',
    'conversions.factor',
    'conversions.offset',
    'conversions.decimals',
    'conversions.digits',
    'conversions.rounding',
    'conversions.examples',
    'units.equals',
    'objects.field.unit',
  ],
  examples: [
    {
      name: 'a factor that is not the defined one, a way back that does not lead back, and a way round',
      spec: `
        conversions:
          UC-1: {from: lb, to: kg, factor: 0.4536}
          UC-2: {from: drum, to: vat, factor: 3}
          UC-3: {from: vat, to: drum, factor: 0.333}
          UC-4: {from: vat, to: tank, factor: 10}
          UC-5: {from: drum, to: tank, factor: 31}
          UC-6: {from: degF, to: Cel, factor: 5/9, offset: -17.7}`,
      expect: [
        '2:36 error UC-1: UC-1 makes of 1 lb 0.4536 kg; by their definition it is 0.45359237 kg.',
        '4:39 error UC-3: UC-3 makes of 1 vat 0.333 drum; by UC-2 it is 1/3 drum.',
        '6:40 error UC-5: UC-5 makes of 1 drum 31 tank; by UC-2 and UC-4 it is 30 tank.',
        '7:52 error UC-6: UC-6 makes of 1 degF 5/9 - 17.7 Cel; by their definition it is 5/9 - 160/9 Cel.',
      ],
    },
    {
      name: 'a wrong factor between units that the project declares without their size',
      spec: `
        units: {g: {dimension: mass}, kg: {dimension: weight}}
        conversions:
          UC-1: {from: kg, to: g, factor: 100}`,
      expect: ['3:35 error UC-1: UC-1 makes of 1 kg 100 g; by their definition it is 1000 g.'],
    },
    {
      name: 'a unit with a fixed size that is declared to be of another one; a temperature and a gauge pressure that are a mere amount',
      spec: `
        units:
          kg: {dimension: mass, equals: 453.6 g}
          g: {dimension: mass, equals: 0.001 kg}
          Cel: {dimension: temperature, equals: 1 K}
          barg: {dimension: pressure, equals: 1 bar}
          mg: {dimension: mass, equals: 0.000001 lb}`,
      expect: [
        '2:33 error kg: kg is declared to equal 453.6 g; by its definition it does not.',
        '4:41 error Cel: Cel is declared to equal 1 K; by its definition it does not.',
        '5:39 error barg: barg is declared to equal 1 bar; by its definition it does not.',
        '6:33 error mg: mg is declared to equal 0.000001 lb; by its definition it does not.',
      ],
    },
    {
      name: 'worked values that the conversion does not give, and a bridge in another unit',
      spec: `
        objects: {part: {fields: {unit_mass: {type: decimal, unit: lb/EA}}}}
        conversions:
          UC-1: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up, examples: [{in: 31.65, out: 0.803}]}
          UC-2: {from: kg, to: EA, factor: {divideBy: part.unit_mass}, decimals: 0, rounding: up, examples: [{in: 4, with: {part.unit_mass: 0.3}, out: 13}]}`,
      expect: [
        '3:105 error UC-1: UC-1 makes 0.804 um of 31.65 uin, but its example says 0.803.',
        '4:36 error UC-2: UC-2 divides kg by part.unit_mass in lb/EA, which does not give EA: it is off by the factor 100000000/45359237.',
        '4:144 error UC-2: UC-2 makes 14 EA of 4 kg, but its example says 13.',
      ],
    },
    {
      name: 'exact factors both ways, a difference within the digits that are kept, temperatures, worked values, and what is retired',
      spec: `
        objects: {part: {fields: {unit_mass: {type: decimal, unit: kg/EA}}}}
        conversions:
          UC-1: {from: lb, to: kg, factor: 0.45359237}
          UC-2: {from: kg, to: lb, factor: 2.20462, digits: 5, rounding: half-up}
          UC-3: {from: drum, to: vat, factor: 3}
          UC-4: {from: vat, to: drum, factor: 1/3}
          UC-5: {from: degF, to: Cel, factor: 5/9, offset: -160/9}
          UC-6: {from: Cel, to: degF, factor: 9/5, offset: 32, examples: [{in: 100, out: 212}]}
          UC-7: {from: kg, to: EA, factor: {divideBy: part.unit_mass}, decimals: 0, rounding: up, examples: [{in: 4, with: {part.unit_mass: 0.3}, out: 14}]}
          UC-8: {from: lb, to: kg, factor: 0.45, status: retired}
          UC-9: {from: in, to: mm, factor: 25.4, decimals: 1, examples: [{in: 0.5, out: 12.7}, {in: 0.05, out: 1.3}]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { conversion, others, expected } of disagreements(model)) {
      const { from, to } = conversion.attributes;
      const other = others.length === 0 ? 'by their definition' : `by ${listed(others.map(({ id }) => id))}`;
      yield {
        element: conversion,
        path: conversion.attributes.offset === undefined ? ['factor'] : ['offset'],
        message: `${conversion.id} makes of 1 ${from} ${formula(ownSize(conversion))} ${to}; ${other} it is ${formula(expected)} ${to}.`,
        hint: 'Write the exact factor, as a fraction where no decimal is exact, or say how many significant `digits` are kept.',
        subject: [from, to, formula(ownSize(conversion)), formula(expected)],
        related: others.map((one) => ({ message: `${one.id} is on the other way.`, element: one, path: ['factor'] })),
      };
    }
    for (const unit of model.ofKind('unit')) yield* redefined(model, unit);
    for (const conversion of model.ofKind('conversion')) {
      if (statusOf(model, conversion) === 'retired') continue;
      yield* bridgeInOtherUnit(model, conversion);
      yield* wrongExamples(conversion);
    }
  },
});

/** A unit whose size is fixed by definition and of which the project says another one. */
function* redefined(model: SpecModel, unit: Element<'unit'>): Generator<LintReport> {
  const { equals } = unit.attributes;
  if (equals === undefined || contradictedDefinition(model, unit.id) !== 'equals') return;
  yield {
    element: unit,
    path: ['equals'],
    message: `${unit.id} is declared to equal ${equals}; by its definition it does not.`,
    hint: 'Leave `equals` out: the unit is known. Or give what is meant a name of its own.',
    subject: ['definition', equals],
  };
}

function ownSize({ attributes: { factor, offset } }: Element<'conversion'>): UnitSize {
  return { factor: new Fraction(typeof factor === 'string' ? factor : 0), offset: new Fraction(offset ?? 0) };
}

/** What one unit comes to; with an offset, as a sum. */
function formula({ factor, offset }: UnitSize): string {
  return offset.n === 0n
    ? decimalText(factor)
    : `${decimalText(factor)} ${offset.s < 0n ? '-' : '+'} ${decimalText(offset.abs())}`;
}

/** A field that bridges the two kinds of quantity and is measured in other units than they are. */
function* bridgeInOtherUnit(model: SpecModel, conversion: Element<'conversion'>): Generator<LintReport> {
  const bridge = bridgeOf(conversion);
  const unit = bridge === undefined ? undefined : fixedUnit(model.get('field', bridge.field)?.attributes.unit);
  const { from, to } = conversion.attributes;
  const [a, b] = [unitScale(model, from), unitScale(model, to)];
  const field = unit === undefined ? undefined : unitScale(model, unit);
  if (bridge === undefined || unit === undefined || a === undefined || b === undefined || field === undefined) return;
  const result = combined(a, field, bridge.divides ? -1 : 1);
  // Which kind of quantity comes out is unit-dimension-mismatch.
  if (result.dimension !== b.dimension || result.size === undefined || b.size === undefined) return;
  if (result.size.factor.equals(b.size.factor)) return;
  yield {
    element: conversion,
    path: ['factor'],
    message: `${conversion.id} ${bridge.divides ? 'divides' : 'multiplies'} ${from} by ${bridge.field} in ${unit}, which does not give ${to}: it is off by the factor ${decimalText(result.size.factor.div(b.size.factor))}.`,
    hint: `Measure ${bridge.field} in the units of the conversion, or convert first.`,
    subject: [from, to, bridge.field, unit],
  };
}

/** Worked values that the declared factor and rounding do not give. */
function* wrongExamples(conversion: Element<'conversion'>): Generator<LintReport> {
  const { examples = [], decimals, digits, rounding } = conversion.attributes;
  const bridge = bridgeOf(conversion);
  for (const [index, example] of examples.entries()) {
    const between = bridge === undefined ? undefined : example.with?.[bridge.field];
    const exact = computable(conversion, between);
    if (exact === undefined || (between !== undefined && new Fraction(between).n === 0n)) continue;
    const value = exactResult(new Fraction(example.in), exact);
    const undecided = (decimals !== undefined || digits !== undefined) && rounding === undefined;
    const shown = shownResult(new Fraction(example.in), exact);
    if (new Fraction(shown).equals(example.out)) continue;
    // How the last digit is found is not declared: any neighbour will do.
    if (
      undecided &&
      value
        .sub(example.out)
        .abs()
        .compare(new Fraction(10).pow(-(decimals ?? digits ?? 0))) < 0
    )
      continue;
    yield {
      element: conversion,
      path: ['examples', index, 'out'],
      message: `${conversion.id} makes ${shown} ${conversion.attributes.to} of ${example.in} ${conversion.attributes.from}, but its example says ${example.out}.`,
      hint: 'Correct the example, or the factor, offset or rounding.',
      subject: ['example', example.in, example.out, between ?? null],
    };
  }
}
