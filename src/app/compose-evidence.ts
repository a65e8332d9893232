import { join, resolve } from 'node:path';

import { usageFailure } from '../core/diagnostics/failure.ts';
import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import type { PackageFolder } from '../core/evidence/package-listing.ts';
import { rebuildObstacle, type PackageManifest } from '../core/evidence/package-manifest.ts';
import type { PackagePlan } from '../core/evidence/package-plan.ts';
import type { RebuildComparison } from '../core/evidence/rebuild-comparison.ts';
import { writeDemoRepository } from '../io/demo-repository.ts';
import { installed, toolVersion } from '../io/installation.ts';
import { openPackageFolder } from '../io/package-reader.ts';
import { refusePlace, writePackage, type WrittenPackage } from '../io/package-writer.ts';
import { writePdf } from '../io/pdf-writer.ts';
import { readTemplateStore } from '../io/template-store.ts';
import type { RenderedDocument } from '../render/blocks.ts';
import { planBuild, type BuildTools } from './build-package.ts';
import { openWorkbench, openWorkbookWriter, type Workbench, type WorkbenchOptions } from './compose.ts';
import { NORTHMOOR_STORY } from './demo-story.ts';
import { compareWithRebuild } from './verify-package.ts';

/*
 * Adapters for packages and documents, apart from those of `compose.ts`: a command that writes no PDF does not load what
 * writes them.
 */

/** What documents are made with. */
export function openBuildTools(): BuildTools {
  return { templates: readTemplateStore(), writer: { write: writePdf }, workbooks: openWorkbookWriter() };
}

/** A document as the bytes of a PDF, for commands that print one beside a package. */
export async function printDocument(document: RenderedDocument): Promise<Uint8Array> {
  return (await writePdf(document)).bytes;
}

/** Writes the demonstration plant with its history as a git repository; refuses first a folder that its package cannot go to. */
export async function createDemo(folder: string, evidence?: string): Promise<void> {
  if (evidence !== undefined)
    await refusePlace({
      directory: resolve(evidence),
      existing: 'refuse',
      projectFolder: resolve(folder),
      specFolders: [],
    });
  const examples = installed('examples/northmoor');
  await writeDemoRepository(
    folder,
    NORTHMOOR_STORY.map((chapter) => ({ ...chapter, folder: join(examples, chapter.tag) })),
  );
}

/** A package on disk, and the tool that reads it. */
export async function openPackage(
  directory: string,
): Promise<{ folder: PackageFolder; tool: { name: string; version: string } }> {
  return { folder: await openPackageFolder(directory), tool: { name: 'countersign', version: await toolVersion() } };
}

/**
 * Builds a package again from the commits that its manifest names and compares byte for byte.
 * Throws a usage `Failure` when these commits and this tool do not settle the bytes, or the specification is invalid there.
 */
export async function rebuildPackage(
  manifest: PackageManifest,
  folder: PackageFolder,
  options: WorkbenchOptions & { readonly baseProject?: string | undefined },
): Promise<RebuildComparison> {
  const workbench = await openWorkbench(options);
  const obstacle = rebuildObstacle(manifest, workbench.toolVersion);
  if (obstacle !== undefined) {
    throw usageFailure(
      'rebuild-impossible',
      `The package cannot be built again: ${obstacle}.`,
      'Verify it without --rebuild.',
    );
  }
  const request = {
    base: manifest.base.commit ?? '',
    head: manifest.head.commit ?? '',
    ...(options.baseProject === undefined ? {} : { baseProject: options.baseProject }),
  };
  const wanted = DOCUMENT_TYPES.map(({ type }) => type).filter((code) =>
    manifest.documents.some(({ type }) => type === code),
  );
  const outcome = await planBuild(workbench, openBuildTools(), request, wanted);
  if (outcome.kind === 'invalid') {
    throw usageFailure(
      'rebuild-impossible',
      'The specification at these commits is invalid for this version.',
      'Verify it without --rebuild.',
    );
  }
  return compareWithRebuild(folder, outcome.comparison.plan);
}

/** Refuses a folder that a package cannot go to, before anything is built. */
export async function refuseEvidencePlace(
  workbench: Workbench,
  directory: string,
  existing: 'refuse' | 'move-aside',
): Promise<void> {
  const { projectFolder, specFolders } = await workbench.revisions.place();
  await refusePlace({ directory: resolve(directory), existing, projectFolder, specFolders });
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
