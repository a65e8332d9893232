import { Fraction } from 'fraction.js';
import { readMeasure } from '../../language/measure-text.ts';
import type { Scene, Stage } from './scene.ts';

/**
 * What is wrong with the quantities that the story enters in a step over which an invariant conserves them: the records
 * that the step is about must together have as much after it as before. Undefined where they add up, or are not all stated.
 */
export function sumFault(
  { model, records }: Stage,
  before: Scene,
  after: Scene,
  entered: ReadonlyMap<string, string>,
  { transition, name: acting }: { readonly transition: string; readonly name: string },
): string | undefined {
  for (const { attributes, id } of model.ofKind('invariant')) {
    const { conserved, over } = attributes;
    if (conserved === undefined || over?.includes(transition) !== true) continue;
    const [object, field] = conserved.split('.');
    const created = [...after.cast.keys()].filter(
      (name) => !before.cast.has(name) && records.some((record) => record.name === name && record.object === object),
    );
    if (created.length === 0) continue;
    const was = sumOf([before.values.get(`${acting}.${field}`)]);
    const is = sumOf([acting, ...created].map((name) => entered.get(`${name}.${field}`)));
    if (was === undefined || is === undefined || was.unit !== is.unit) continue;
    if (was.amount.equals(is.amount)) continue;
    const parts = [acting, ...created].map((name) => `${entered.get(`${name}.${field}`)} in ${name}`).join(' and ');
    return `${conserved} does not add up: ${before.values.get(`${acting}.${field}`)} in ${acting} before ${transition}, ${parts} after it (${id}).`;
  }
  return undefined;
}

function sumOf(
  texts: readonly (string | undefined)[],
): { readonly amount: Fraction; readonly unit: string } | undefined {
  let amount = new Fraction(0);
  let unit: string | undefined;
  for (const text of texts) {
    const measure = text === undefined ? undefined : readMeasure(text, 'quantity');
    if (measure === undefined || 'problem' in measure) return undefined;
    if (unit !== undefined && unit !== measure.unit) return undefined;
    unit = measure.unit;
    amount = amount.add(new Fraction(measure.amount));
  }
  return unit === undefined ? undefined : { amount, unit };
}
