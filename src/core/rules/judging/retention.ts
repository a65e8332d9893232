import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { keepingOf } from '../linting/regulated-record.ts';
import type { Keeping } from '../linting/regulated-record.ts';
import { items } from './values.ts';
import { named, shift } from './wording.ts';

/** Where the language says how long something is kept. */
export const RETENTION_CLAIMS: readonly AttributeClaim[] = [
  { kinds: ['object'], paths: ['record.retention.period'] },
  { kinds: ['system', 'output'], paths: ['retention'] },
];

/** What else stands in the retention of an object; it comes and goes with the period. */
const OF_THE_BLOCK: readonly string[] = ['record.retention.from', 'record.retention.archive'];

/**
 * Whether records are kept for less, or for longer, than before, by value: `10 y` and `120 months` are one period. A period that
 * is no longer promised is shorter, and so is one that cannot be compared with what was promised (days with months). A first period
 * is shorter when it undercuts what held without it: of an object what its systems keep, of an output what its sources are kept.
 */
export function retentionVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'shortened' | 'lengthened',
): readonly Verdict[] {
  const { after, path, from, to } = change;
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  if (typeof from !== 'string' || typeof to !== 'string') {
    const undercut = typeof to === 'string' ? longerWithout(change, to, context) : undefined;
    if ((to === undefined || undercut !== undefined) !== (direction === 'shortened')) return [];
    const without =
      undercut === undefined ? '' : ` Without it, ${named(undercut.element)} promises ${undercut.period}.`;
    return [{ what: `${what}${without}`, ...(isOfObject(change) ? { explains: OF_THE_BLOCK } : {}) }];
  }
  const order = compareDurations(to, from);
  if (order === undefined) {
    const why = 'The two cannot be compared, which counts as shorter.';
    return direction === 'shortened' ? [{ what: `${what} ${why}` }] : [];
  }
  return order === (direction === 'shortened' ? -1 : 1) ? [{ what }] : [];
}

/** What held before a first period was declared, where that was longer or cannot be compared with it. */
function longerWithout({ before }: Change, period: string, { base }: ChangeContext): Keeping | undefined {
  return keptWithout(before, base).find((keeping) => {
    const order = compareDurations(period, keeping.period);
    return order === undefined || order < 0;
  });
}

function keptWithout(element: Element, model: SpecModel): readonly Keeping[] {
  if (element.kind === 'object') return keepingOf(model, element as Element<'object'>);
  if (element.kind !== 'output') return [];
  const sources = model.partsOf(element, 'output-item').flatMap(({ attributes }) => items(attributes.from));
  const objects = new Set(sources.flatMap((name) => model.get('field', String(name))?.parent ?? []));
  return [...objects].flatMap((key) => {
    const object = model.elements.get(key);
    return object === undefined ? [] : keepingOf(model, object as Element<'object'>);
  });
}

/** Whether retention as a whole came or went: then its period speaks for the rest of it. */
export function isWholeRetention({ before, after }: Change): boolean {
  return periodOf(before) === undefined || periodOf(after) === undefined;
}

function periodOf({ attributes }: Change['after']): string | undefined {
  return 'record' in attributes ? attributes.record?.retention?.period : undefined;
}

function isOfObject({ path }: Change): boolean {
  return path[0] === 'record';
}
