import type { Derivation } from '../core/derive/test-case.ts';
import { diffModels } from '../core/diff/diff-models.ts';
import type { ModelDiff } from '../core/diff/delta.ts';
import type { ExplorationFacts } from '../core/documents/document-context.ts';
import type { Assessment } from '../core/impact/impact.ts';
import { judgeChanges, type Judgement } from '../core/rules/judge.ts';
import { runDifferingLints } from '../core/rules/run-lints.ts';
import type { AnalysedRevision, ComparisonContext } from './analyse-revision.ts';
import { openedPaths, type OpenedPaths } from './opened-paths.ts';
import type { Progress } from './ports.ts';

/** Everything that is known about two revisions. */
export interface Comparison {
  readonly base: AnalysedRevision;
  readonly head: AnalysedRevision;
  readonly diff: ModelDiff;
  /** What the change makes reachable. */
  readonly exploration: ExplorationFacts;
  readonly judgement: Judgement;
}

/** A comparison with its reach: what else is affected, which tests are due, who decides. */
export interface AssessedComparison extends Comparison {
  readonly derivation: { readonly base: Derivation; readonly head: Derivation };
  readonly assessment: Assessment;
}

/** What judging needs besides the two revisions. */
export type JudgingContext = Pick<ComparisonContext, 'digest' | 'asOf' | 'compareLanguages'>;

/** Compares two valid revisions by meaning and judges each difference. */
export async function compareRevisions(
  base: AnalysedRevision,
  head: AnalysedRevision,
  context: JudgingContext,
  progress: Progress,
): Promise<Comparison> {
  progress.step('Comparing the revisions');
  const diff = differences(base, head);
  const exploration = await openedPaths(base.model, head.model, diff, progress);
  progress.step('Judging the changes');
  return judgeDifferences(base, head, { diff, exploration }, context);
}

/** Everything in which two revisions differ. */
export function differences(base: AnalysedRevision, head: AnalysedRevision): ModelDiff {
  const templates = { base: base.source.templates ?? [], head: head.source.templates ?? [] };
  return diffModels(base.model, head.model, {
    base: base.source.files,
    head: head.source.files,
    ...(templates.base.length + templates.head.length === 0 ? {} : { templates }),
  });
}

/** Judges what was found to differ, and what was found by searching. */
export function judgeDifferences(
  base: AnalysedRevision,
  head: AnalysedRevision,
  { diff, exploration }: { readonly diff: ModelDiff; readonly exploration: OpenedPaths },
  context: JudgingContext,
): Comparison {
  const judgement = judgeChanges({
    base: base.model,
    head: head.model,
    diff,
    ...(exploration.found === undefined ? {} : { exploration: exploration.found }),
    graphBase: base.graph,
    graphHead: head.graph,
    ...runDifferingLints(base.lints, head.lints),
    digest: context.digest,
    compareLanguages: context.compareLanguages,
    asOf: context.asOf,
  });
  return { base, head, diff, exploration, judgement };
}
