import { decodeSpecText } from '../core/source/decode.ts';
import type { CheckResult } from '../core/report/check-report.ts';
import { nextDeclaration } from '../core/rules/next-declaration.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import { analyseRevision } from './analyse-revision.ts';
import type { Workbench } from './compose.ts';

/** Loads, validates and lints one revision; absent = the files as they lie there. */
export async function checkProject(workbench: Workbench, revision: string | undefined): Promise<CheckResult> {
  const { progress, analysis, toolVersion } = workbench;
  progress.step('Reading the specification');
  const read = await workbench.revisions.readOne(revision, 'head');
  await workbench.readings.recall(read.revision.files, analysis.cache);
  progress.step('Checking the specification');
  const earlier = [...read.diagnostics, ...(await workbench.checkTemplates(read.revision))];
  const { model, diagnostics, lint, invalid } = analyseRevision(read.revision, earlier, analysis);
  await workbench.readings.keep(read.revision.files, analysis.cache);
  progress.done();
  return {
    revision: read.revision.identity,
    diagnostics,
    lint,
    invalid,
    open: lint.filter((finding) => finding.severity === 'error' && finding.waiver?.valid !== true),
    elements: model.elements.size,
    texts: textsOf(read.revision),
    asOf: analysis.asOf,
    toolVersion,
    next: invalid ? undefined : nextDeclaration(model, lint),
    notices: read.notices,
  };
}

function textsOf(revision: SourceRevision): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file, bytes } of [...revision.files, ...(revision.templates ?? [])]) {
    const decoded = decodeSpecText(bytes, revision.identity.label, file);
    if (decoded.diagnostics.length === 0) texts.set(file, decoded.text);
  }
  return texts;
}
