import type { RevisionIdentity } from '../source/source-file.ts';
import type { DocumentContext } from './document-context.ts';
import { type FactsOf, facts, flag, nullable, text, words } from './fact-shape.ts';

export const REVISION_FACTS = facts({
  kind: words('commit', 'worktree', 'index', 'folder', 'none'),
  commit: nullable(text),
  tree: nullable(text),
  instant: nullable(text),
  author: nullable(text),
  modified: flag,
  version: nullable(text),
});

/** Which state of the project it is. */
export type RevisionFacts = FactsOf<typeof REVISION_FACTS>;

export const BASELINE_FACTS = facts({ version: text, commit: text, approval: nullable(text) });

/** An approved version, as the project declares it. */
export type BaselineFacts = FactsOf<typeof BASELINE_FACTS>;

/** The entry of `baselines` in head that names base's commit. Only a clean commit can be one. */
export function declaredBaseline({ base, head }: Pick<DocumentContext, 'base' | 'head'>): BaselineFacts | undefined {
  const { commit, kind } = base.identity;
  if (kind !== 'commit' || commit === undefined) return undefined;
  const found = Object.entries(head.model.project?.attributes.baselines ?? {}).find(
    ([, entry]) => entry.commit === commit,
  );
  return found === undefined ? undefined : { version: found[0], commit, approval: found[1].approval ?? null };
}

/** A revision as facts, with the version that its package declares. */
export function revisionFacts(identity: RevisionIdentity, version: string | undefined): RevisionFacts {
  const { kind, commit, tree, instant, author, modified } = identity;
  return {
    kind,
    commit: commit ?? null,
    tree: tree ?? null,
    instant: instant ?? null,
    author: author ?? null,
    modified,
    version: version ?? null,
  };
}
