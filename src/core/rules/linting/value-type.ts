import { fieldType } from '../../language/collections/shared.ts';
import type { MappedField, ValueFacts } from './mapped-value.ts';
import { numberAt } from './structured-value.ts';

export type ValueType = NonNullable<ValueFacts['type']>;

/** Types whose values are amounts. */
export function isNumeric(type: ValueType): boolean {
  return type === 'integer' || type === 'decimal';
}

/**
 * The type of a value after the steps of a mapping; undefined when it depends on something that no type describes: a formula,
 * a table, a step in words.
 */
export function typeAfterSteps(field: MappedField, sent: ValueType | undefined): ValueType | undefined {
  const { derivation, map, crosswalk, conversion, transform = [] } = field.attributes;
  if (derivation !== undefined || map !== undefined || crosswalk !== undefined) return undefined;
  const converted = conversion === undefined ? sent : 'decimal';
  return transform.reduce<ValueType | undefined>((type, step) => typeAfter(step, type), converted);
}

type Step = NonNullable<MappedField['attributes']['transform']>[number];

function typeAfter(step: Step, type: ValueType | undefined): ValueType | undefined {
  if (step.custom !== undefined || step.lookup !== undefined || step.first !== undefined) return undefined;
  if (step.toText !== undefined || step.join !== undefined || step.split !== undefined || step.prefix !== undefined)
    return 'string';
  if (step.suffix !== undefined || step.part !== undefined || step.replace !== undefined) return 'string';
  if (step.padLeft !== undefined || step.padRight !== undefined) return 'string';
  if (step.toDate !== undefined) return 'date';
  if (step.toZone !== undefined) return 'timestamp';
  if (step.now !== undefined) return step.now;
  if (step.aggregate === 'count') return 'integer';
  if (step.round !== undefined) return numberAt(step.round, 'decimals') === 0 ? 'integer' : type;
  return type;
}

const TEXTS: readonly ValueType[] = ['string', 'text', 'code', 'reference'];

/** What a receiver can take besides its own type without a parse error; anything can be written as text. */
const TAKES: Readonly<Partial<Record<ValueType, readonly ValueType[]>>> = {
  string: fieldType.words,
  text: fieldType.words,
  code: [...TEXTS, 'integer', 'boolean'],
  reference: [...TEXTS, 'integer'],
  decimal: ['integer'],
};

/** Whether a receiver of one type can take a value of another. */
export function takes(receiver: ValueType, value: ValueType): boolean {
  return receiver === value || (TAKES[receiver] ?? []).includes(value);
}
