import Fraction from 'fraction.js';
import { jsonText } from '../../diff/comparable.ts';
import { exactNumber } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import { fixedUnit } from '../linting/unit.ts';
import { placesOf } from './departure.ts';
import type { PathPair } from './vector.ts';
import type { PathStep, Source, ValuePath } from './value-path.ts';

/** Two paths that are one function, whatever is sent: they have the same steps, or exact algebra makes them the same. */
export interface SameFunction {
  readonly by: 'algebra' | 'same-steps';
  readonly text: string;
}

/**
 * Proves that two paths give the same for every value, or says nothing. The linear steps at the beginning are multiplied out as
 * exact rationals, in the unit of base; what follows (rounding, steps on text, the receiver) must be the same on both sides, and
 * so must what the sources can hold.
 */
export function sameFunction({ base, head, ratios }: PathPair): SameFunction | undefined {
  if (base.opaque !== undefined || head.opaque !== undefined) return undefined;
  if (base.sources.length !== head.sources.length) return undefined;
  const [ratio = new Fraction(1)] = ratios;
  const scaled = ratios.some((one) => !one.equals(1));
  if (scaled && base.sources.length > 1) return undefined;
  const [a, b] = [linearStart(base, new Fraction(1)), linearStart(head, ratio)];
  const lines = a.factor.equals(b.factor) && a.offset.equals(b.offset) && same(bridgeJson(a), bridgeJson(b));
  const domains = base.sources.every((source, at) => {
    const other = head.sources[at];
    return other !== undefined && sameDomain(source, other, ratios[at] ?? new Fraction(1));
  });
  if (!lines || !domains || !same(restOf(base, a.rest), restOf(head, b.rest))) return undefined;
  const unchanged = !scaled && same(base.steps.map(stepJson), head.steps.map(stepJson));
  if (unchanged) return { by: 'same-steps', text: 'The same values go through the same steps.' };
  // What is not declared cannot be shown to stay the same on numbers that are written otherwise.
  const undeclared = [...base.steps, ...head.steps].some(
    (step) => step.kind === 'round' && !isIdle(step) && step.rounding.mode === undefined,
  );
  if (undeclared) return undefined;
  const line = `× ${a.factor.toFraction()}${a.offset.n === 0n ? '' : ` + ${a.offset.toFraction()}`}`;
  return {
    by: 'algebra',
    text: `Multiplied out exactly, both are ${line} of the amount sent, and what follows is the same.`,
  };
}

interface LinearStart {
  readonly factor: Fraction;
  readonly offset: Fraction;
  readonly bridge: { readonly field: string; readonly divides: boolean } | undefined;
  readonly rest: readonly PathStep[];
}

/**
 * A text that is the same for two pairs of paths which give the same comparison: everything that is looked at, without the names
 * of the fields that are filled.
 */
export function pairText({ base, head, ratios }: PathPair): string {
  const sides = [base, head].map((path) => [
    restOf(path, path.steps),
    path.opaque ?? null,
    path.steps.map((step) => (step.kind === 'map' ? step.map.id : null)),
    path.sources.map((source) => [
      source.name,
      source.facts as Json,
      source.numeric,
      codesJson(source),
      source.codes?.noun ?? null,
    ]),
    path.arrival.codes?.noun ?? null,
    path.field.attributes.conversion ?? null,
  ]);
  return jsonText([...sides, ratios.map((ratio) => ratio.toFraction())]);
}

/** The conversion at the beginning, as a function of the amount in the unit of base. */
function linearStart({ steps, sources }: ValuePath, ratio: Fraction): LinearStart {
  const [first, ...rest] = steps;
  const [source] = sources;
  const numeric = source !== undefined && sources.length === 1 && source.numeric;
  if (first?.kind !== 'convert' || !numeric)
    return { factor: ratio, offset: new Fraction(0), bridge: undefined, rest: steps };
  return { factor: first.factor.mul(ratio), offset: first.offset, bridge: first.bridge, rest };
}

function bridgeJson({ bridge }: LinearStart): Json {
  return bridge === undefined ? null : [bridge.field, bridge.divides];
}

/** Everything behind the linear steps: further steps, what stands in for nothing, and what the receiver takes. */
function restOf({ constant, arrival, field }: ValuePath, rest: readonly PathStep[]): Json {
  const { default: standIn, whenEmpty, onError } = field.attributes;
  const { facts, tooLong, codes } = arrival;
  const taken = codes === undefined ? null : [codes.open, codes.codes.map(({ id }) => id)];
  return [
    // A rounding without digits rounds nothing.
    rest.filter((step) => step.kind !== 'round' || !isIdle(step)).map(stepJson),
    [constant ?? null, standIn ?? null, whenEmpty ?? null, onError ?? null, tooLong ?? null],
    facts as Json,
    taken,
  ];
}

function isIdle({ rounding: { decimals, digits, mode } }: Extract<PathStep, { kind: 'round' }>): boolean {
  return (decimals === undefined && digits === undefined) || mode === 'none';
}

function stepJson(step: PathStep): Json {
  switch (step.kind) {
    case 'map': {
      const { map, unknown } = step.map.attributes;
      return ['map', map, (unknown ?? null) as Json];
    }
    case 'convert':
      return [
        'convert',
        step.factor.toFraction(),
        step.offset.toFraction(),
        step.bridge === undefined ? null : [step.bridge.field, step.bridge.divides],
      ];
    case 'round': {
      const { decimals, digits, mode } = step.rounding;
      return ['round', decimals ?? null, digits ?? null, mode ?? null];
    }
    case 'transform':
      return ['transform', step.step as Json];
    case 'opaque':
      return ['opaque', step.why];
  }
}

/** Whether both sources hold the same values, in their own units; decimals move with a power of ten. */
function sameDomain(base: Source, head: Source, ratio: Fraction): boolean {
  if (!same(codesJson(base), codesJson(head))) return false;
  if (ratio.equals(1))
    return same(limitsOf(base, ratio), limitsOf(head, new Fraction(1))) && same(factsOf(base), factsOf(head));
  // A number that stands in for nothing is in the unit of its revision: the same digits are another amount.
  if (base.facts.default !== undefined || head.facts.default !== undefined) return false;
  const [was, is] = [decimalsOf(base), decimalsOf(head)];
  if ((was === undefined) !== (is === undefined)) return false;
  const shift = powerOfTen(ratio);
  if (was !== undefined && is !== undefined && (shift === undefined || is !== was - shift)) return false;
  // Digits count what is written, so that they only stay the same where the writing does.
  if (base.facts.digits !== head.facts.digits || (base.facts.digits !== undefined && shift === undefined)) return false;
  return same(limitsOf(base, ratio), limitsOf(head, new Fraction(1))) && same(factsOf(base), factsOf(head));
}

/** What does not depend on the unit. Whole numbers and decimals differ by their decimals alone. */
function factsOf(source: Source): Json {
  const { type, length, digits, many, required, default: entered } = source.facts;
  const kind = source.numeric ? 'number' : (type ?? null);
  return [
    kind,
    length ?? null,
    digits ?? null,
    many === true,
    (required ?? false) as Json,
    entered ?? null,
    decimalsOf(source) === undefined,
  ];
}

function limitsOf({ facts }: Source, ratio: Fraction): Json {
  return [facts.min, facts.max].map((limit) => {
    if (limit === undefined) return null;
    const [amount = '', unit] = limit.split(' ');
    const exact = exactNumber(amount);
    const own = fixedUnit(facts.unit);
    return exact === undefined || (unit !== undefined && unit !== own)
      ? `${limit} ${ratio.toFraction()}`
      : exact.mul(ratio).toFraction();
  });
}

function decimalsOf({ facts: { type, decimals } }: Source): number | undefined {
  return type === 'integer' ? 0 : decimals;
}

function codesJson({ codes }: Source): Json {
  return codes === undefined ? null : [codes.open, codes.ids];
}

/** The exponent of a power of ten; undefined for any other number. */
function powerOfTen(ratio: Fraction): number | undefined {
  const places = ratio.gte(1) ? placesOf(ratio.inverse()) : placesOf(ratio);
  if (places > 60) return undefined;
  const exponent = ratio.gte(1) ? places : -places;
  return new Fraction(10).pow(exponent).equals(ratio) ? exponent : undefined;
}

function same(a: Json, b: Json): boolean {
  return jsonText(a) === jsonText(b);
}
