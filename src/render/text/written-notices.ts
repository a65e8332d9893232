import { shown } from '../shown.ts';

/** What is worth saying after a package was written: where the old one is, and what an interrupted run left behind. */
export function leftBehind(written: {
  readonly movedAside?: string;
  readonly leftovers: readonly string[];
}): readonly string[] {
  const aside = written.movedAside === undefined ? [] : [`What stood there is now ${shown(written.movedAside)}.`];
  const leftovers = written.leftovers.map(
    (folder) => `An interrupted run left ${shown(folder)}; it is no package and can be removed.`,
  );
  return [...aside, ...leftovers];
}
