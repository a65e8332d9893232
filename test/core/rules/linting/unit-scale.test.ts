import { describe, expect, it } from 'vitest';
import { combined, dimensionWords, unitScale } from '../../../../src/core/rules/linting/unit-scale.ts';
import { sameUnit } from '../../../../src/core/rules/linting/unit.ts';
import { lintProject } from '../lint/lint-project.ts';

const { model } = lintProject(`
  objects: {lot: {fields: {size: {type: decimal, unit: EA}}}}
  units:
    BOX: {dimension: count, equals: 12 EA}
    PALLET: {dimension: count, equals: 40 BOX}
    DRUM: {dimension: mass}
    LOOP-A: {dimension: count, equals: 2 LOOP-B}
    LOOP-B: {dimension: count, equals: 2 LOOP-A}`);

/** Dimension and size in base units, as text. */
function shown(unit: string): string | undefined {
  const scale = unitScale(model, unit);
  if (scale === undefined) return undefined;
  const size =
    scale.size === undefined
      ? 'of unknown size'
      : `${scale.size.factor.toFraction()}${scale.size.offset.n === 0n ? '' : ` + ${scale.size.offset.toFraction()}`}`;
  return `${dimensionWords(scale.dimension)}: ${size}`;
}

describe('the scale of a unit', () => {
  it.each([
    ['uin', 'length: 127/5000000000'],
    ['µm', 'length: 1/1000000'],
    ['lb', 'mass: 45359237/100000000'],
    ['degF', 'temperature: 5/9 + 45967/180'],
    ['kg/EA', 'mass/count: 1'],
    ['g/cm3', 'density: 1000'],
    ['mm²', 'area: 1/1000000'],
    ['m3/h', 'length3/time: 1/3600'],
    ['%', 'a pure number: 1/100'],
    ['BOX', 'count: 12'],
    ['PALLET', 'count: 480'],
    ['kg/BOX', 'mass/count: 1/12'],
    ['DRUM', 'mass: of unknown size'],
    ['kg/DRUM', 'a pure number: of unknown size'],
  ])('%s is %s', (unit, scale) => {
    expect(shown(unit)).toBe(scale);
  });

  it.each(['spoon', 'kg/spoon', '', '/', '10*3/uL', 'LOOP-A', 'gal'])('nothing is concluded from “%s”', (unit) => {
    expect(unitScale(model, unit)).toBeUndefined();
  });

  it('takes a bridge away again', () => {
    const [mass, bridge, count] = ['kg', 'kg/EA', 'EA'].map((unit) => unitScale(model, unit));
    if (mass === undefined || bridge === undefined || count === undefined) throw new Error('a known unit is not known');
    expect(combined(mass, bridge, -1)).toEqual(count);
    expect(combined(count, bridge, 1)).toEqual(mass);
  });

  it.each([
    ['EA', 'pcs', true],
    ['mL', 'cm3', true],
    ['mbar', 'hPa', true],
    ['°C', 'Cel', true],
    ['°C', 'K', false],
    ['EA', '1', false],
    ['spoon', 'fork', false],
    ['DRUM', 'kg', false],
  ])('%s and %s are one unit: %s', (a, b, same) => {
    expect(sameUnit(model, a, b)).toBe(same);
  });
});
