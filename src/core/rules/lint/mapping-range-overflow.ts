import Fraction from 'fraction.js';
import { computable, decimalText, exactResult } from '../../derive/values/conversion-values.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { mappedSubjects, sourceFields, targetField } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { fixedUnit, sameUnit } from '../linting/unit.ts';

/** Values that the sender may hold and the receiver may not. */
export const mappingRangeOverflow = defineLint({
  id: 'mapping-range-overflow',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'Both limits are declared, and the sender’s is the wider one.',
  purpose: 'Reports a mapped number whose limits at the sender are wider than at arrival.',
  why: 'What lies between is refused, or wraps round, on the day when it first occurs.',
  fix: 'Widen the limits at arrival, or narrow those of the sender.',
  reads: [
    'objects.field.min',
    'objects.field.max',
    'objects.field.unit',
    'interfaces.field.min',
    'interfaces.field.max',
    'interfaces.field.unit',
    'interfaces.field.conversion',
  ],
  examples: [
    {
      name: 'more, less, and more after a conversion',
      spec: `
        systems: {MES: {}, ERP: {}}
        objects: {lot: {fields: {quantity: {type: decimal, unit: EA, min: 0 EA, max: 100000 EA}, level: {type: integer, min: -5, max: 5}, mass: {type: decimal, unit: kg, max: 2 kg}}}}
        conversions: {UC: {from: kg, to: g, factor: 1000}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              quantity: {from: lot.quantity, type: decimal, unit: EA, max: 9999 EA}
              level: {from: lot.level, type: integer, min: 0}
              mass: {from: lot.mass, type: decimal, unit: g, conversion: UC, max: 1500 g}`,
      expect: [
        '9:68 warning IF-1.quantity: lot.quantity may be as large as 100000 EA, but IF-1.quantity takes no more than 9999 EA.',
        '10:52 warning IF-1.level: lot.level may be as small as -5, but IF-1.level takes no less than 0.',
        '11:75 warning IF-1.mass: lot.mass may be as large as 2000 g, but IF-1.mass takes no more than 1500 g.',
      ],
    },
    {
      name: 'within the limits, equal after a conversion, limits that one end does not declare, other units, a formula',
      spec: `
        systems: {MES: {}, ERP: {}}
        objects: {lot: {fields: {quantity: {type: decimal, unit: EA, min: 0 EA, max: 9999 EA}, mass: {type: decimal, unit: kg, max: 2 kg}, free: {type: integer}}}}
        conversions: {UC: {from: kg, to: g, factor: 1000}}
        interfaces:
          IF-1:
            from: MES
            to: ERP
            fields:
              quantity: {from: lot.quantity, type: decimal, unit: EA, min: -1 EA, max: 9999 EA}
              mass: {from: lot.mass, type: decimal, unit: g, conversion: UC, max: 2000 g}
              free: {from: lot.free, type: integer, max: 10}
              unlike: {from: lot.mass, type: decimal, unit: t, max: 1 t}
              worked: {from: lot.quantity, type: integer, max: 10, derivation: boxes}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const field of mappedSubjects(subjects)) {
      const { derivation, map, crosswalk, transform = [] } = field.attributes;
      if (derivation !== undefined || map !== undefined || crosswalk !== undefined) continue;
      if (transform.some(({ round }) => round === undefined)) continue;
      for (const source of sourceFields(model, field)) {
        for (const end of ['min', 'max'] as const) {
          const sent = limitOf(source.attributes[end], fixedUnit(source.attributes.unit));
          const declared = field.attributes[end] ?? targetField(model, field)?.attributes[end];
          const taken = limitOf(declared, fixedUnit(field.attributes.unit));
          const given = sent === undefined ? undefined : converted(model, field, sent);
          if (sent === undefined || taken === undefined || given === undefined || declared === undefined) continue;
          if (!sameUnit(model, given.unit ?? '', taken.unit ?? '')) continue;
          const order = given.amount.compare(taken.amount);
          if (end === 'max' ? order <= 0 : order >= 0) continue;
          yield {
            element: field,
            path: field.attributes[end] === undefined ? ['to'] : [end],
            message: `${source.id} may be as ${end === 'max' ? 'large' : 'small'} as ${words(given)}, but ${field.id} takes no ${end === 'max' ? 'more' : 'less'} than ${words(taken)}.`,
            hint: `Take ${words(given)}, too, or narrow the limits of ${source.id}.`,
            subject: [source.id, end, words(given), words(taken)],
            related: [{ message: 'The limit of the sender.', element: source, path: [end] }],
          };
        }
      }
    }
  },
});

interface Limit {
  readonly amount: Fraction;
  readonly unit: string | undefined;
}

/** `5` or `5 kg`; a bare number is in the unit of its field. */
function limitOf(text: string | undefined, unit: string | undefined): Limit | undefined {
  if (text === undefined) return undefined;
  const blank = text.indexOf(' ');
  if (blank === -1) return { amount: new Fraction(text), unit };
  return { amount: new Fraction(text.slice(0, blank)), unit: text.slice(blank + 1) };
}

function converted(model: SpecModel, { attributes }: MappedField, limit: Limit): Limit | undefined {
  if (attributes.conversion === undefined) return limit;
  const conversion = model.get('conversion', attributes.conversion);
  const exact = conversion === undefined ? undefined : computable(conversion, undefined);
  if (conversion === undefined || exact === undefined || exact.factor.s < 0n) return undefined;
  if (!sameUnit(model, limit.unit ?? '', conversion.attributes.from)) return undefined;
  return { amount: exactResult(limit.amount, exact), unit: conversion.attributes.to };
}

function words({ amount, unit }: Limit): string {
  return `${decimalText(amount)}${unit === undefined ? '' : ` ${unit}`}`;
}
