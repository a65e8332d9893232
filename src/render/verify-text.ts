import type { ManifestRevision, PackageManifest } from '../core/evidence/package-manifest.ts';
import type { RebuildComparison, RebuildDifference } from '../core/evidence/rebuild-comparison.ts';
import type { PackageProblem } from '../core/evidence/verify-listing.ts';
import type { Paint } from './paint.ts';
import { shown } from './shown.ts';
import type { Verification } from './verify-json.ts';
import { isVerified } from './verify-json.ts';

function revisionLine(label: string, revision: ManifestRevision): string {
  const modified = revision.modified ? ', with changes that no commit holds' : '';
  const place = revision.commit === null ? `${revision.kind}, no commit` : `commit ${revision.commit}`;
  return `${label}     ${place}${revision.instant === null ? '' : ` of ${revision.instant}`}${modified}`;
}

function manifestLines(manifest: PackageManifest): readonly string[] {
  const { project, tool } = manifest;
  return [
    `project  ${shown(`${project.id} ${project.version}, ${project.title}`)}`,
    `made by  ${shown(`${tool.name} ${tool.version}`)}, rules ${shown(manifest.rulesVersion)}, language ${manifest.languageVersion}`,
    revisionLine('base', manifest.base),
    revisionLine('head', manifest.head),
    `source   ${manifest.sourceHash}`,
  ];
}

/** Paths come from a folder that anybody may have written: control characters are spelled out. */
function problemLine(problem: PackageProblem, paint: Paint): string {
  const kind = problem.kind.padEnd('not-a-package'.length);
  return `  ${paint.critical(kind)}  ${shown(problem.path)}  ${paint.faint(shown(problem.detail))}`;
}

function differenceLine(difference: RebuildDifference, paint: Paint): string {
  const where = {
    changed: `first differs at byte ${difference.offset ?? 0}`,
    missing: 'only in the rebuild',
    added: 'only in the package',
  }[difference.kind];
  return `  ${paint.critical(difference.kind.padEnd(7))}  ${shown(difference.path)}  ${paint.faint(where)}`;
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function rebuildLines(rebuild: RebuildComparison, paint: Paint): readonly string[] {
  if (rebuild.ok) return [paint.good('Rebuild: the same commits give the same bytes.')];
  return [
    paint.critical(
      `Rebuild: ${count(rebuild.differences.length, 'file differs', 'files differ')}; the rebuilt id is ${rebuild.rebuiltId}.`,
    ),
    ...rebuild.differences.map((difference) => differenceLine(difference, paint)),
  ];
}

/** The result of `verify` for people: the verdict first, each difference on a line, and what the verdict does not cover. */
export function verificationText(verification: Verification, paint: Paint): string {
  const { verdict, expectedId, rebuild } = verification;
  const problems = verdict.problems.length;
  const headline = verdict.ok
    ? paint.good(`Intact: ${count(verdict.files, 'file', 'files')} read, each as the package lists it.`)
    : paint.critical(
        `Not intact: ${count(problems, 'problem', 'problems')} in ${count(verdict.files, 'file', 'files')}.`,
      );
  const lines = [
    headline,
    ...verdict.problems.map((problem) => problemLine(problem, paint)),
    ...(rebuild === undefined ? [] : rebuildLines(rebuild, paint)),
    '',
    `id       ${verdict.packageId ?? 'none'}`,
    ...(verdict.manifest === null ? [] : manifestLines(verdict.manifest)),
  ];
  if (isVerified(verification) && expectedId === undefined && rebuild === undefined) {
    lines.push(
      '',
      paint.faint(
        'A package rewritten as a whole is intact too: compare the id with the one that build printed (--expect ID).',
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
