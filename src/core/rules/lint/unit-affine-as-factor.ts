import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { unitScale, whyNoFactor } from '../linting/unit-scale.ts';

/** Temperatures, gauge pressures and logarithmic values that a mere factor converts. */
export const unitAffineAsFactor = defineLint({
  id: 'unit-affine-as-factor',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The units are declared, and no factor alone converts one into the other.',
  purpose:
    'Reports a conversion by a factor alone from or into a unit that is not counted from zero, or that is logarithmic.',
  why: 'The result is right at one point of the scale and wrong everywhere else.',
  fix: 'Add the `offset`; of a difference of temperatures say so by `offset: 0`.',
  reads: ['conversions.from', 'conversions.to', 'conversions.factor', 'conversions.offset'],
  examples: [
    {
      name: 'degrees, gauge pressure and pH by a factor',
      spec: `
        conversions:
          UC-1: {from: degF, to: Cel, factor: 5/9}
          UC-2: {from: barg, to: kPa, factor: 100}
          UC-3: {from: pH, to: mol/L, factor: 1}`,
      expect: [
        '2:39 error UC-1: UC-1 converts degF into Cel by the factor 5/9 alone, but degF is not counted from the absolute zero.',
        '3:39 error UC-2: UC-2 converts barg into kPa by the factor 100 alone, but barg is counted from the pressure of the air.',
        '4:39 error UC-3: UC-3 converts pH into mol/L by the factor 1 alone, but pH is logarithmic.',
      ],
    },
    {
      name: 'degrees that the project declares without their size',
      spec: `
        units: {Cel: {dimension: temperature}, pH: {dimension: acidity}}
        conversions:
          UC-1: {from: K, to: Cel, factor: 1}
          UC-2: {from: pH, to: mol/L, factor: 1}`,
      expect: [
        '3:36 error UC-1: UC-1 converts K into Cel by the factor 1 alone, but Cel is not counted from the absolute zero.',
        '4:39 error UC-2: UC-2 converts pH into mol/L by the factor 1 alone, but pH is logarithmic.',
      ],
    },
    {
      name: 'with its offset, a difference, the same scale under two names, units that are counted from zero',
      spec: `
        conversions:
          UC-1: {from: degF, to: Cel, factor: 5/9, offset: -160/9}
          UC-2: {from: degF, to: K, factor: 5/9, offset: 0}
          UC-3: {from: Cel, to: °C, factor: 1}
          UC-4: {from: psig, to: psig, factor: 1}
          UC-5: {from: lb, to: kg, factor: 0.45359237}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const conversion of model.ofKind('conversion')) {
      const { from, to, factor, offset } = conversion.attributes;
      if (typeof factor !== 'string' || offset !== undefined || from.normalize('NFKC') === to.normalize('NFKC'))
        continue;
      const [a, b] = [whyNoFactor(model, from), whyNoFactor(model, to)];
      const [unit, why] = a === undefined ? [to, b] : [from, a];
      if (why === undefined || sameOrigin(model, from, to)) continue;
      yield {
        element: conversion,
        path: ['factor'],
        message: `${conversion.id} converts ${from} into ${to} by the factor ${factor} alone, but ${unit} ${why}.`,
        hint: 'Add `offset`, or `offset: 0` where differences are meant; a logarithmic value needs a formula (`derivation` on the mapped field).',
        subject: [from, to, factor],
      };
    }
  },
});

/** Whether both are counted from the same point in steps of one size. */
function sameOrigin(model: SpecModel, from: string, to: string): boolean {
  const [a, b] = [unitScale(model, from)?.size, unitScale(model, to)?.size];
  return a !== undefined && b !== undefined && a.factor.equals(b.factor) && a.offset.equals(b.offset);
}
