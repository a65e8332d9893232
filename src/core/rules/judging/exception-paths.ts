import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { differInNotesOnly } from './scenario-steps.ts';
import { items, without } from './values.ts';
import { listed, named, shift, shown } from './wording.ts';

/** A treatment that came or went, of an exception that stays: handled for the first time, or no longer. */
export function treatmentVerdict({ after, path, from, to }: Change, direction: 'lost' | 'gained'): readonly Verdict[] {
  if (direction === 'gained') {
    return from === undefined
      ? [{ what: `${named(after)} has a treatment now: ${shown(to)}.`, explains: WHY_NOT }]
      : [];
  }
  if (to !== undefined) return [];
  const why = (after as Element<'exception'>).attributes.notApplicable?.[path[0] ?? ''];
  const said = why === undefined ? '' : `; the specification says instead: “${why}”`;
  return [{ what: `${named(after)} has no treatment any more${said}.`, explains: WHY_NOT }];
}

const WHY_NOT: readonly string[] = ['treatment', 'notApplicable.treatment'];

/** Another trigger, handling, time limit or story of an exception that is handled in both revisions. */
export function handlingVerdict(change: Change, context: ChangeContext): readonly Verdict[] {
  const { before, after, path, from, to } = change;
  const attribute = path.join('.');
  if (attribute === 'treatment' && (from === undefined || to === undefined)) return [];
  if (attribute === 'scenario.steps') {
    if (differInNotesOnly(from, to)) return [];
    const count = (value: Json | undefined): string =>
      value === undefined ? 'not declared' : `${Array.isArray(value) ? value.length : 1} steps`;
    const said = `${named(after)}: the story of its treatment differs (${count(from)} → ${count(to)}).`;
    return [{ what: isObject(from) || isObject(to) ? shift(`${named(after)}, ${attribute}`, from, to) : said }];
  }
  const what = shift(`${named(after)}, ${attribute}`, from, to);
  if (attribute === 'class' && typeof from === 'string' && !isClassHandled(from, after, context))
    return [{ what, raise: { risk: 'H', reason: `no other exception of head handles the class ${from}` } }];
  if (attribute === 'elements') {
    const lost = without(items(from), items(to));
    const className = (before as Element<'exception'>).attributes.class;
    const uncovered = lost.filter((name) => !isCovered(name, className, context));
    if (uncovered.length > 0)
      return [{ what, raise: { risk: 'H', reason: `nothing handles ${className} for ${listed(uncovered)} any more` } }];
  }
  return [{ what }];
}

function isClassHandled(className: string, except: Element, context: ChangeContext): boolean {
  return handled(context).some(({ key, attributes }) => key !== except.key && attributes.class === className);
}

function isCovered(name: string, className: string, context: ChangeContext): boolean {
  return handled(context).some(
    ({ attributes }) => attributes.class === className && attributes.elements?.includes(name) === true,
  );
}

/** Exceptions of head that are in force and have a treatment. */
function handled({ head }: ChangeContext): readonly Element<'exception'>[] {
  return head
    .ofKind('exception')
    .filter(({ attributes }) => attributes.treatment !== undefined && attributes.status !== 'retired');
}
