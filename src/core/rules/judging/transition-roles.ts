import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

const EVERYBODY = 'anyone';

/**
 * Who gained or lost the right to start a step, or both: named roles and those that inherit from them, renames followed. A
 * step has one of the three directions: where some came and others went, it is replaced.
 */
export function roleVerdicts(
  context: ChangeContext,
  direction: 'widened' | 'narrowed' | 'replaced',
): readonly Verdict[] {
  return changedStarters(context).flatMap(({ before, after, was, is, come, gone }) => {
    if (direction !== directionOf(come, gone)) return [];
    const from = inHeadNames(before.attributes.by ?? [], context);
    const to = after.attributes.by ?? [];
    const declared = from.join() !== to.join();
    const comes = `may now also be started by ${listed(come)}${declared ? '' : ', by inherited rights'}`;
    const goes = `may no longer be started by ${listed(gone)}${declared ? '' : ', whose inherited rights are gone'}`;
    const says = [...(come.length === 0 ? [] : [comes]), ...(gone.length === 0 ? [] : [goes])];
    const what = `${named(after)} ${says.join(', and ')}.`;
    const values = declared ? { from: before.attributes.by && from, to: after.attributes.by } : { from: was, to: is };
    return [{ what, before, after, path: ['by'], values }];
  });
}

interface ChangedStarters {
  readonly before: Element<'transition'>;
  readonly after: Element<'transition'>;
  /** Roles that may start it, after inheritance, in the names of head. */
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

const STARTERS = new WeakMap<ChangeContext['diff'], readonly ChangedStarters[]>();

function changedStarters(context: ChangeContext): readonly ChangedStarters[] {
  const known = STARTERS.get(context.diff);
  if (known !== undefined) return known;
  const inherited = { base: heirs(context.base), head: heirs(context.head) };
  const found = context.head.ofKind('transition').flatMap((after): readonly ChangedStarters[] => {
    const before = context.inBase(after) as Element<'transition'> | undefined;
    // Who starts a step that declares no start is not known: whoever is named now may be more or fewer people.
    if (before === undefined || !hasStart(before) || !hasStart(after)) return [];
    const was = inHeadNames(expanded(before.attributes.by ?? [], inherited.base), context);
    const is = expanded(after.attributes.by ?? [], inherited.head);
    const [come, gone] = [newIn(is, was), newIn(was, is)];
    return come.length + gone.length === 0 ? [] : [{ before, after, was, is, come, gone }];
  });
  STARTERS.set(context.diff, found);
  return found;
}

function hasStart({ attributes }: Element<'transition'>): boolean {
  const { by, receives, auto, after } = attributes;
  return by !== undefined || receives !== undefined || auto === true || after !== undefined;
}

function directionOf(come: readonly string[], gone: readonly string[]): 'widened' | 'narrowed' | 'replaced' {
  if (come.length > 0 && gone.length > 0) return 'replaced';
  return come.length > 0 ? 'widened' : 'narrowed';
}

/** Roles of the first list that the second does not take in; who admits anyone admits them all. */
export function newIn(roles: readonly string[], others: readonly string[]): readonly string[] {
  return others.includes(EVERYBODY) ? [] : without(roles, others);
}

function expanded(by: readonly string[], inheriting: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const roles = new Set(by);
  for (const role of roles) for (const heir of inheriting.get(role) ?? []) roles.add(heir);
  return [...roles].sort();
}

/** Role → roles that have its rights by `inherits`. */
function heirs(model: SpecModel): ReadonlyMap<string, readonly string[]> {
  const heirsOf = new Map<string, string[]>();
  for (const { id, attributes } of model.ofKind('role')) {
    for (const from of attributes.inherits ?? []) heirsOf.set(from, [...(heirsOf.get(from) ?? []), id]);
  }
  return heirsOf;
}

/** Roles of base under the names that head gives them. */
function inHeadNames(roles: readonly string[], { base, inHead }: ChangeContext): readonly string[] {
  return roles
    .map((id) => {
      const role = base.get('role', id);
      return (role && inHead(role)?.id) ?? id;
    })
    .sort();
}
