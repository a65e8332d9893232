import type { Digest } from '../core/digest.ts';
import { deriveTests } from '../core/derive/derive-tests.ts';
import { assessImpact } from '../core/impact/assess-impact.ts';
import type { AssessedComparison, Comparison } from './compare-revisions.ts';
import type { Progress } from './ports.ts';

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
