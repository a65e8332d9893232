import Fraction from 'fraction.js';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { bridgeOf } from '../../derive/values/conversion-values.ts';
import { statusOf } from './declared.ts';
import { unitScale } from './unit-scale.ts';
import type { UnitSize } from './unit-scale.ts';

/** Conversions with a fixed factor, as lines between what they convert: `y = x × factor + offset`. */
interface Line {
  readonly conversion: Element<'conversion'>;
  readonly forwards: boolean;
  readonly from: string;
  readonly to: string;
  /** In the base units of both ends where the units are known. */
  readonly map: UnitSize;
}

/** Two ways from one unit to another that do not come to the same amount. */
export interface Disagreement {
  /** The conversion that closes the circle. */
  readonly conversion: Element<'conversion'>;
  /** The conversions of the other way, in their order; none where the definition of the units is the other way. */
  readonly others: readonly Element<'conversion'>[];
  /** The factor that the other way has, in the units of the conversion. */
  readonly expected: UnitSize;
}

/**
 * Conversions that contradict the definition of their units, or other conversions: factors are multiplied exactly around each
 * circle, and the product must be 1 within what the conversions of the circle keep (half a unit of the last of their
 * significant `digits`; of an offset, half a unit of the last of their `decimals`).
 */
export function disagreements(model: SpecModel): readonly Disagreement[] {
  const tree = new Map<string, Line[]>();
  return model.ofKind('conversion').flatMap((conversion): readonly Disagreement[] => {
    const line = lineOf(model, conversion);
    if (line === undefined) return [];
    const way = wayBetween(line.from, line.to, tree);
    if (way === undefined) {
      plant(tree, line);
      return [];
    }
    const other = way.reduce<UnitSize>((map, step) => then(map, step.map), IDENTITY);
    const circle = [line, ...way].map((step) => step.conversion);
    if (agree(line.map, other, circle)) return [];
    return [{ conversion, others: way.map((step) => step.conversion), expected: inOwnUnits(model, conversion, other) }];
  });
}

const IDENTITY: UnitSize = { factor: new Fraction(1), offset: new Fraction(0) };

function lineOf(model: SpecModel, conversion: Element<'conversion'>): Line | undefined {
  const { from, to, factor, offset } = conversion.attributes;
  if (typeof factor !== 'string' || bridgeOf(conversion) !== undefined || statusOf(model, conversion) === 'retired')
    return undefined;
  const [a, b] = [endOf(model, from), endOf(model, to)];
  // Of a degree without offset nobody knows whether the temperature is meant or a difference.
  if (offset === undefined && a.size.offset.n !== b.size.offset.n) return undefined;
  const own: UnitSize = { factor: new Fraction(factor), offset: new Fraction(offset ?? 0) };
  if (own.factor.n === 0n) return undefined;
  return { conversion, forwards: true, from: a.node, to: b.node, map: then(then(inverse(a.size), own), b.size) };
}

/** Units of one dimension whose size is known are one node: the definition joins them. */
function endOf(model: SpecModel, unit: string): { readonly node: string; readonly size: UnitSize } {
  const scale = unitScale(model, unit);
  return scale?.size === undefined
    ? { node: `unit ${unit.normalize('NFKC')}`, size: IDENTITY }
    : { node: `dimension ${scale.dimension}`, size: scale.size };
}

function then(first: UnitSize, second: UnitSize): UnitSize {
  return {
    factor: first.factor.mul(second.factor),
    offset: first.offset.mul(second.factor).add(second.offset),
  };
}

function inverse({ factor, offset }: UnitSize): UnitSize {
  return { factor: factor.inverse(), offset: offset.div(factor).neg() };
}

function inOwnUnits(model: SpecModel, { attributes }: Element<'conversion'>, map: UnitSize): UnitSize {
  const [a, b] = [endOf(model, attributes.from), endOf(model, attributes.to)];
  return then(then(a.size, map), inverse(b.size));
}

function plant(tree: Map<string, Line[]>, line: Line): void {
  const back: Line = { ...line, forwards: false, from: line.to, to: line.from, map: inverse(line.map) };
  for (const way of [line, back]) tree.set(way.from, [...(tree.get(way.from) ?? []), way]);
}

/** The way through what was planted; of a node to itself, the empty one. */
function wayBetween(from: string, to: string, tree: ReadonlyMap<string, readonly Line[]>): readonly Line[] | undefined {
  const ways = new Map<string, readonly Line[]>([[from, []]]);
  const queue = [from];
  for (const node of queue) {
    const way = ways.get(node) ?? [];
    if (node === to) return way;
    for (const line of tree.get(node) ?? []) {
      if (ways.has(line.to)) continue;
      ways.set(line.to, [...way, line]);
      queue.push(line.to);
    }
  }
  return undefined;
}

function agree(a: UnitSize, b: UnitSize, circle: readonly Element<'conversion'>[]): boolean {
  const ratio = a.factor.div(b.factor).sub(1).abs();
  const relative = sum(circle.map(({ attributes: { digits } }) => (digits === undefined ? 0 : half(digits - 1))));
  if (ratio.compare(relative) > 0) return false;
  const absolute = sum(circle.map(({ attributes: { decimals } }) => (decimals === undefined ? 0 : half(decimals))));
  return (
    a.offset
      .sub(b.offset)
      .abs()
      .compare(absolute.add(relative.mul(b.offset.abs()))) <= 0
  );
}

/** Half a unit of the last of so many decimals. */
function half(decimals: number): Fraction {
  return new Fraction(1, 2).div(new Fraction(10).pow(decimals));
}

function sum(parts: readonly (Fraction | number)[]): Fraction {
  return parts.reduce<Fraction>((total, part) => total.add(part), new Fraction(0));
}
