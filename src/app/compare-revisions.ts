import type { Digest } from '../core/digest.ts';
import { deriveTests } from '../core/derive/derive-tests.ts';
import type { Derivation } from '../core/derive/test-case.ts';
import { diffModels } from '../core/diff/diff-models.ts';
import type { ModelDiff } from '../core/diff/delta.ts';
import { assessImpact } from '../core/impact/assess-impact.ts';
import type { Assessment } from '../core/impact/impact.ts';
import { judgeChanges, type Judgement } from '../core/rules/judge.ts';
import type { AnalysedRevision, ComparisonContext } from './analyse-revision.ts';
import type { Progress } from './ports.ts';

/** Everything that is known about two revisions. */
export interface Comparison {
  readonly base: AnalysedRevision;
  readonly head: AnalysedRevision;
  readonly diff: ModelDiff;
  readonly judgement: Judgement;
}

/** A comparison with its reach: what else is affected, which tests are due, who decides. */
export interface AssessedComparison extends Comparison {
  readonly derivation: { readonly base: Derivation; readonly head: Derivation };
  readonly assessment: Assessment;
}

/** Compares two valid revisions by meaning and judges each difference. */
export function compareRevisions(
  base: AnalysedRevision,
  head: AnalysedRevision,
  context: Pick<ComparisonContext, 'digest' | 'asOf' | 'compareLanguages'>,
  progress: Progress,
): Comparison {
  progress.step('Comparing the revisions');
  const diff = diffModels(base.model, head.model, { base: base.source.files, head: head.source.files });
  progress.step('Judging the changes');
  const judgement = judgeChanges({
    base: base.model,
    head: head.model,
    diff,
    graphBase: base.graph,
    graphHead: head.graph,
    lintBase: base.lint,
    lintHead: head.lint,
    digest: context.digest,
    compareLanguages: context.compareLanguages,
    asOf: context.asOf,
  });
  return { base, head, diff, judgement };
}

/** Follows a comparison through the dependency graph and derives what has to be tested again. */
export function assessComparison(comparison: Comparison, digest: Digest, progress: Progress): AssessedComparison {
  const { base, head, judgement } = comparison;
  progress.step('Deriving the tests of both revisions');
  const derivation = {
    base: deriveTests({ model: base.model, graph: base.graph, digest }),
    head: deriveTests({ model: head.model, graph: head.graph, digest }),
  };
  progress.step('Following the changes through the dependency graph');
  const assessment = assessImpact({ base, head, findings: judgement.findings, class: judgement.class, derivation });
  return { ...comparison, derivation, assessment };
}
