import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { rightsBeyond, rightsOf } from './effective-rights.ts';
import type { Right } from './effective-rights.ts';
import { items, without } from './values.ts';

/** A role that is new, or whose rights were changed where they are declared. */
export interface ChangedRole {
  readonly before: Element<'role'> | undefined;
  readonly after: Element<'role'>;
  /** Its own changes of `may`, `systems` and `inherits`; none of a new role. */
  readonly own: readonly Change[];
  /** Roles from which it inherits and did not, or did and does not. */
  readonly parents: { readonly gained: readonly string[]; readonly lost: readonly string[] };
  /** Rights that it declares itself and did not, or did and does not. */
  readonly declared: { readonly gained: readonly Right[]; readonly lost: readonly Right[] };
  /** Rights, steps included, that it has through these parents and had not in any way, or the reverse. */
  readonly inherited: { readonly gained: readonly Right[]; readonly lost: readonly Right[] };
}

const RIGHTS: readonly string[] = ['may', 'systems', 'inherits'];

/**
 * Every role that was changed itself, with what it comes to after inheritance. A role that gained only because one from which
 * it inherits was changed is none of them: it is named with that one.
 */
export function changedRoles(context: ChangeContext): readonly ChangedRole[] {
  const { head, inBase, changesOf } = context;
  const rights = rightsOf(context);
  return head.ofKind('role').flatMap((after): readonly ChangedRole[] => {
    const before = inBase(after) as Element<'role'> | undefined;
    const own = changesOf(after).filter(({ path }) => RIGHTS.includes(path[0] ?? ''));
    if (before !== undefined && own.length === 0) return [];
    const { id } = after;
    const inherits = own.find(({ path }) => path[0] === 'inherits');
    const [was, is] =
      before === undefined ? [[], after.attributes.inherits ?? []] : [items(inherits?.from), items(inherits?.to)];
    const parents = { gained: without(is, was), lost: without(was, is) };
    const through = (side: 'base' | 'head', roles: readonly string[]): readonly Right[] =>
      roles.flatMap((role) => rights[side].effective(role)).filter(({ act }) => act !== 'in');
    return [
      {
        before,
        after,
        own,
        parents,
        declared: {
          gained: rightsBeyond(rights.head.own(id), rights.base.own(id)),
          lost: before === undefined ? [] : rightsBeyond(rights.base.own(id), rights.head.own(id)),
        },
        inherited: {
          gained: rightsBeyond(through('head', parents.gained), rights.base.effective(id)),
          lost: rightsBeyond(through('base', parents.lost), rights.head.effective(id)),
        },
      },
    ];
  });
}
