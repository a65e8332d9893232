import { deriveTests } from '../core/derive/derive-tests.ts';
import type { Diagnostic } from '../core/diagnostics/index.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { traceOf } from '../core/trace/trace-of.ts';
import { traceRequirements } from '../core/trace/trace-requirements.ts';
import type { TracedRevision } from '../render/lists/trace-workbook.ts';
import { analyseRevision } from './analyse-revision.ts';
import type { Workbench } from './compose.ts';
import type { ComparisonOutcome } from './compare-project.ts';

/** Traces one revision, or the part of it that concerns one element. */
export async function traceProject(
  workbench: Workbench,
  revision: string | undefined,
  element: string | undefined,
): Promise<ComparisonOutcome<TracedRevision>> {
  const { progress, analysis, catalogue } = workbench;
  progress.step('Reading the specification');
  const read = await workbench.revisions.readOne(revision, 'head');
  await workbench.readings.recall(read.revision.files, analysis.cache);
  const { model, graph, lint, diagnostics, invalid } = analyseRevision(read.revision, read.diagnostics, analysis);
  await workbench.readings.keep(read.revision.files, analysis.cache);
  if (invalid) return refused(diagnostics, read.notices);
  progress.step('Deriving tests');
  const derivation = deriveTests({ model, graph, digest: analysis.digest });
  const trace = traceRequirements({ model, graph, derivation, lint, catalogue });
  progress.done();
  const { identity } = read.revision;
  if (element === undefined) {
    return { kind: 'compared', comparison: { identity, model, derivation, trace }, notices: read.notices };
  }
  const part = traceOf(trace, element);
  if (part.forward.length + part.backward.length + part.clauses.length === 0 && model.named(element).length === 0) {
    throw usageFailure(
      'element-unknown',
      `Nothing is called '${element}' here.`,
      'Name a requirement, an element such as NCR.T04, a test or a clause.',
    );
  }
  return {
    kind: 'compared',
    comparison: { identity, model, derivation, trace: part, element },
    notices: read.notices,
  };
}

function refused(diagnostics: readonly Diagnostic[], notices: readonly string[]): ComparisonOutcome<never> {
  return { kind: 'invalid', diagnostics, which: ['head'], notices };
}
