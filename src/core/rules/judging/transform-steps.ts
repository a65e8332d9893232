import { isObject, jsonText } from '../../diff/comparable.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { withoutRounding } from './rounding-steps.ts';
import { without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/** A way in which two chains of steps differ. One edit may differ in several; `rest` is what the others do not explain. */
export type TransformAspect = 'time' | 'aggregation' | 'reference' | 'lossy' | 'order' | 'rest';

interface Step {
  readonly name: string;
  readonly value: Json;
  readonly text: string;
}

const TIME: ReadonlySet<string> = new Set(['toZone', 'toDate', 'now']);
/** Steps after which the value before cannot be told. Steps on times and aggregates lose too, and have rules of their own. */
const LOSSY: ReadonlySet<string> = new Set(['trim', 'case', 'part', 'replace', 'split', 'round', 'first']);

/** What a rule about one aspect says of a changed chain. Where only the rounding differs, that has rules of its own. */
export function transformVerdict({ after, from, to }: Change, aspect: TransformAspect): readonly Verdict[] {
  if (identical(withoutRounding(from), withoutRounding(to))) return [];
  const found = differenceOf(withoutRepeats(stepsOf(from)), withoutRepeats(stepsOf(to)));
  const steps = found.get(aspect);
  if (steps === undefined) return [];
  const what = shift(`${named(after)}, steps`, from, to);
  const names = [...new Set(steps.map(({ name }) => name))];
  return [{ what: names.length === 0 || aspect === 'rest' ? what : `${what} It is about ${listed(names)}.` }];
}

/** Whether two chains differ only in a step that is repeated where the repetition changes nothing. */
export function differInRepeatsOnly(from: Json | undefined, to: Json | undefined): boolean {
  const text = (chain: Json | undefined): string => jsonText(withoutRepeats(stepsOf(chain)).map((step) => step.text));
  return Array.isArray(from) && Array.isArray(to) && text(from) === text(to);
}

/** Without trims and capitals that were applied just before: between two equal ones only a step of the other kind stands. */
function withoutRepeats(steps: readonly Step[]): readonly Step[] {
  return steps.filter((step, index) => {
    if (step.name !== 'trim' && step.name !== 'case') return true;
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const other = steps[earlier];
      if (other === undefined) return true;
      if (other.text === step.text) return false;
      if (other.name === step.name || (other.name !== 'trim' && other.name !== 'case')) return true;
    }
    return true;
  });
}

function differenceOf(from: readonly Step[], to: readonly Step[]): ReadonlyMap<TransformAspect, readonly Step[]> {
  const [gone, come] = [remaining(from, to), remaining(to, from)];
  const found = new Map<TransformAspect, readonly Step[]>();
  const both = [...gone, ...come];
  const put = (aspect: TransformAspect, steps: readonly Step[]): void => {
    if (steps.length > 0) found.set(aspect, steps);
  };
  const of = (steps: readonly Step[], name: string): readonly Step[] => steps.filter((step) => step.name === name);
  const lossy = come.filter(
    ({ name, value }) => LOSSY.has(name) && isGained(name, value, of(gone, name), of(come, name)),
  );
  const lookups = of(both, 'lookup');
  const isReplaced = of(gone, 'lookup').length === of(come, 'lookup').length;
  put(
    'time',
    both.filter(({ name }) => TIME.has(name)),
  );
  put('aggregation', of(both, 'aggregate'));
  put('reference', isReplaced ? lookups : []);
  put('lossy', lossy);
  const taken = new Set([...found.values()].flat());
  const lossyNames = new Set(lossy.map(({ name }) => name));
  put(
    'rest',
    both.filter((step) => !taken.has(step) && !(lossyNames.has(step.name) && gone.includes(step))),
  );
  const [keptBefore, keptNow] = [without(from, gone), without(to, come)];
  put(
    'order',
    keptNow.filter(({ text }, index) => text !== keptBefore[index]?.text),
  );
  return found;
}

/** More steps of that kind than before, or a part that is taken shorter than each that was. */
function isGained(name: string, value: Json, gone: readonly Step[], come: readonly Step[]): boolean {
  if (come.length > gone.length) return true;
  if (name !== 'part') return false;
  const length = lengthOf(value);
  return length !== undefined && gone.every((step) => length < (lengthOf(step.value) ?? Infinity));
}

function lengthOf(part: Json): number | undefined {
  const length = isObject(part) ? Number(part['length']) : Number.NaN;
  return Number.isNaN(length) ? undefined : length;
}

/** The steps of the first chain that the other does not have, each counted as often as it occurs. */
function remaining(steps: readonly Step[], other: readonly Step[]): readonly Step[] {
  const counts = new Map<string, number>();
  for (const { text } of other) counts.set(text, (counts.get(text) ?? 0) + 1);
  return steps.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count === 0;
  });
}

function stepsOf(transform: Json | undefined): readonly Step[] {
  if (!Array.isArray(transform)) return [];
  return transform.flatMap((step: Json) =>
    isObject(step)
      ? Object.entries(step).map(([name, value]) => ({ name, value, text: jsonText([name, value]) }))
      : [{ name: 'step', value: step, text: jsonText(step) }],
  );
}
