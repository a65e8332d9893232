import { readFile } from 'node:fs/promises';

import { usageFailure } from '../core/diagnostics/failure.ts';
import { readAssessmentQuestions, type AssessmentQuestion } from '../core/documents/assessment-questions.ts';
import { clauseIds, readClauseCatalogue, type ClauseCatalogue } from '../core/model/clause-catalogue.ts';
import { sha256 } from '../io/digest.ts';
import { openRevisionSource } from '../io/git-source.ts';
import { installed, toolVersion } from '../io/installation.ts';
import { readFolder, writeNewFiles } from '../io/project-writer.ts';
import { terminalProgress } from '../io/terminal-progress.ts';
import type { AnalysisContext } from './analyse-revision.ts';
import type { Progress, RevisionSource } from './ports.ts';
import { scaffoldProject, type ScaffoldAnswers } from './scaffold-project.ts';

/** What a use case works with. Made here, the only place that knows which adapters there are. */
export interface Workbench {
  readonly revisions: RevisionSource;
  readonly analysis: AnalysisContext;
  readonly catalogue: ClauseCatalogue;
  readonly questions: readonly AssessmentQuestion[];
  readonly progress: Progress;
  readonly toolVersion: string;
}

export interface WorkbenchOptions {
  readonly project: string | undefined;
  /** Day on which waivers are judged; absent = today in UTC, read once, here. */
  readonly asOf?: string | undefined;
  readonly progress: Progress;
}

/** Opens the project that the options name, or the nearest one upward from the current folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { project, progress } = options;
  const revisions = await openRevisionSource({ cwd: process.cwd(), ...(project === undefined ? {} : { project }) });
  const catalogue = readClauseCatalogue(await readFile(installed('dist/catalogues/clauses.json'), 'utf8'));
  return {
    revisions,
    catalogue,
    questions: readAssessmentQuestions(await readFile(installed('specs/catalogues/assessment-questions.yaml'), 'utf8')),
    analysis: {
      clauses: clauseIds(catalogue),
      clauseSets: new Set(catalogue.sets.keys()),
      digest: sha256,
      asOf: readDay(options.asOf),
      cache: new Map(),
    },
    progress,
    toolVersion: await toolVersion(),
  };
}

function readDay(day: string | undefined): string {
  if (day === undefined) return new Date().toISOString().slice(0, 10);
  const instant = new Date(`${day}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(instant.getTime()) ||
    instant.toISOString().slice(0, 10) !== day
  ) {
    throw usageFailure('day-invalid', `'${day}' is not a day.`, 'Write it as 2026-03-02.');
  }
  return day;
}

/** Writes a new project and returns the paths of its files. Throws a `Failure` when one of them exists. */
export async function createProject(folder: string, answers: ScaffoldAnswers): Promise<readonly string[]> {
  const starter = await readFolder(installed('examples/starter'));
  const schema = await readFile(installed('schemas/countersign.v1.schema.json'), 'utf8');
  const files = scaffoldProject(starter, schema, answers);
  await writeNewFiles(folder, files);
  return files.map(({ path }) => path);
}

/** Progress on stderr, for work that takes longer than a second. */
export function openProgress(enabled: boolean): Progress {
  return terminalProgress(process.stderr, enabled);
}

export { askQuestions } from '../io/terminal-questions.ts';
export { reportPlace, writeReport } from '../io/text-output.ts';
