import { exactNumber } from '../../diff/exact-amount.ts';
import { decimalText } from '../../derive/values/conversion-values.ts';
import { isNumeric } from '../linting/value-type.ts';
import type { Outcome } from './composed-effect.ts';
import { outOfBounds, placesOf, significantDigits } from './departure.ts';
import { textOf } from './value.ts';
import type { Value } from './value.ts';
import type { Arrival } from './value-path.ts';

/** What the receiver makes of a value: it takes it, cuts or refuses it, or nobody said what happens. */
export function arrive(value: Value, arrival: Arrival): Outcome {
  if (value.kind === 'several') return { kind: 'unknown', why: 'which of several sources is sent is not said' };
  if (value.kind === 'list') return arriveList(value.items, arrival);
  const { type } = arrival.facts;
  const numeric = type === undefined ? value.kind === 'number' : isNumeric(type);
  return numeric ? arriveNumber(value, arrival) : arriveText(value, arrival);
}

function arriveList(items: readonly Value[], arrival: Arrival): Outcome {
  const each = items.map((item) => arrive(item, arrival));
  const other = each.find(({ kind }) => kind !== 'arrives');
  if (other !== undefined) return other;
  const all = each.filter((one) => one.kind === 'arrives');
  const remark = all.find((one) => one.remark !== undefined)?.remark;
  const text = `[${all.map((one) => one.text).join(', ')}]`;
  return { kind: 'arrives', as: 'text', text, ...(remark === undefined ? {} : { remark }) };
}

function arriveNumber(value: Value, { facts }: Arrival): Outcome {
  const amount = value.kind === 'number' ? value.amount : value.kind === 'text' ? exactNumber(value.text) : undefined;
  if (amount === undefined)
    return { kind: 'arrives', as: 'text', text: (value as { text: string }).text, remark: 'it is no number' };
  const { type, decimals, digits, min, max, unit } = facts;
  const fixed = typeof unit === 'string' ? unit : undefined;
  const outside = outOfBounds(amount, min, max, fixed);
  if (outside.surely !== undefined) return { kind: 'stopped', why: `the receiver takes nothing ${outside.surely}` };
  if (outside.maybe !== undefined)
    return { kind: 'unknown', why: `whether it is ${outside.maybe} cannot be told from ${fixed ?? 'no unit'}` };
  const places = type === 'integer' ? 0 : decimals;
  const remark =
    places !== undefined && placesOf(amount) > places
      ? places === 0
        ? 'the receiver takes whole numbers'
        : `the receiver takes ${places} decimals`
      : digits !== undefined && significantDigits(amount) > digits
        ? `the receiver takes ${digits} digits`
        : undefined;
  const named = unit === undefined ? '' : ` ${fixed ?? 'in the unit of another field'}`;
  return {
    kind: 'arrives',
    as: 'number',
    text: `${decimalText(amount)}${named}`,
    ...(remark === undefined ? {} : { remark }),
  };
}

function arriveText(value: Value, { facts, tooLong, codes }: Arrival): Outcome {
  const text = textOf(value);
  if (text === undefined) return { kind: 'unknown', why: 'how the number is written as text is not declared' };
  const { length } = facts;
  const characters = [...text];
  if (length !== undefined && characters.length > length) {
    if (tooLong === 'reject') return { kind: 'stopped', why: `the receiver refuses more than ${length} characters` };
    if (tooLong === 'truncate') return { kind: 'arrives', as: 'text', text: characters.slice(0, length).join('') };
    return { kind: 'arrives', as: 'text', text, remark: `the receiver takes ${length} characters` };
  }
  const foreign = codes !== undefined && !codes.open && !codes.codes.some(({ id }) => id === text);
  return { kind: 'arrives', as: 'text', text, ...(foreign ? { remark: `it is not in ${codes.noun}` } : {}) };
}
