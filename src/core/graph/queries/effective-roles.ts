import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** A role in which somebody may perform a step. */
export interface EffectiveRole {
  readonly role: Element<'role'>;
  /** Roles from it to the one that the step names: `[LEAD, OPERATOR]` = LEAD inherits OPERATOR; one entry = named itself. */
  readonly through: readonly string[];
}

/**
 * Roles in which a person may perform the step, after inheritance; by id, each by its shortest way. `anyone` is every role
 * that persons hold. A step that only a message, the machine or time starts has none.
 */
export function effectiveRoles(model: SpecModel, transition: Element<'transition'>): readonly EffectiveRole[] {
  const by = transition.attributes.by ?? [];
  return model.ofKind('role').flatMap((role) => {
    if (by.includes('anyone') && (role.attributes.kind ?? 'human') === 'human') return [{ role, through: [role.id] }];
    const through = wayTo(role.id, new Set(by), model);
    return through === undefined ? [] : [{ role, through }];
  });
}

/** Shortest chain of inheritance from a role to one of these; inheriting in a circle ends. */
function wayTo(role: string, wanted: ReadonlySet<string>, model: SpecModel): readonly string[] | undefined {
  const seen = new Set([role]);
  let ways: readonly (readonly string[])[] = [[role]];
  while (ways.length > 0) {
    const found = ways.find((way) => wanted.has(way.at(-1) ?? ''));
    if (found !== undefined) return found;
    ways = ways.flatMap((way) =>
      (model.get('role', way.at(-1) ?? '')?.attributes.inherits ?? []).flatMap((next) => {
        if (seen.has(next)) return [];
        seen.add(next);
        return [[...way, next]];
      }),
    );
  }
  return undefined;
}
