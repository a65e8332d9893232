import Fraction from 'fraction.js';
import type { SpecModel } from '../../model/spec-model.ts';
import { definedScale, unitScale } from '../linting/unit-scale.ts';
import type { UnitScale } from '../linting/unit-scale.ts';

/**
 * By what a number in a unit of one revision is multiplied to be the same amount in a unit of the other one; undefined where
 * nothing says so. Units with zeros of their own (temperatures) have no such factor between them.
 */
export function unitRatio(base: SpecModel, from: string, head: SpecModel, to: string): Fraction | undefined {
  const [a, b] = [unitScale(base, from), unitScale(head, to)];
  const alike = from.normalize('NFKC') === to.normalize('NFKC');
  if (alike && (a?.size === undefined || b?.size === undefined))
    return declared(base, from) === declared(head, to) ? new Fraction(1) : undefined;
  if (a?.size === undefined || b?.size === undefined || a.dimension !== b.dimension) return undefined;
  if (alike && sameScale(a, b)) return new Fraction(1);
  if (isRedefined(base, from) || isRedefined(head, to)) return undefined;
  return a.size.offset.n === 0n && b.size.offset.n === 0n ? a.size.factor.div(b.size.factor) : undefined;
}

/** A unit with a fixed size of which the project says something else: two things under one name are never converted. */
function isRedefined(model: SpecModel, unit: string): boolean {
  const [own, defined] = [unitScale(model, unit), definedScale(unit)];
  return own !== undefined && defined !== undefined && !sameScale(own, defined);
}

function sameScale(a: UnitScale, b: UnitScale): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.size === undefined || b.size === undefined) return a.size === b.size;
  return a.size.factor.equals(b.size.factor) && a.size.offset.equals(b.size.offset);
}

function declared(model: SpecModel, unit: string): string | undefined {
  return model.get('unit', unit.normalize('NFKC'))?.attributes.equals;
}
