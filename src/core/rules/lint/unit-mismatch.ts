import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { mappedSubjects, placeOrField, receiverOf, sendersOf } from '../linting/mapped-value.ts';
import type { MappedField, ValueEnd } from '../linting/mapped-value.ts';
import { fixedUnit, sameUnit } from '../linting/unit.ts';

/** Units of both ends of a mapping, with the conversion between them. */
export const unitMismatch = defineLint({
  id: 'unit-mismatch',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both units are declared, and what lies between them does not convert one into the other.',
  purpose: 'Reports a mapped field whose two ends have different units, with no conversion from one to the other.',
  why: 'The number stays and its meaning changes: a wrong amount is used, and nobody sees it.',
  fix: 'Declare the conversion from the unit of the sender to the unit at arrival, or correct a unit.',
  reads: [
    'objects.field.unit',
    'interfaces.field.source',
    'interfaces.field.unit',
    'interfaces.field.conversion',
    'conversions.from',
    'conversions.to',
    'units.equals',
  ],
  examples: [
    {
      name: 'no conversion, and conversions that fit one end only',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal, unit: uin}}}}
        conversions:
          UC-RA: {from: uin, to: um, factor: 0.0254}
          UC-MASS: {from: lb, to: kg, factor: 0.45359237}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              plain: {from: result.value, type: decimal, unit: um}
              wrong: {from: result.value, type: decimal, unit: kg, conversion: UC-MASS}
              arrives: {from: result.value, type: decimal, unit: mm, conversion: UC-RA}`,
      expect: [
        '11:56 error IF-5.plain: IF-5.plain arrives in um, but result.value is in uin: nothing converts it.',
        '12:72 error IF-5.wrong: UC-MASS converts from lb, but result.value is in uin.',
        '13:58 error IF-5.arrives: UC-RA converts to um, but IF-5.arrives arrives in mm.',
      ],
    },
    {
      name: 'a conversion that fits, one unit under two names, a unit that a field holds, steps that make another quantity',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        units: {pcs: {dimension: count, equals: 1 EA}}
        objects: {result: {fields: {value: {type: decimal, unit: uin}, width: {type: decimal, unit: µm}, volume: {type: decimal, unit: mL}, pieces: {type: decimal, unit: EA}, unit: {type: code}}}}
        conversions: {UC-RA: {from: uin, to: um, factor: 0.0254}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              converted: {from: result.value, type: decimal, unit: um, conversion: UC-RA}
              micro: {from: result.width, type: decimal, unit: μm}
              volume: {from: result.volume, type: decimal, unit: cm3}
              pieces: {from: result.pieces, type: decimal, unit: pcs}
              held: {from: result.value, type: decimal, unit: {field: result.unit}}
              number: {from: result.value, type: decimal, unit: EA, transform: [{aggregate: count}]}
              formula: {from: result.value, type: decimal, unit: kg, derivation: volume times density}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      if (
        field.attributes.derivation !== undefined ||
        field.attributes.map !== undefined ||
        field.attributes.crosswalk !== undefined
      )
        continue;
      if (
        field.attributes.transform?.some(
          ({ custom, lookup, aggregate }) => custom !== undefined || lookup !== undefined || aggregate === 'count',
        ) === true
      )
        continue;
      for (const sender of sendersOf(model, field)) yield* unitsOf(model, field, sender);
    }
  },
});

function* unitsOf(model: SpecModel, field: MappedField, sender: ValueEnd): Generator<LintReport> {
  const receiver = receiverOf(model, field);
  const [sent, arriving] = [fixedUnit(sender.facts.unit), fixedUnit(receiver.facts.unit)];
  const { conversion: id } = field.attributes;
  const conversion = id === undefined ? undefined : model.get('conversion', id);
  const arrival = receiver.place('unit');
  const atArrival = arrival?.element.key === field.key ? arrival.path : ['to'];
  const origin = { message: `${sender.name} is in ${sent ?? ''}.`, ...placeOrField(sender, 'unit', field) };
  if (conversion === undefined) {
    if (sent === undefined || arriving === undefined || sameUnit(model, sent, arriving)) return;
    yield {
      element: field,
      path: atArrival,
      message: `${field.id} arrives in ${arriving}, but ${sender.name} is in ${sent}: nothing converts it.`,
      hint: `Declare a conversion from ${sent} to ${arriving} and name it here, or correct the unit of one end.`,
      subject: ['no conversion', sender.name, sent, arriving],
      related: [origin],
    };
    return;
  }
  const { from, to } = conversion.attributes;
  if (sent !== undefined && !sameUnit(model, sent, from)) {
    yield {
      element: field,
      path: ['conversion'],
      message: `${conversion.id} converts from ${from}, but ${sender.name} is in ${sent}.`,
      hint: `If the sender hands over ${from} here, say so: \`source: {unit: ${from}}\`. Else take the conversion away, or one from ${sent}.`,
      subject: ['conversion from', sender.name, sent, from],
      related: [origin, { message: `${conversion.id} converts from ${from}.`, element: conversion, path: ['from'] }],
    };
  }
  if (arriving !== undefined && !sameUnit(model, arriving, to)) {
    yield {
      element: field,
      path: atArrival,
      message: `${conversion.id} converts to ${to}, but ${field.id} arrives in ${arriving}.`,
      hint: `Name a conversion to ${arriving}, or correct the unit at arrival.`,
      subject: ['conversion to', to, arriving],
      related: [{ message: `${conversion.id} converts to ${to}.`, element: conversion, path: ['to'] }],
    };
  }
}
