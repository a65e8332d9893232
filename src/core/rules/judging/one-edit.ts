import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { named, shift } from './wording.ts';

/** The changes of the same element at these attributes, in order of their path. */
export function changesAt(
  { after }: Change,
  { changesOf }: ChangeContext,
  attributes: readonly string[],
): readonly Change[] {
  return changesOf(after).filter(({ path }) => attributes.includes(path.join('.')));
}

/** Whether this is the one of several changes of an element that carries the finding for all of them. */
export function isFirstOf(changes: readonly Change[], { path }: Change): boolean {
  return changes[0]?.path.join('.') === path.join('.');
}

/** Several changed attributes as one verdict: with before and after of all of them, so that its identity is that of the whole edit. */
export function oneEdit(changes: readonly Change[]): Verdict {
  const [first, ...others] = changes;
  if (first === undefined) throw new Error('An edit changes something.');
  const name = named(first.after);
  if (others.length === 0) return { what: shift(`${name}, ${first.path.join('.')}`, first.from, first.to) };
  const sentences = changes.map(({ path, from, to }) => shift(path.join('.'), from, to).replace(/\.$/u, ''));
  return {
    what: `${name}: ${sentences.join('; ')}.`,
    values: { from: valuesOf(changes, 'from'), to: valuesOf(changes, 'to') },
    explains: changes.map(({ path }) => path.join('.')),
  };
}

function valuesOf(changes: readonly Change[], side: 'from' | 'to'): Json {
  return Object.fromEntries(
    changes.flatMap((change) => {
      const value = change[side];
      return value === undefined ? [] : [[change.path.join('.'), value] as const];
    }),
  );
}
