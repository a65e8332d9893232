import type { Diagnostic } from '../core/diagnostics/index.ts';
import type { ComparisonReport } from '../core/report/comparison-report.ts';
import { readingKey } from '../core/model/load-model.ts';
import type { SourceFile, SourceRevision } from '../core/source/source-file.ts';
import { analyseRevision } from './analyse-revision.ts';
import { compareRevisions, type AssessedComparison, type Comparison } from './compare-revisions.ts';
import type { Workbench } from './compose.ts';
import type { RangeRequest } from './ports.ts';

/** What came of a request to compare: the comparison, or why a revision cannot be understood. */
export type ComparisonOutcome<C> =
  | { readonly kind: 'compared'; readonly comparison: C; readonly notices: readonly string[] }
  | {
      readonly kind: 'invalid';
      readonly diagnostics: readonly Diagnostic[];
      readonly which: readonly ('base' | 'head')[];
      readonly notices: readonly string[];
    };

/** Day on which waivers are judged, where that follows from the revisions and not from the caller. */
export type DayOf = (head: SourceRevision) => string;

/** Reads two revisions and judges what differs. */
export async function compareProject(
  workbench: Workbench,
  request: RangeRequest,
  dayOf?: DayOf,
): Promise<ComparisonOutcome<Comparison>> {
  const { progress } = workbench;
  progress.step('Reading both revisions');
  const read = await workbench.revisions.readRange(request);
  const analysis = dayOf === undefined ? workbench.analysis : { ...workbench.analysis, asOf: dayOf(read.head) };
  // A file that differs is never taken from an earlier run: what is judged to have changed was read from its bytes just now.
  const unchanged = inBoth(read.base, read.head);
  await workbench.readings.recall(unchanged, analysis.cache);
  progress.step('Checking both revisions');
  const earlier = (label: 'base' | 'head') => read.diagnostics.filter(({ at }) => at.revision === label);
  const base = analyseRevision(read.base, earlier('base'), analysis);
  // Documents are laid out by head's templates: those of base are compared, and not used.
  const ofHead = [...earlier('head'), ...(await workbench.checkTemplates(read.head))];
  const head = analyseRevision(read.head, ofHead, analysis, base.model);
  await workbench.readings.keep([...read.head.files, ...read.base.files], analysis.cache);
  const invalid = [base, head].filter((revision) => revision.invalid);
  if (invalid.length > 0) {
    progress.done();
    return {
      kind: 'invalid',
      diagnostics: invalid.flatMap(({ diagnostics }) => diagnostics),
      which: invalid.map(({ source }) => source.identity.label),
      notices: read.notices,
    };
  }
  const comparison = await compareRevisions(base, head, analysis, progress);
  return { kind: 'compared', comparison, notices: read.notices };
}

/** Files of head whose content base holds as well. */
function inBoth(base: SourceRevision, head: SourceRevision): readonly SourceFile[] {
  const known = new Set(base.files.map(readingKey));
  return head.files.filter((file) => known.has(readingKey(file)));
}

/** The same, followed through the dependency graph. */
export async function assessProject(
  workbench: Workbench,
  request: RangeRequest,
  dayOf?: DayOf,
): Promise<ComparisonOutcome<AssessedComparison>> {
  const outcome = await compareProject(workbench, request, dayOf);
  if (outcome.kind === 'invalid') return outcome;
  // Loaded when it is asked for: `diff` and `gate` do without.
  const { assessComparison } = await import('./assess-comparison.ts');
  return {
    ...outcome,
    comparison: assessComparison(outcome.comparison, workbench.analysis.digest, workbench.progress),
  };
}

/** A comparison as it is shown. */
export function reportComparison(
  comparison: Comparison | AssessedComparison,
  notices: readonly string[],
  toolVersion: string,
): ComparisonReport {
  return {
    base: comparison.base.source.identity,
    head: comparison.head.source.identity,
    class: comparison.judgement.class,
    findings: comparison.judgement.findings,
    composedEffects: comparison.judgement.composedEffects,
    ...('assessment' in comparison ? { assessment: comparison.assessment } : {}),
    toolVersion,
    notices,
  };
}
