import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import {
  combined,
  contradictedDefinition,
  declaredDimension,
  definedScale,
  dimensionWords,
  unitScale,
} from '../linting/unit-scale.ts';
import type { UnitScale } from '../linting/unit-scale.ts';
import { fixedUnit } from '../linting/unit.ts';

/** Conversions that make one kind of quantity of another by a mere number. */
export const unitDimensionMismatch = defineLint({
  id: 'unit-dimension-mismatch',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both units are declared, and what they measure is known.',
  purpose:
    'Reports a conversion between units of different dimensions whose factor does not bridge them, and a unit that equals something of another dimension than its own.',
  why: 'No number turns kilograms into pieces: the factor holds for one product and is wrong for the next.',
  fix: 'Let the factor be the field that bridges them (mass of one piece, density, potency), or correct a unit.',
  reads: [
    'conversions.from',
    'conversions.to',
    'conversions.factor',
    'conversions.factor.multiplyBy',
    'conversions.factor.divideBy',
    'objects.field.unit',
    'units.dimension',
    'units.equals',
  ],
  examples: [
    {
      name: 'a number from mass to count, a bridge the wrong way round, a field of another kind, a unit that contradicts itself',
      spec: `
        objects: {part: {fields: {unit_mass: {type: decimal, unit: kg/EA}, length: {type: decimal, unit: mm}}}}
        units: {BOX: {dimension: count, equals: 12 EA}, TRAY: {dimension: length, equals: 6 EA}}
        conversions:
          UC-1: {from: kg, to: EA, factor: 3.3}
          UC-2: {from: kg, to: EA, factor: {multiplyBy: part.unit_mass}}
          UC-3: {from: kg, to: BOX, factor: {divideBy: part.length}}
          UC-4: {from: mg/mL, to: mg, factor: 10}`,
      expect: [
        '2:83 error TRAY: TRAY is declared to measure length, but equals 6 EA, which is count.',
        '4:36 error UC-1: UC-1 makes EA (count) of kg (mass) by the number 3.3: no number does that.',
        '5:36 error UC-2: UC-2 makes mass2/count of kg times part.unit_mass (kg/EA), and not EA (count).',
        '6:37 error UC-3: UC-3 makes mass/length of kg divided by part.length (mm), and not BOX (count).',
        '7:39 error UC-4: UC-4 makes mg (mass) of mg/mL (density) by the number 10: no number does that.',
      ],
    },
    {
      name: 'a unit with a fixed definition that is declared to measure something else',
      spec: `
        units: {g: {dimension: length}, kg: {dimension: mass}, EA: {dimension: pieces}}`,
      expect: ['1:24 error g: g is declared to measure length, but by its definition it is mass.'],
    },
    {
      name: 'one dimension, a bridge, compound units, units that nobody knows, and a bridge without a fixed unit',
      spec: `
        objects:
          part: {fields: {unit_mass: {type: decimal, unit: kg/EA}, density: {type: decimal, unit: g/cm3}, share: {type: decimal, unit: "%"}, other: {type: decimal, unit: {field: part.unit}}, unit: {type: code}}}
        units: {BOX: {dimension: count, equals: 12 EA}, DRUM: {dimension: mass}}
        conversions:
          UC-1: {from: kg, to: EA, factor: {divideBy: part.unit_mass}}
          UC-2: {from: cm3, to: g, factor: {multiplyBy: part.density}}
          UC-3: {from: mg, to: mg, factor: {multiplyBy: part.share}}
          UC-4: {from: BOX, to: EA, factor: 12}
          UC-5: {from: m3/h, to: L/min, factor: 50/3}
          UC-6: {from: spoon, to: EA, factor: 3}
          UC-7: {from: kg, to: EA, factor: {divideBy: part.other}}
          UC-8: {from: DRUM, to: kg, factor: 200}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const unit of model.ofKind('unit')) yield* selfContradiction(model, unit);
    for (const conversion of model.ofKind('conversion')) yield* mismatch(model, conversion);
  },
});

function* selfContradiction(model: SpecModel, unit: Element<'unit'>): Generator<LintReport> {
  const { dimension, equals } = unit.attributes;
  const defined = definedScale(unit.id);
  if (defined !== undefined && contradictedDefinition(model, unit.id) === 'dimension') {
    yield {
      element: unit,
      path: ['dimension'],
      message: `${unit.id} is declared to measure ${dimension}, but by its definition it is ${dimensionWords(defined.dimension)}.`,
      hint: 'Correct `dimension`, or give the unit a name of its own.',
      subject: ['definition', dimension],
    };
  }
  const scale = equals === undefined ? undefined : unitScale(model, unit.id);
  if (equals === undefined || scale === undefined || scale.dimension === declaredDimension(dimension)) return;
  yield {
    element: unit,
    path: ['equals'],
    message: `${unit.id} is declared to measure ${dimension}, but equals ${equals}, which is ${dimensionWords(scale.dimension)}.`,
    hint: 'Correct `dimension`, or what the unit equals.',
    subject: [dimension, equals],
  };
}

function* mismatch(model: SpecModel, conversion: Element<'conversion'>): Generator<LintReport> {
  const { from, to, factor } = conversion.attributes;
  const [a, b] = [unitScale(model, from), unitScale(model, to)];
  if (a === undefined || b === undefined) return;
  if (typeof factor === 'string') {
    if (a.dimension === b.dimension) return;
    yield {
      element: conversion,
      path: ['factor'],
      message: `${conversion.id} makes ${to} (${dimensionWords(b.dimension)}) of ${from} (${dimensionWords(a.dimension)}) by the number ${factor}: no number does that.`,
      hint: 'Name the field that bridges them: `factor: {multiplyBy: OBJECT.FIELD}` or `{divideBy: OBJECT.FIELD}`.',
      subject: [from, to, factor],
    };
    return;
  }
  const result = bridged(model, a, factor);
  if (result === undefined || result.scale.dimension === b.dimension) return;
  yield {
    element: conversion,
    path: ['factor'],
    message: `${conversion.id} makes ${dimensionWords(result.scale.dimension)} of ${from} ${result.words}, and not ${to} (${dimensionWords(b.dimension)}).`,
    hint: 'Multiply instead of dividing, or the other way round, or name the field that bridges the two units.',
    subject: [from, to, result.words],
  };
}

type Bridging = Exclude<Element<'conversion'>['attributes']['factor'], string>;

function bridged(
  model: SpecModel,
  from: UnitScale,
  { multiplyBy, divideBy }: Bridging,
): { readonly scale: UnitScale; readonly words: string } | undefined {
  let scale = from;
  const words: string[] = [];
  for (const [name, sign, verb] of [
    [multiplyBy, 1, 'times'],
    [divideBy, -1, 'divided by'],
  ] as const) {
    if (name === undefined) continue;
    const unit = fixedUnit(model.get('field', name)?.attributes.unit);
    const field = unit === undefined ? undefined : unitScale(model, unit);
    if (unit === undefined || field === undefined) return undefined;
    scale = combined(scale, field, sign);
    words.push(`${verb} ${name} (${unit})`);
  }
  return { scale, words: words.join(' and ') };
}
