import type { ChangeContext, Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** Roles that are of this kind now and were not; a new role of administrators is one, a new service role is not yet granted anything. */
export function newKind(
  { head, inBase, changesOf }: ChangeContext,
  kind: 'service' | 'administrator',
): readonly Verdict[] {
  return head.ofKind('role').flatMap((after): readonly Verdict[] => {
    if (after.attributes.kind !== kind) return [];
    const before = inBase(after);
    if (before === undefined) {
      if (kind === 'service') return [];
      return [
        {
          what: `${named(after)} is new, and administrators hold it.`,
          after,
          path: ['kind'],
          values: { from: undefined, to: kind },
        },
      ];
    }
    return changesOf(after)
      .filter(({ path }) => path[0] === 'kind')
      .map(({ from, to }) => ({
        what: shift(`${named(after)}, held by`, from ?? 'human', to),
        before,
        after,
        path: ['kind'],
        values: { from, to },
      }));
  });
}

/** Steps that a machine now does in another service role, or in that of the interface. */
export function otherAccounts({ diff }: ChangeContext): readonly Verdict[] {
  return diff.deltas.flatMap((delta): readonly Verdict[] => {
    if (delta.action !== 'changed' || delta.after.kind !== 'transition' || delta.path[0] !== 'as') return [];
    const { before, after, path, from, to } = delta;
    const own = 'the account of the interface';
    return [
      {
        what: shift(`${named(after)}, done by machines as`, from ?? own, to ?? own),
        before,
        after,
        path,
        values: { from, to },
      },
    ];
  });
}
