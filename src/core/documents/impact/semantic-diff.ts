import type { Json } from '../../language/canonical.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, json, list, nullable, text, texts, words } from '../fact-shape.ts';

export const DIFF_ROW = facts({
  ref: text,
  action: words('added', 'removed', 'changed'),
  element: text,
  path: text,
  before: nullable(json),
  after: nullable(json),
});
export const SEMANTIC_DIFF = facts({
  rows: list(DIFF_ROW),
  moved: list(
    facts({
      ref: text,
      before: text,
      after: text,
      from: text,
      to: text,
      what: words('renamed', 'moved', 'renamed and moved'),
    }),
  ),
  reformatted: texts,
});

/** Every difference in meaning, without a verdict. */
export type SemanticDiffFacts = FactsOf<typeof SEMANTIC_DIFF>;

/** The differences of the two models as facts; an added or removed element shows its attributes. */
export function semanticDiff({ diff }: DocumentContext): SemanticDiffFacts {
  const digits = Math.max(3, `${diff.deltas.length}`.length);
  return {
    rows: diff.deltas.map((delta, index) => {
      const ref = `D-${`${index + 1}`.padStart(digits, '0')}`;
      if (delta.action === 'added')
        return {
          ref,
          action: 'added',
          element: delta.after.key,
          path: '',
          before: null,
          after: delta.after.attributes as Json,
        };
      if (delta.action === 'removed')
        return {
          ref,
          action: 'removed',
          element: delta.before.key,
          path: '',
          before: delta.before.attributes as Json,
          after: null,
        };
      return {
        ref,
        action: 'changed',
        element: delta.after.key,
        path: delta.path.join('.'),
        before: delta.from ?? null,
        after: delta.to ?? null,
      };
    }),
    moved: diff.identities
      .filter(({ renamed, relocated }) => renamed || relocated)
      .map(({ before, after, renamed, relocated }, index) => ({
        ref: `M-${`${index + 1}`.padStart(2, '0')}`,
        before: before.key,
        after: after.key,
        from: before.at.file,
        to: after.at.file,
        what: renamed && relocated ? 'renamed and moved' : renamed ? 'renamed' : 'moved',
      })),
    reformatted: [...diff.reformatted],
  };
}
