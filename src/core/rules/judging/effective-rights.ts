import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext } from '../change-rule.ts';
import { headId, inHeadNames } from './head-names.ts';

/** What a role may do with something: a right of `may`, `start` or `sign` a step, or be set up `in` a system. */
export type Act =
  | 'view'
  | 'create'
  | 'edit'
  | 'delete'
  | 'configure'
  | 'override'
  | 'impersonate'
  | 'start'
  | 'sign'
  | 'in';

/** One right: `edit lot.no`. Names are those of head. */
export interface Right {
  readonly act: Act;
  readonly on: string;
}

/** Acts that can undo the controls on which the other rules rely. */
const PRIVILEGED: ReadonlySet<Act> = new Set(['delete', 'configure', 'override', 'impersonate']);

export function isPrivileged({ act }: Right): boolean {
  return PRIVILEGED.has(act);
}

/** The rights of every role of one revision: what it declares itself, and all that it has after inheritance. */
export interface RevisionRights {
  /** Declared in `may` and `systems` of the role itself. */
  readonly own: (role: string) => readonly Right[];
  /** Of `may` and of steps, of the role and of all that it inherits from. */
  readonly effective: (role: string) => readonly Right[];
  /** Roles that have the rights of this one by inheritance, near or far. */
  readonly heirs: (role: string) => readonly string[];
}

const KNOWN = new WeakMap<ChangeContext['diff'], { readonly base: RevisionRights; readonly head: RevisionRights }>();

/** The rights of both revisions in the names of head. */
export function rightsOf(context: ChangeContext): { readonly base: RevisionRights; readonly head: RevisionRights } {
  const known = KNOWN.get(context.diff);
  if (known !== undefined) return known;
  const rights = { base: revisionRights(context.base, context), head: revisionRights(context.head, context) };
  KNOWN.set(context.diff, rights);
  return rights;
}

/** One text for one right, for comparing and for print: `edit lot.no`. */
export function rightText({ act, on }: Right): string {
  return act === 'in' ? `be used in ${on}` : act === 'impersonate' ? `act as ${on}` : `${act} ${on}`;
}

/** Rights of the first list that the second does not have, in order of their text. */
export function rightsBeyond(rights: readonly Right[], others: readonly Right[]): readonly Right[] {
  const there = new Set(others.map(rightText));
  return rights.filter((right) => !there.has(rightText(right)));
}

function revisionRights(model: SpecModel, context: ChangeContext): RevisionRights {
  const roles = new Map(
    model
      .ofKind('role')
      .map((role) => [headId(role, model, context) ?? role.id, inHeadNames(role, model, context)] as const),
  );
  const steps = rightsOfSteps(model, context);
  const inherited = (role: string): readonly string[] => roles.get(role)?.inherits ?? [];
  const own = (role: string): readonly Right[] => declaredRights(roles.get(role));
  const effectiveRights = new Map<string, readonly Right[]>();
  const heirsOf = new Map<string, string[]>();
  for (const role of roles.keys()) {
    for (const from of closure(role, inherited)) {
      if (from === role) continue;
      const heirs = heirsOf.get(from);
      if (heirs === undefined) heirsOf.set(from, [role]);
      else heirs.push(role);
    }
  }
  return {
    own,
    effective(role) {
      const found = effectiveRights.get(role);
      if (found !== undefined) return found;
      const rights = new Map<string, Right>();
      for (const from of closure(role, inherited)) {
        for (const right of [...own(from), ...(steps.get(from) ?? [])]) {
          // A role is set up in systems by name; that is nothing which another one inherits.
          if (right.act !== 'in' || from === role) rights.set(rightText(right), right);
        }
      }
      const sorted = [...rights].sort(([a], [b]) => compareText(a, b)).map(([, right]) => right);
      effectiveRights.set(role, sorted);
      return sorted;
    },
    heirs: (role) => (heirsOf.get(role) ?? []).toSorted(compareText),
  };
}

/** The role itself and all from which it inherits; inheriting in a circle ends. */
function closure(role: string, inherited: (role: string) => readonly string[]): ReadonlySet<string> {
  const held = new Set([role]);
  for (const from of held) for (const next of inherited(from)) held.add(next);
  return held;
}

function declaredRights(role: Element<'role'>['attributes'] | undefined): readonly Right[] {
  const may = Object.entries(role?.may ?? {}).flatMap(([act, names]) =>
    Array.isArray(names) ? names.map((on): Right => ({ act: act as Act, on: String(on) })) : [],
  );
  return [...may, ...(role?.systems ?? []).map((on): Right => ({ act: 'in', on }))];
}

/** Role → steps that name it, as starting or as signing. */
function rightsOfSteps(model: SpecModel, context: ChangeContext): ReadonlyMap<string, readonly Right[]> {
  const rights = new Map<string, Right[]>();
  const add = (role: string, right: Right): void => {
    const known = rights.get(role);
    if (known === undefined) rights.set(role, [right]);
    else known.push(right);
  };
  for (const transition of model.ofKind('transition')) {
    const { by = [], as, sign = [] } = inHeadNames(transition, model, context);
    const on = headId(transition, model, context) ?? transition.id;
    for (const role of as === undefined ? by : [...by, as]) add(role, { act: 'start', on });
    for (const signature of sign) for (const role of signature.by ?? []) add(role, { act: 'sign', on });
  }
  return rights;
}
