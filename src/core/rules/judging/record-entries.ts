import type { Change, Delta } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Verdict } from '../change-rule.ts';
import { addedElement } from './whole-element.ts';
import { listed, named, shift } from './wording.ts';

/** What a rule says of an entry of the books that came, went or was edited in one place. */
export function recordVerdict(delta: Delta): Verdict {
  if (delta.action === 'added') return { ...addedElement(delta.after), after: delta.after };
  if (delta.action === 'removed') return { what: `${named(delta.before)} was removed.`, before: delta.before };
  const { before, after, path, from, to } = delta;
  return { what: shift(`${named(after)}, ${path.join('.')}`, from, to), before, after, path, values: { from, to } };
}

/** An entry that was edited in several places is one finding. */
export function entryVerdict(changes: readonly Change[], first: Change): Verdict {
  if (changes.length === 1) return recordVerdict(first);
  const { before, after } = first;
  const places = [...new Set(changes.map(({ path }) => path[0] ?? ''))];
  const explains = changes.map(({ path }) => path.join('.'));
  return {
    what: `${named(after)} was edited: ${listed(places)}.`,
    before,
    after,
    values: { from: valuesOf(changes, 'from'), to: valuesOf(changes, 'to') },
    explains,
  };
}

function valuesOf(changes: readonly Change[], side: 'from' | 'to'): Json {
  return Object.fromEntries(
    changes.flatMap((change): readonly (readonly [string, Json])[] => {
      const value = change[side];
      return value === undefined ? [] : [[change.path.join('.'), value]];
    }),
  );
}
