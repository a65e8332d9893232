import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

type Right = 'create' | 'edit' | 'delete' | 'configure' | 'override' | 'impersonate';

/** What a role may do beside the steps that name it: the elements of one right, its own and inherited; as they are named. */
export function rightsHeld(model: SpecModel, role: Element<'role'>, right: Right): readonly string[] {
  const held = new Set([role.id]);
  const named = new Set<string>();
  for (const id of held) {
    const { may, inherits = [] } = model.get('role', id)?.attributes ?? {};
    for (const name of may?.[right] ?? []) named.add(name);
    for (const next of inherits) held.add(next);
  }
  return [...named].sort();
}
