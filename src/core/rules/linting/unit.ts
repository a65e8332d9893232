import type { SpecModel } from '../../model/spec-model.ts';
import type { ValueFacts } from './mapped-value.ts';
import { unitScale } from './unit-scale.ts';

/** A unit as the author wrote it; undefined where a field of the record holds it, so that it is known at run time only. */
export function fixedUnit(unit: ValueFacts['unit']): string | undefined {
  return typeof unit === 'string' ? unit : undefined;
}

/** Whether two units are one: written alike, declared as one of the other (`units`), or of one size by definition (`EA`, `pcs`). */
export function sameUnit(model: SpecModel, a: string, b: string): boolean {
  if (baseUnit(model, a) === baseUnit(model, b)) return true;
  const [one, other] = [unitScale(model, a), unitScale(model, b)];
  if (one?.size === undefined || other?.size === undefined || one.dimension !== other.dimension) return false;
  return one.size.factor.equals(other.size.factor) && one.size.offset.equals(other.size.offset);
}

/** The unit that this one is another name of. */
function baseUnit(model: SpecModel, name: string): string {
  // The micro sign and the Greek letter look alike and are two characters.
  let unit = name.normalize('NFKC');
  for (const seen = new Set<string>(); !seen.has(unit);) {
    seen.add(unit);
    const same = model.get('unit', unit)?.attributes.equals;
    if (same?.startsWith('1 ') !== true) break;
    unit = same.slice(2).normalize('NFKC');
  }
  return unit;
}
