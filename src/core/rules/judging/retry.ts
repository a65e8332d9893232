import Fraction from 'fraction.js';
import type { Change } from '../../diff/delta.ts';
import { exactDuration } from '../../diff/exact-amount.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

type Retry = NonNullable<NonNullable<Element<'interface'>['attributes']['delivery']>['retry']>;

/**
 * One verdict for all that changed about the repeats of an interface. Fewer attempts or a shorter time count as reduced,
 * whatever else grew; otherwise more attempts or a longer time count as increased; what is neither cannot be
 * ranked.
 */
export function retryVerdict(
  change: Change,
  { changesOf }: ChangeContext,
  direction: 'reduced' | 'increased' | 'other',
): readonly Verdict[] {
  const { before, after, path } = change as Change & { before: Element<'interface'>; after: Element<'interface'> };
  const leaves = changesOf(after).filter((other) => other.path[0] === 'delivery' && other.path[1] === 'retry');
  if (leaves[0]?.path[2] !== path[2]) return [];
  const [was, is] = [before.attributes.delivery?.retry, after.attributes.delivery?.retry];
  if (directionOf(was, is) !== direction) return [];
  const only = leaves.length === 1 ? leaves[0] : undefined;
  const values =
    only === undefined
      ? { from: was as Json | undefined, to: is as Json | undefined }
      : { from: only.from, to: only.to };
  const whole = only === undefined ? ['delivery', 'retry'] : only.path;
  const times = `${timeInWords(was)} → ${timeInWords(is)}`;
  const what = `${shift(`${named(after)}, ${only === undefined ? 'repeats' : whole.join('.')}`, values.from, values.to)} All repeats last ${times}.`;
  return [{ what, path: whole, values, explains: leaves.map((leaf) => leaf.path.join('.')) }];
}

function directionOf(was: Retry | undefined, is: Retry | undefined): 'reduced' | 'increased' | 'other' {
  const attempts = (is?.max ?? 0) - (was?.max ?? 0);
  const [from, to] = [totalTime(was), totalTime(is)];
  const time = from === undefined || to === undefined ? 0 : to.compare(from);
  if (attempts < 0 || time < 0) return 'reduced';
  return attempts > 0 || time > 0 ? 'increased' : 'other';
}

/** Milliseconds from the first attempt to the last; undefined without a pause that can be added up. */
function totalTime(retry: Retry | undefined): Fraction | undefined {
  if (retry === undefined) return new Fraction(0);
  const pause = retry.every === undefined ? undefined : exactDuration(retry.every);
  if (pause?.family !== 'elapsed') return undefined;
  const pauses =
    retry.growth === 'doubling' ? new Fraction(2).pow(Math.min(retry.max, 64)).sub(1) : new Fraction(retry.max);
  return pause.amount.mul(pauses);
}

function timeInWords(retry: Retry | undefined): string {
  const time = totalTime(retry);
  return time === undefined ? 'a time that is not declared' : `${time.div(1000).toFraction()} s`;
}
