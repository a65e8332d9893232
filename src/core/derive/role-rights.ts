import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** Which roles may act, after inheritance. */
export interface RoleRights {
  /** Roles that persons hold (kind `human`, which is the default), by id. */
  readonly human: readonly string[];
  readonly administrators: readonly string[];
  readonly services: readonly string[];
  /** Whether somebody in `role` may do what is allowed to `by`. */
  mayAct(role: string, by: readonly string[]): boolean;
}

export function roleRights(model: SpecModel): RoleRights {
  const roles = model.ofKind('role');
  const ofKind = (kind: string) =>
    roles.filter((role) => (role.attributes.kind ?? 'human') === kind).map(({ id }) => id);
  const rights = new Map(roles.map((role) => [role.id, rolesHeld(role, model)]));
  return {
    human: ofKind('human'),
    administrators: ofKind('administrator'),
    services: ofKind('service'),
    mayAct: (role, by) =>
      by.includes('anyone') || by.some((allowed) => (rights.get(role) ?? new Set([role])).has(allowed)),
  };
}

/** The role itself and all that it inherits from, near or far. */
function rolesHeld(role: Element<'role'>, model: SpecModel): ReadonlySet<string> {
  const held = new Set([role.id]);
  const open = [...(role.attributes.inherits ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (held.has(next)) continue;
    held.add(next);
    open.push(...(model.get('role', next)?.attributes.inherits ?? []));
  }
  return held;
}
