import { numberAt, textAt } from '../linting/structured-value.ts';
import { printed, repeated, textProbes } from '../../derive/values/text-values.ts';
import type { PathPair, Vector } from './vector.ts';
import type { Source } from './value-path.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Texts at the lengths that anything on the way declares and one more, leading zeros, outer blanks, case, letters beyond ASCII,
 * delimiters, codes of the lists and value maps on the way, and what a step looks for.
 */
export function textVectors({ base, head }: PathPair, source: Source, other: Source): readonly Vector[] {
  const steps = [...base.steps, ...head.steps].flatMap((step) => (step.kind === 'transform' ? [step.step] : []));
  const bounds = steps.flatMap(({ padLeft, padRight, part }) => [
    numberAt(padLeft, 'to'),
    numberAt(padRight, 'to'),
    numberAt(part, 'from'),
    part === undefined ? undefined : (numberAt(part, 'from') ?? 1) - 1 + (numberAt(part, 'length') ?? 0),
  ]);
  const declared = [source.facts.length, other.facts.length, base.arrival.facts.length, head.arrival.facts.length];
  const lengths = [...new Set([...declared, ...bounds])].filter(
    (length) => length !== undefined && length > 0 && length < 4000,
  ) as number[];
  const longest = Math.max(...lengths, 20);
  const plain = textProbes(longest)
    .filter(({ what }) => !what.startsWith('length') && what !== 'empty')
    .map((probe) => probe.text);
  const sized = lengths.flatMap((length) => [length - 1, length, length + 1].map((size) => repeated(ALPHABET, size)));
  const marks = steps.flatMap(({ split, replace }) => [textAt(split, 'on'), textAt(replace, 'find')]);
  const marked = marks.flatMap((mark) => (mark === undefined ? [] : [`A${mark}B`, `A${mark}B${mark}C`, mark]));
  const maps = [base, head].flatMap((path) =>
    path.steps.flatMap((step) => (step.kind === 'map' ? Object.keys(step.map.attributes.map) : [])),
  );
  const codes = [source, other].flatMap((side) => side.codes?.ids ?? []);
  const texts = [...new Set(['A1', ...codes, ...maps, ...plain, ...sized, ...marked])].filter((text) => text !== '');
  return texts.map((text) => ({ label: printed(text), base: text, head: text }));
}
