import { compareDurations } from '../../diff/exact-amount.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport, RelatedPlace } from '../lint-rule.ts';
import { mappedSubjects, placeOrField, receiverOf, sendersOf } from '../linting/mapped-value.ts';
import type { MappedField, ValueEnd } from '../linting/mapped-value.ts';
import { numberAt } from '../linting/structured-value.ts';
import { typeAfterSteps } from '../linting/value-type.ts';

/** Digits and time resolution of what a mapping hands over against those at arrival. */
export const mappingPrecisionLoss = defineLint({
  id: 'mapping-precision-loss',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'Both precisions are declared, and no rounding between them is.',
  purpose:
    'Reports a mapped field that keeps fewer digits, or coarser times, than it is handed, without a declared rounding.',
  why: 'Some program rounds or cuts in a way that nobody chose: a value at a limit changes sides.',
  fix: 'Keep the digits, or declare how they are rounded: `round` in `transform`, or `decimals` and `rounding` of the conversion.',
  reads: [
    'objects.field.digits',
    'objects.field.decimals',
    'objects.field.resolution',
    'interfaces.field.source',
    'interfaces.field.digits',
    'interfaces.field.decimals',
    'interfaces.field.resolution',
    'transform.round',
    'conversions.decimals',
    'conversions.digits',
  ],
  examples: [
    {
      name: 'fewer decimals, fewer digits, coarser times, and fewer decimals than the conversion keeps',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal, unit: uin, decimals: 3, digits: 8}, at: {type: timestamp, resolution: 1 ms}}}}
        conversions: {UC-RA: {from: uin, to: um, factor: 0.0254, decimals: 3, rounding: half-up}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              value: {from: result.value, type: decimal, unit: uin, decimals: 2, digits: 6}
              converted: {from: result.value, type: decimal, unit: um, decimals: 2, conversion: UC-RA}
              at: {from: result.at, type: timestamp, resolution: 1 s}`,
      expect: [
        '9:71 error IF-5.value: IF-5.value keeps 2 decimals, but result.value has 3, and no rounding is declared.',
        '9:82 error IF-5.value: IF-5.value keeps 6 significant digits, but result.value has 8, and no rounding is declared.',
        '10:74 error IF-5.converted: IF-5.converted keeps 2 decimals, but UC-RA yields 3, and no rounding is declared.',
        '11:58 error IF-5.at: IF-5.at keeps times to 1 s, but result.at has them to 1 ms, and no rounding is declared.',
      ],
    },
    {
      name: 'declared rounding, as many digits, a date on purpose, and what is not declared',
      spec: `
        systems: {LIMS: {}, QMS: {}}
        objects: {result: {fields: {value: {type: decimal, unit: uin, decimals: 3}, at: {type: timestamp, resolution: 1 ms}}}}
        conversions: {UC-RA: {from: uin, to: um, factor: 0.0254, decimals: 2, rounding: half-up}}
        interfaces:
          IF-5:
            from: LIMS
            to: QMS
            fields:
              rounded: {from: result.value, type: decimal, unit: uin, decimals: 2, transform: [{round: {decimals: 2, mode: half-up}}]}
              converted: {from: result.value, type: decimal, unit: um, decimals: 2, conversion: UC-RA}
              same: {from: result.value, type: decimal, unit: uin, decimals: 3}
              text: {from: result.value, type: string}
              unsaid: {from: result.value, type: decimal, unit: uin}
              day: {from: result.at, type: date, resolution: 1 d, transform: [{toDate: UTC}]}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      for (const sender of sendersOf(model, field)) {
        // A formula, a table or a step in words yields what no declaration of the sender tells.
        if (typeAfterSteps(field, sender.facts.type ?? 'decimal') === undefined) continue;
        yield* digitsLost(model, field, sender);
        yield* timesLost(model, field, sender);
      }
    }
  },
});

interface Precision {
  readonly what: string;
  readonly digits: number;
  readonly place: Omit<RelatedPlace, 'message'>;
}

function* digitsLost(model: SpecModel, field: MappedField, sender: ValueEnd): Generator<LintReport> {
  const receiver = receiverOf(model, field);
  for (const [fact, noun] of [
    ['decimals', 'decimals'],
    ['digits', 'significant digits'],
  ] as const) {
    const kept = receiver.facts[fact];
    const given = handedOver(model, field, sender, fact);
    const at = receiver.place(fact);
    if (kept === undefined || given === undefined || at === undefined || given.digits <= kept) continue;
    yield {
      element: field,
      path: at.element.key === field.key ? at.path : ['to'],
      message: `${field.id} keeps ${kept} ${noun}, but ${given.what} ${given.digits}, and no rounding is declared.`,
      hint: `Keep ${given.digits}, or add \`round\` with its mode to \`transform\`.`,
      subject: [fact, given.digits, kept],
      related: [{ message: `${given.what} ${given.digits} ${noun}.`, ...given.place }],
    };
  }
}

/** The digits that are left after conversion and rounding; undefined where a step leaves them open. */
function handedOver(
  model: SpecModel,
  field: MappedField,
  sender: ValueEnd,
  fact: 'decimals' | 'digits',
): Precision | undefined {
  const { conversion: id, transform = [] } = field.attributes;
  const round = transform.findLast((step) => step.round !== undefined)?.round;
  if (round !== undefined) {
    const digits = numberAt(round, fact);
    return digits === undefined
      ? undefined
      : { what: 'the mapping rounds to', digits, place: { element: field, path: ['transform'] } };
  }
  const conversion = id === undefined ? undefined : model.get('conversion', id);
  if (conversion !== undefined) {
    const digits = conversion.attributes[fact];
    return digits === undefined
      ? undefined
      : { what: `${conversion.id} yields`, digits, place: { element: conversion, path: [fact] } };
  }
  const digits = sender.facts[fact];
  return digits === undefined
    ? undefined
    : { what: `${sender.name} has`, digits, place: placeOrField(sender, fact, field) };
}

function* timesLost(model: SpecModel, field: MappedField, sender: ValueEnd): Generator<LintReport> {
  const receiver = receiverOf(model, field);
  const [given, kept] = [sender.facts.resolution, receiver.facts.resolution];
  const at = receiver.place('resolution');
  if (given === undefined || kept === undefined || at === undefined || compareDurations(given, kept) !== -1) return;
  if (field.attributes.transform?.some(({ toDate, round }) => toDate !== undefined || round !== undefined) === true)
    return;
  yield {
    element: field,
    path: at.element.key === field.key ? at.path : ['to'],
    message: `${field.id} keeps times to ${kept}, but ${sender.name} has them to ${given}, and no rounding is declared.`,
    hint: `Keep times to ${given}, or say what happens to the rest: \`toDate\`, or \`round\` in \`transform\`.`,
    subject: ['resolution', given, kept],
    related: [{ message: `${sender.name} has times to ${given}.`, ...placeOrField(sender, 'resolution', field) }],
  };
}
