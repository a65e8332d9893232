import { analyseRevision } from './analyse-revision.ts';
import type { AnalysedRevision } from './analyse-revision.ts';
import type { Workbench } from './compose.ts';

/** One revision, read and understood; absent = the files as they lie there. */
export async function analyseOne(workbench: Workbench, revision: string | undefined): Promise<AnalysedRevision> {
  const { progress, analysis, readings } = workbench;
  progress.step('Reading the specification');
  const read = await workbench.revisions.readOne(revision, 'head');
  await readings.recall(read.revision.files, analysis.cache);
  progress.step('Checking the specification');
  const analysed = analyseRevision(read.revision, read.diagnostics, analysis);
  await readings.keep(read.revision.files, analysis.cache);
  return analysed;
}
