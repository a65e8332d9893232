import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { usageFailure } from '../core/diagnostics/failure.ts';
import { readAssessmentQuestions, type AssessmentQuestion } from '../core/documents/assessment-questions.ts';
import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import type { PackageFolder } from '../core/evidence/package-listing.ts';
import type { PackagePlan } from '../core/evidence/package-plan.ts';
import { rebuildObstacle, type PackageManifest } from '../core/evidence/package-manifest.ts';
import type { RebuildComparison } from '../core/evidence/rebuild-comparison.ts';
import { clauseIds, readClauseCatalogue, type ClauseCatalogue } from '../core/model/clause-catalogue.ts';
import { sha256 } from '../io/digest.ts';
import { openRevisionSource } from '../io/git-source.ts';
import { writeDemoRepository } from '../io/demo-repository.ts';
import { installed, toolVersion } from '../io/installation.ts';
import { openPackageFolder } from '../io/package-reader.ts';
import { writePackage, type WrittenPackage } from '../io/package-writer.ts';
import { writePdf } from '../io/pdf-writer.ts';
import { readFolder, writeNewFiles } from '../io/project-writer.ts';
import { terminalProgress } from '../io/terminal-progress.ts';
import { readTemplateStore } from '../io/template-store.ts';
import type { AnalysisContext } from './analyse-revision.ts';
import { planBuild, type BuildTools } from './build-package.ts';
import { NORTHMOOR_STORY } from './demo-story.ts';
import type { Progress, RevisionSource } from './ports.ts';
import { scaffoldProject, type ScaffoldAnswers } from './scaffold-project.ts';
import { compareWithRebuild } from './verify-package.ts';

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
  const catalogue = readClauseCatalogue(await readFile(installed('specs/catalogues/clauses.yaml'), 'utf8'));
  return {
    revisions,
    catalogue,
    questions: readAssessmentQuestions(await readFile(installed('specs/catalogues/assessment-questions.yaml'), 'utf8')),
    analysis: { clauses: clauseIds(catalogue), digest: sha256, asOf: readDay(options.asOf), cache: new Map() },
    progress,
    toolVersion: await toolVersion(),
  };
}

function readDay(day: string | undefined): string {
  if (day === undefined) return new Date().toISOString().slice(0, 10);
  const instant = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) {
    throw usageFailure('day-invalid', `'${day}' is not a day.`, 'Write it as 2026-03-02.');
  }
  return day;
}

/** What documents are made with. */
export async function openBuildTools(): Promise<BuildTools> {
  return { templates: await readTemplateStore(), writer: { write: writePdf } };
}

/** Writes a new project and returns the paths of its files. Throws a `Failure` when one of them exists. */
export async function createProject(folder: string, answers: ScaffoldAnswers): Promise<readonly string[]> {
  const starter = await readFolder(installed('examples/starter'));
  const schema = await readFile(installed('schemas/countersign.v1.schema.json'), 'utf8');
  const files = scaffoldProject(starter, schema, answers);
  await writeNewFiles(folder, files);
  return files.map(({ path }) => path);
}

/** Writes the demonstration plant with its history as a git repository. */
export async function createDemo(folder: string): Promise<void> {
  const examples = installed('examples/northmoor');
  await writeDemoRepository(folder, NORTHMOOR_STORY.map((chapter) => ({ ...chapter, folder: join(examples, chapter.tag) })));
}

/** A package on disk, and the tool that reads it. */
export async function openPackage(directory: string): Promise<{ folder: PackageFolder; tool: { name: string; version: string } }> {
  return { folder: await openPackageFolder(directory), tool: { name: 'countersign', version: await toolVersion() } };
}

/**
 * Builds a package again from the commits that its manifest names and compares byte for byte.
 * Throws a usage `Failure` when these commits and this tool do not settle the bytes, or the specification is invalid there.
 */
export async function rebuildPackage(
  manifest: PackageManifest,
  folder: PackageFolder,
  options: WorkbenchOptions,
): Promise<RebuildComparison> {
  const workbench = await openWorkbench(options);
  const obstacle = rebuildObstacle(manifest, workbench.toolVersion);
  if (obstacle !== undefined) {
    throw usageFailure('rebuild-impossible', `The package cannot be built again: ${obstacle}.`, 'Verify it without --rebuild.');
  }
  const request = { base: manifest.base.commit ?? '', head: manifest.head.commit ?? '' };
  const wanted = DOCUMENT_TYPES.map(({ type }) => type).filter((code) => manifest.documents.some(({ type }) => type === code));
  const outcome = await planBuild(workbench, await openBuildTools(), request, wanted);
  if (outcome.kind === 'invalid') {
    throw usageFailure('rebuild-impossible', 'The specification at these commits is invalid for this version.', 'Verify it without --rebuild.');
  }
  return compareWithRebuild(folder, outcome.comparison.plan);
}

/** Writes a planned package; `moveAside` takes what stands there out of the way first. */
export async function writeEvidence(
  workbench: Workbench,
  plan: PackagePlan,
  directory: string,
  existing: 'refuse' | 'move-aside',
): Promise<WrittenPackage> {
  const { projectFolder, specFolders } = await workbench.revisions.place();
  return writePackage(plan, { directory: resolve(directory), existing, projectFolder, specFolders });
}

/** Progress on stderr, for work that takes longer than a second. */
export function openProgress(enabled: boolean): Progress {
  return terminalProgress(process.stderr, enabled);
}

export { askQuestions } from '../io/terminal-questions.ts';
export { writeReport } from '../io/text-output.ts';
