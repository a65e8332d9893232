import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { usageFailure } from '../core/diagnostics/failure.ts';
import { readAssessmentQuestions, type AssessmentQuestion } from '../core/documents/assessment-questions.ts';
import { clauseIds, readClauseCatalogue, type ClauseCatalogue } from '../core/model/clause-catalogue.ts';
import { sha256 } from '../io/digest.ts';
import { compareLanguages } from '../io/pattern-languages.ts';
import { startThread } from '../io/exploration-thread.ts';
import { openRevisionSource } from '../io/git-source.ts';
import { installed, readerIdentity, toolVersion } from '../io/installation.ts';
import { readFolder, refuseExisting, writeNewFiles } from '../io/project-writer.ts';
import { NO_READING_STORE } from '../io/no-reading-store.ts';
import { terminalProgress } from '../io/terminal-progress.ts';
import type { ComparisonContext } from './analyse-revision.ts';
import type { ExploreAnswer, ExploreJob } from './explore-job.ts';
import { explorationProgress } from '../render/explore/progress-words.ts';
import type { EjectedTemplate } from './eject-templates.ts';
import type {
  CheckTemplates,
  ExplorationRunner,
  Progress,
  ReadingStore,
  RevisionSource,
  TemplateStore,
  WorkbookWriter,
} from './ports.ts';
import type { ScaffoldAnswers } from './scaffold-project.ts';

/** What a use case works with. Made here, the only place that knows which adapters there are. */
export interface Workbench {
  readonly revisions: RevisionSource;
  readonly readings: ReadingStore;
  readonly analysis: ComparisonContext;
  readonly catalogue: ClauseCatalogue;
  readonly questions: readonly AssessmentQuestion[];
  readonly checkTemplates: CheckTemplates;
  readonly progress: Progress;
  readonly toolVersion: string;
}

export interface WorkbenchOptions {
  readonly project: string | undefined;
  /** Day on which waivers are judged; absent = today in UTC, read once, here. */
  readonly asOf?: string | undefined;
  readonly progress: Progress;
  /** Whether what earlier runs read may be used, and this one be remembered; absent = no: evidence rests on the files alone. */
  readonly cache?: boolean | undefined;
}

/** Opens the project that the options name, or the nearest one upward from the current folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { project, progress } = options;
  const revisions = await openRevisionSource({ cwd: process.cwd(), ...(project === undefined ? {} : { project }) });
  const catalogue = readClauseCatalogue(await readFile(installed('dist/catalogues/clauses.json'), 'utf8'));
  return {
    revisions,
    readings: options.cache === true ? await findReadings(revisions) : NO_READING_STORE,
    catalogue,
    questions: readAssessmentQuestions(await readFile(installed('specs/catalogues/assessment-questions.yaml'), 'utf8')),
    analysis: {
      clauses: clauseIds(catalogue),
      clauseSets: new Set(catalogue.sets.keys()),
      digest: sha256,
      compareLanguages,
      asOf: readDay(options.asOf),
      cache: new Map(),
    },
    checkTemplates,
    progress,
    toolVersion: await toolVersion(),
  };
}

/** Templates are read, and what reads them is loaded, where a project has some of its own. */
const checkTemplates: CheckTemplates = async (revision) => {
  if ((revision.templates ?? []).length === 0) return [];
  const [{ checkSiteTemplates }, { readTemplateStore }] = await Promise.all([
    import('../render/documents/site-templates.ts'),
    import('../io/template-store.ts'),
  ]);
  return checkSiteTemplates(readTemplateStore(), revision, sha256);
};

async function findReadings(revisions: RevisionSource): Promise<ReadingStore> {
  const { openReadingStore, readingFolder } = await import('../io/reading-store.ts');
  const { projectFolder: project } = await revisions.place();
  const folder = readingFolder(process.env, process.platform, project);
  const reader = await readerIdentity();
  return folder === undefined || reader === undefined
    ? NO_READING_STORE
    : openReadingStore({ folder, project, reader });
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
  const { scaffoldProject } = await import('./scaffold-project.ts');
  const starter = await readFolder(installed('examples/starter'));
  const schema = await readFile(installed('schemas/countersign.v1.schema.json'), 'utf8');
  const files = scaffoldProject(starter, schema, answers);
  await writeNewFiles(folder, files);
  return files.map(({ path }) => path);
}

/** The templates of the tool. */
export async function openTemplates(): Promise<TemplateStore> {
  return (await import('../io/template-store.ts')).readTemplateStore();
}

/** Takes templates of the tool over into a folder, or only says that it could; throws a `Failure` when one of them exists there. */
export async function writeTemplates(
  folder: string,
  names: readonly string[],
  extent: 'write' | 'dry-run',
): Promise<readonly EjectedTemplate[]> {
  const { ejectTemplates } = await import('./eject-templates.ts');
  const files = ejectTemplates(await openTemplates(), names, { version: await toolVersion(), digest: sha256 });
  await (extent === 'write' ? writeNewFiles : refuseExisting)(folder, files);
  return files;
}

/** Explores in a thread of its own, so that progress is shown and Ctrl-C is heard. The thread starts at once. */
export function openExplorationRunner(progress: Progress, say: (line: string) => void): ExplorationRunner {
  const thread = startThread<ExploreJob, ExploreAnswer>({
    module: new URL('./explore-job.js', import.meta.url),
    here: async (job, watch) => (await import('./explore-job.ts')).run(job, watch),
  });
  return {
    async run(job) {
      progress.step('Exploring');
      try {
        return await thread.run(job, {
          progress: (one) => progress.step(explorationProgress(one)),
          ending: () => say('Ending: what was seen so far is told. Ctrl-C once more ends at once.'),
        });
      } finally {
        progress.done();
      }
    },
  };
}

/** Writes workbooks; what does so is loaded with the first one. */
export function openWorkbookWriter(): WorkbookWriter {
  return { write: async (sheets) => (await import('../io/workbook-writer.ts')).writeWorkbook(sheets) };
}

/** Progress on stderr, for work that takes longer than a second. */
export function openProgress(enabled: boolean): Progress {
  return terminalProgress(process.stderr, enabled);
}

/** A file of the project as a path on disk; the file is named below the project folder, with `/`. */
export async function placeInProject(workbench: Workbench, file: string): Promise<string> {
  const { projectFolder } = await workbench.revisions.place();
  return join(projectFolder, ...file.split('/'));
}

export { toolVersion } from '../io/installation.ts';
export { askQuestions } from '../io/terminal-questions.ts';
export { readReport } from '../io/text-input.ts';
export { reportPlace, siblingOf, writeReport } from '../io/text-output.ts';
export { openLines } from '../io/terminal-lines.ts';
