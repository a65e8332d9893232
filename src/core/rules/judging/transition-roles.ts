import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { without } from './values.ts';
import { listed, named } from './wording.ts';

const EVERYBODY = 'anyone';

/** Who gained or lost the right to start a step: named roles and those that inherit from them, renames followed. */
export function roleVerdicts(context: ChangeContext, direction: 'widened' | 'narrowed'): readonly Verdict[] {
  const inherited = { base: heirs(context.base), head: heirs(context.head) };
  return context.head.ofKind('transition').flatMap((after) => {
    const before = context.inBase(after) as Element<'transition'> | undefined;
    // Who starts a step that declares no start is not known: whoever is named now may be more or fewer people.
    if (before === undefined || !hasStart(before) || !hasStart(after)) return [];
    const from = inHeadNames(before.attributes.by ?? [], context);
    const was = inHeadNames(expanded(before.attributes.by ?? [], inherited.base), context);
    const is = expanded(after.attributes.by ?? [], inherited.head);
    const names = direction === 'widened' ? gained(was, is) : gained(is, was);
    if (names.length === 0) return [];
    const to = after.attributes.by ?? [];
    const declared = from.join() !== to.join();
    const what =
      direction === 'widened'
        ? `${named(after)} may now also be started by ${listed(names)}${declared ? '' : ', by inherited rights'}.`
        : `${named(after)} may no longer be started by ${listed(names)}${declared ? '' : ', whose inherited rights are gone'}.`;
    const values = declared ? { from: before.attributes.by && from, to: after.attributes.by } : { from: was, to: is };
    return [{ what, before, after, path: ['by'], values }];
  });
}

function hasStart({ attributes }: Element<'transition'>): boolean {
  const { by, receives, auto, after } = attributes;
  return by !== undefined || receives !== undefined || auto === true || after !== undefined;
}

function gained(was: readonly string[], is: readonly string[]): readonly string[] {
  return was.includes(EVERYBODY) ? [] : without(is, was);
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
