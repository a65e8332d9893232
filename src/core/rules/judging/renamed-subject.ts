import type { Json } from '../../language/canonical.ts';
import { isObject } from '../../diff/comparable.ts';
import type { ChangeContext } from '../change-rule.ts';

/** A name of base and the one that head has for the same. */
interface NewName {
  readonly from: string;
  readonly to: string;
  /** Whether names of its parts begin with it: `IF-001` in `IF-001.lot`. */
  readonly whole: boolean;
}

/** The names that declared renames have given: id, key, and local id of a part. */
export function newNames({ diff }: ChangeContext): readonly NewName[] {
  return diff.identities.flatMap(({ before, after, renamed }) => {
    if (!renamed) return [];
    const ids = [
      { from: before.id, to: after.id, whole: true },
      { from: before.key, to: after.key, whole: true },
    ];
    return before.parent === undefined ? ids : [...ids, { from: before.localId, to: after.localId, whole: false }];
  });
}

/** Whether the subject of a lint finding in head is the one of base, but for the names that renames have changed. */
export function isRenamed(before: Json, after: Json, names: readonly NewName[]): boolean {
  if (typeof before === 'string' && typeof after === 'string') return isSameText(before, after, names);
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, at) => isRenamed(item, after[at] ?? null, names));
  }
  if (isObject(before) && isObject(after)) {
    const keys = Object.keys(before);
    return (
      keys.length === Object.keys(after).length &&
      keys.every((key) => key in after && isRenamed(before[key] ?? null, after[key] ?? null, names))
    );
  }
  return before === after;
}

/** A text is compared word by word, since some subjects hold a name within a phrase: `message IF-001.HOLD`. */
function isSameText(before: string, after: string, names: readonly NewName[]): boolean {
  if (before === after) return true;
  const [was, is] = [before.split(' '), after.split(' ')];
  return (
    was.length === is.length &&
    was.every((word, at) => {
      const now = is[at];
      return (
        word === now ||
        names.some(
          ({ from, to, whole }) =>
            (word === from && now === to) ||
            (whole && word.startsWith(`${from}.`) && now === `${to}${word.slice(from.length)}`),
        )
      );
    })
  );
}
