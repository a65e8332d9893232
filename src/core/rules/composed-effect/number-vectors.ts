import Fraction from 'fraction.js';
import { exactNumber } from '../../diff/exact-amount.ts';
import { decimalText } from '../../derive/values/conversion-values.ts';
import { fixedUnit } from '../linting/unit.ts';
import { roundingOf } from './steps/transform.ts';
import type { Source, ValuePath } from './value-path.ts';
import type { PathPair, Vector } from './vector.ts';

/** A number in the unit of base, with the values of bridging fields that an example gives it. */
interface Probe {
  readonly amount: Fraction;
  readonly bridges?: Readonly<Record<string, string>>;
}

/**
 * Zero, one, minus one, limits and one unit in the last place around them, most digits, one decimal too many, worked examples,
 * and the values at which a rounding turns: those of either revision, in the unit of base.
 */
export function numberVectors(pair: PathPair, base: Source, head: Source, ratio: Fraction): readonly Vector[] {
  const own = (amount: Fraction): Fraction => amount;
  const back = (amount: Fraction): Fraction => amount.div(ratio);
  const probes: readonly Probe[] = [
    ...['1', '0', '-1', '7.25', '100'].map((text) => ({ amount: new Fraction(text) })),
    ...[...boundaries(base)].map((amount) => ({ amount: own(amount) })),
    ...[...boundaries(head)].map((amount) => ({ amount: back(amount) })),
    ...[...turns(pair.base, base)].map((amount) => ({ amount: own(amount) })),
    ...[...turns(pair.head, head)].map((amount) => ({ amount: back(amount) })),
    ...[...examples(pair.base)].map(({ amount, bridges }) => ({ amount: own(amount), bridges })),
    ...[...examples(pair.head)].map(({ amount, bridges }) => ({ amount: back(amount), bridges })),
  ];
  const seen = new Set<string>();
  return probes.flatMap(({ amount, bridges }) => {
    const inHead = amount.mul(ratio);
    const label = amountLabel(amount, fixedUnit(base.facts.unit), inHead, fixedUnit(head.facts.unit));
    const withBridges =
      bridges === undefined
        ? label
        : `${label}, ${Object.entries(bridges)
            .map(([field, value]) => `${field} ${value}`)
            .join(', ')}`;
    if (seen.has(withBridges)) return [];
    seen.add(withBridges);
    return [
      {
        label: withBridges,
        base: amount,
        head: inHead,
        ...(bridges === undefined ? {} : { bridges }),
      },
    ];
  });
}

function* boundaries({ facts }: Source): Generator<Fraction> {
  const { type, decimals, digits, min, max } = facts;
  const places = type === 'integer' ? 0 : (decimals ?? 3);
  const unit = new Fraction(1).div(new Fraction(10).pow(places));
  yield unit;
  // One decimal more than the sender is said to hold.
  yield new Fraction(1).add(unit.div(10));
  for (const limit of [min, max]) {
    const amount = limit === undefined ? undefined : exactNumber(limit.split(' ')[0] ?? '');
    if (amount !== undefined) yield* [amount.sub(unit), amount, amount.add(unit)];
  }
  if (digits !== undefined && digits <= 60) {
    const most = new Fraction('9'.repeat(digits));
    yield* decimals === undefined ? [most, most.add(1)] : [most.mul(unit), most.mul(unit).add(unit)];
  }
}

/** Values of the source at which the result of a rounding turns, and their neighbours; only behind a linear way. */
function* turns(path: ValuePath, { facts }: Source): Generator<Fraction> {
  const places = facts.type === 'integer' ? 0 : (facts.decimals ?? 6);
  const grid = new Fraction(1).div(new Fraction(10).pow(places));
  let [factor, offset] = [new Fraction(1), new Fraction(0)];
  for (const step of path.steps) {
    if (step.kind === 'convert') {
      if (step.bridge !== undefined) return;
      [factor, offset] = [factor.mul(step.factor), offset.mul(step.factor).add(step.offset)];
    }
    const rounding =
      step.kind === 'round'
        ? step.rounding
        : step.kind === 'transform' && step.step.round !== undefined
          ? roundingOf(step.step.round)
          : undefined;
    if (rounding === undefined || factor.n === 0n || rounding.mode === 'none') continue;
    if (rounding.decimals === undefined && rounding.digits === undefined) continue;
    const last = new Fraction(1).div(new Fraction(10).pow(rounding.decimals ?? (rounding.digits ?? 3) - 1));
    for (const halves of ['1/2', '1', '3/2', '5/2', '1001/2', '-1/2', '-3/2']) {
      const exact = last.mul(halves).sub(offset).div(factor);
      const below = exact.div(grid).floor().mul(grid);
      yield* below.equals(exact) ? [below.sub(grid), below, below.add(grid)] : [below, below.add(grid)];
    }
  }
}

function* examples({ model, field }: ValuePath): Generator<Probe> {
  const { conversion } = field.attributes;
  const unit = conversion === undefined ? undefined : model.get('conversion', conversion);
  for (const example of unit?.attributes.examples ?? []) {
    const amount = exactNumber(example.in);
    if (amount !== undefined) yield { amount, ...(example.with === undefined ? {} : { bridges: example.with }) };
  }
}

/** A number with its unit, and in the unit of head where that is another. */
function amountLabel(
  amount: Fraction,
  unit: string | undefined,
  inHead: Fraction,
  headUnit: string | undefined,
): string {
  const here = `${decimalText(amount)}${unit === undefined ? '' : ` ${unit}`}`;
  return inHead.equals(amount) && unit === headUnit
    ? here
    : `${here} (${decimalText(inHead)}${headUnit === undefined ? '' : ` ${headUnit}`})`;
}
