import type Fraction from 'fraction.js';
import type { Given } from './evaluate-path.ts';
import { numberVectors } from './number-vectors.ts';
import { textVectors } from './text-vectors.ts';
import { timeVectors } from './time-vectors.ts';
import type { Source } from './value-path.ts';
import type { PathPair, Vector } from './vector.ts';

/** One input, as each revision has it. */
export interface Input {
  readonly label: string;
  readonly base: Given;
  readonly head: Given;
}

/** The inputs of a comparison; `finite` when they are all that the sources can hold. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly finite: boolean;
}

/** All values of a finite domain; of others the declared examples and the boundaries of both revisions. */
export function inputsOf(pair: PathPair): Inputs {
  const { base, head } = pair;
  const sources = base.sources.length > 0 ? base.sources : head.sources;
  if (sources.length === 0)
    return { inputs: [{ label: 'the constant', base: nothing(), head: nothing() }], finite: true };
  const codes =
    sources.length === 1
      ? finiteCodes(base.sources[0] ?? head.sources[0], head.sources[0] ?? base.sources[0])
      : undefined;
  if (codes !== undefined) return { inputs: [...codeInputs(codes, pair)], finite: true };
  const each = sources.map((_, index) => vectorsOf(pair, index));
  return { inputs: [...combined(each, pair)], finite: false };
}

/** Every code that either revision names, of a closed list; undefined where more can come. */
function finiteCodes(base: Source | undefined, head: Source | undefined): readonly string[] | undefined {
  const sides = [base, head].filter((side) => side !== undefined);
  const each = sides.map(({ facts, codes }) => {
    if (facts.many === true) return undefined;
    if (facts.type === 'boolean') return ['true', 'false'];
    return codes === undefined || codes.open ? undefined : codes.ids;
  });
  return each.includes(undefined) ? undefined : [...new Set(each.flatMap((ids) => ids ?? []))];
}

function* codeInputs(codes: readonly string[], pair: PathPair): Generator<Input> {
  for (const code of codes) yield { label: code, base: given([code]), head: given([code]) };
  yield { label: 'empty', base: given(['']), head: given(['']) };
  const tables = [pair.base, pair.head].flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'map' ? [step.map] : [])),
  );
  if (tables.length === 0) return;
  const known = new Set([...codes, ...tables.flatMap(({ attributes }) => Object.keys(attributes.map))]);
  let other = 'UNLISTED';
  while (known.has(other)) other = `${other}_`;
  const probe = { ...given([other]), anyCode: true };
  yield { label: `${other} (in no list)`, base: probe, head: probe };
}

function vectorsOf(pair: PathPair, index: number): readonly Vector[] {
  const source = pair.base.sources[index] ?? pair.head.sources[index];
  const other = pair.head.sources[index] ?? source;
  if (source === undefined || other === undefined) return [];
  const single = singleVectors(pair, index, source, other);
  if (source.facts.many !== true && other.facts.many !== true) return single;
  // The same value several times over shows what a rounding of each adds up to.
  const filled = single.filter(({ base }) => base !== '');
  return [[], ...filled.map((one) => [one]), ...filled.map((one) => [one, one, one]), filled.slice(0, 4)].map(
    (items) => ({
      label: `[${items.map(({ label }) => label).join(', ')}]`,
      base: items.map(({ base }) => base as string | Fraction),
      head: items.map(({ head }) => head as string | Fraction),
      ...(items[0]?.bridges === undefined ? {} : { bridges: items[0].bridges }),
    }),
  );
}

function singleVectors(pair: PathPair, index: number, source: Source, other: Source): readonly Vector[] {
  const empty: Vector = { label: 'empty', base: '', head: '' };
  if (source.numeric && other.numeric) {
    const ratio = pair.ratios[index];
    return ratio === undefined ? [] : [...numberVectors(pair, source, other, ratio), empty];
  }
  const { type } = source.facts;
  if (type === 'date' || type === 'time' || type === 'timestamp') return [...timeVectors(type), empty];
  // One side reads a number where the other one reads text.
  const numbers = source.numeric || other.numeric ? ['7.25', '-1', '0'] : [];
  return [
    ...textVectors(pair, source, other),
    ...numbers.map((text) => ({ label: text, base: text, head: text })),
    empty,
  ];
}

/** Each vector of each source, while the other sources hold something ordinary; and nothing at all. */
function* combined(each: readonly (readonly Vector[])[], pair: PathPair): Generator<Input> {
  const ordinary = each.map((vectors) => vectors[0]);
  const bridges = defaultBridges(pair);
  for (const [index, vectors] of each.entries()) {
    for (const vector of vectors) {
      const row = ordinary.map((other, at) => (at === index ? vector : other));
      yield {
        label: row.map((one) => one?.label ?? 'empty').join(' | '),
        base: { values: row.map((one) => one?.base ?? ''), bridges: { ...bridges, ...vector.bridges }, anyCode: false },
        head: { values: row.map((one) => one?.head ?? ''), bridges: { ...bridges, ...vector.bridges }, anyCode: false },
      };
    }
  }
  if (each.length > 1) {
    const none = { values: each.map(() => ''), bridges, anyCode: false };
    yield { label: 'all empty', base: none, head: none };
  }
}

/** A bridging field has no declared examples everywhere: one plain value that is not 1, so that it is seen at work. */
function defaultBridges({ base, head }: PathPair): Readonly<Record<string, string>> {
  const fields = [base, head].flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'convert' && step.bridge !== undefined ? [step.bridge.field] : [])),
  );
  return Object.fromEntries(fields.map((field) => [field, '0.4']));
}

function nothing(): Given {
  return { values: [], bridges: {}, anyCode: false };
}

function given(values: readonly string[]): Given {
  return { values, bridges: {}, anyCode: false };
}
