import { usageFailure } from '../core/diagnostics/failure.ts';
import { compareText } from '../core/diagnostics/order.ts';
import { SHA256_PATTERN } from '../core/evidence/bag-texts.ts';
import type { PackageFolder } from '../core/evidence/package-listing.ts';
import type { PackagePlan } from '../core/evidence/package-plan.ts';
import type { RebuildComparison, RebuildDifference } from '../core/evidence/rebuild-comparison.ts';
import type { PackageVerdict } from '../core/evidence/verify-listing.ts';
import { verifyListing } from '../core/evidence/verify-listing.ts';

/** What a user knows of a package from elsewhere. */
export interface VerifyRequest {
  /** Package id that `build` printed and that was kept apart from the package. */
  readonly expect?: string;
}

/** Reads every byte of a package and judges it by its own manifests, and by the expected id where one is known. */
export async function verifyPackage(folder: PackageFolder, request: VerifyRequest = {}): Promise<PackageVerdict> {
  const expected = request.expect?.trim().toLowerCase();
  if (expected !== undefined && !SHA256_PATTERN.test(expected)) {
    throw usageFailure(
      'expected-id-malformed',
      `'${request.expect}' is not a package id.`,
      'A package id is the 64 hexadecimal digits that build printed.',
    );
  }
  return verifyListing(await folder.list(), expected);
}

/** Compares a package byte for byte with its plan, built again from the commits that its manifest names. */
export async function compareWithRebuild(folder: PackageFolder, plan: PackagePlan): Promise<RebuildComparison> {
  const { entries } = await folder.list();
  const files = new Set(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.path] : [])));
  const planned = new Set(plan.files.map((file) => file.path));
  const differences: RebuildDifference[] = [];
  for (const file of plan.files) {
    if (!files.has(file.path)) {
      differences.push({ kind: 'missing', path: file.path });
      continue;
    }
    const offset = await folder.firstDifference(file.path, file.bytes);
    if (offset !== undefined) differences.push({ kind: 'changed', path: file.path, offset });
  }
  for (const entry of entries) {
    const foreign = entry.kind !== 'folder' && !planned.has(entry.path);
    if (foreign) differences.push({ kind: 'added', path: entry.path });
  }
  const ordered = differences.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind));
  return { ok: ordered.length === 0, rebuiltId: plan.packageId, differences: ordered };
}
