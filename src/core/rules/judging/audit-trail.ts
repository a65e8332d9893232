import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { jsonText } from '../../diff/comparable.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { inHeadNames } from './head-names.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

type AuditTrail = Exclude<NonNullable<Element<'object'>['attributes']['record']>['auditTrail'], string | undefined>;

/** Acts and facts that are recorded where the specification says nothing else. */
const USUALLY: Readonly<Record<'actions' | 'captures', readonly string[]>> = {
  actions: ['create', 'modify', 'delete'],
  captures: ['who', 'when', 'old', 'new'],
};

/** What an audit trail that is kept in both revisions no longer records, or records in addition. */
export function scopeVerdicts(context: ChangeContext, direction: 'reduced' | 'extended'): readonly Verdict[] {
  return context.head.ofKind('object').flatMap((after) => {
    const before = context.inBase(after) as Element<'object'> | undefined;
    const was = before && trailOf(inHeadNames(before, context.base, context));
    const is = trailOf(after.attributes);
    if (before === undefined || was === undefined || is === undefined) return [];
    return [
      ...fieldVerdict(before, after, was, is, context, direction),
      ...listVerdict('actions', before, after, was, is, direction),
      ...listVerdict('captures', before, after, was, is, direction),
    ];
  });
}

function trailOf({ record }: Element<'object'>['attributes']): AuditTrail | undefined {
  const trail = record?.auditTrail;
  return typeof trail === 'object' ? trail : undefined;
}

function listVerdict(
  attribute: 'actions' | 'captures',
  before: Element,
  after: Element,
  was: AuditTrail,
  is: AuditTrail,
  direction: 'reduced' | 'extended',
): readonly Verdict[] {
  const [from, to] = [was[attribute] ?? USUALLY[attribute], is[attribute] ?? USUALLY[attribute]];
  const names = direction === 'reduced' ? without(from, to) : without(to, from);
  if (names.length === 0) return [];
  const subject = attribute === 'actions' ? 'acts' : 'facts of an act';
  return [verdict(before, after, attribute, subject, names, direction, was[attribute], is[attribute])];
}

/** Fields by name, however they are said: all of them, the critical ones, a list. Fields that are gone are no longer there to be recorded. */
function fieldVerdict(
  before: Element,
  after: Element,
  was: AuditTrail,
  is: AuditTrail,
  context: ChangeContext,
  direction: 'reduced' | 'extended',
): readonly Verdict[] {
  const there = fieldsInBoth(before, context);
  const covered = recorded(was.fields, before, context.base).flatMap((id) => there.get(id) ?? []);
  const coveredBefore = typeof was.fields === 'string' ? covered : was.fields;
  const now = recorded(is.fields, after, context.head);
  const lost = without(coveredBefore, now).filter((id) => [...there.values()].includes(id));
  const gained = without(now, coveredBefore).filter((id) => [...there.values()].includes(id));
  const same = jsonText(was.fields) === jsonText(is.fields);
  const [from, to]: readonly [Json, Json] = same ? [coveredBefore, now] : [was.fields, is.fields];
  const names = direction === 'reduced' ? lost : gained;
  if (names.length > 0) return [verdict(before, after, 'fields', 'fields', names, direction, from, to)];
  if (same || lost.length + gained.length > 0 || direction !== ofFuture(was.fields, is.fields)) return [];
  const sentence =
    direction === 'reduced'
      ? `${named(after)}, audit trail: no field is left out now, but fields that are added or become critical later are not followed any more.`
      : `${named(after)}, audit trail: fields that are added or become critical later are followed as well.`;
  return [{ what: sentence, before, after, path: ['record', 'auditTrail', 'fields'], values: { from, to } }];
}

/** What another way of saying it does to fields that come later: `all` follows them, then `critical`, a list does not. */
function ofFuture(from: AuditTrail['fields'], to: AuditTrail['fields']): 'reduced' | 'extended' | undefined {
  const reach = (fields: AuditTrail['fields']): number => (fields === 'all' ? 2 : fields === 'critical' ? 1 : 0);
  if (reach(from) === reach(to)) return undefined;
  return reach(to) < reach(from) ? 'reduced' : 'extended';
}

/** Local id in base → local id in head, of the fields that the object has in both. */
function fieldsInBoth(object: Element, { base, inHead }: ChangeContext): ReadonlyMap<string, string> {
  return new Map(
    base.partsOf(object, 'field').flatMap((field) => {
      const after = inHead(field);
      return after === undefined ? [] : [[field.localId, after.localId] as const];
    }),
  );
}

function recorded(fields: AuditTrail['fields'], object: Element, model: SpecModel): readonly string[] {
  if (typeof fields !== 'string') return fields;
  return model
    .partsOf(object, 'field')
    .filter(({ attributes }) => fields === 'all' || attributes.critical === true)
    .map(({ localId }) => localId);
}

function verdict(
  before: Element,
  after: Element,
  attribute: string,
  subject: string,
  names: readonly string[],
  direction: 'reduced' | 'extended',
  from: Json | undefined,
  to: Json | undefined,
): Verdict {
  const what = `${named(after)}, audit trail: ${subject} ${direction === 'reduced' ? 'no longer' : 'now also'} recorded: ${listed(names)}.`;
  return { what, before, after, path: ['record', 'auditTrail', attribute], values: { from, to } };
}
