import { compareText } from '../diagnostics/order.ts';
import type { HashedPath } from './bag-texts.ts';
import {
  BAG_DECLARATION,
  BAG_DECLARATION_TEXT,
  BAG_INFO,
  declaredOxum,
  LISTED_TAG_FILES,
  PACKAGE_MANIFEST,
  parseBagManifest,
  PAYLOAD_MANIFEST,
  payloadOxum,
  TAG_MANIFEST,
} from './bag-texts.ts';
import { compareWithLists } from './compare-with-lists.ts';
import { readManifest } from './manifest-reading.ts';
import type { PackageListing } from './package-listing.ts';
import type { PackageManifest } from './package-manifest.ts';

/** In what way a package differs from what it says of itself. */
export type PackageProblemKind =
  | 'changed'
  | 'added'
  | 'missing'
  | 'renamed'
  | 'malformed'
  | 'unsupported'
  | 'not-a-package';

/** One difference; `path` is relative to the package folder, `.` for the folder itself. */
export interface PackageProblem {
  readonly kind: PackageProblemKind;
  readonly path: string;
  /** For `renamed`, the name under which the content stands now. */
  readonly now?: string;
  /** One sentence. */
  readonly detail: string;
}

/** What is known of a package after every byte of it was read. */
export interface PackageVerdict {
  /** True when nothing differs. */
  readonly ok: boolean;
  /** SHA-256 of the tag manifest as it lies there; `null` when there is none. */
  readonly packageId: string | null;
  /** What the package says it was made from; `null` when that could not be read or is not what was packaged. */
  readonly manifest: PackageManifest | null;
  /** Number of files that were read. */
  readonly files: number;
  /** Ordered by path, then kind. */
  readonly problems: readonly PackageProblem[];
}

/** Text of a tag file or of the manifest; what keeps it from being read is added to `problems`. */
function textOf(listing: PackageListing, path: string, problems: PackageProblem[]): string | undefined {
  const text = listing.texts.get(path);
  if (text === null) problems.push({ kind: 'malformed', path, detail: 'It is not UTF-8 text of reasonable size.' });
  return text ?? undefined;
}

function readList(
  listing: PackageListing,
  path: string,
  problems: PackageProblem[],
): readonly HashedPath[] | undefined {
  const text = textOf(listing, path, problems);
  if (text === undefined) return undefined;
  const parsed = parseBagManifest(text);
  problems.push(...parsed.problems.map((detail): PackageProblem => ({ kind: 'malformed', path, detail })));
  return parsed.entries.filter((entry) => {
    const payload = entry.path.startsWith('data/');
    const fits = path === PAYLOAD_MANIFEST ? payload : LISTED_TAG_FILES.includes(entry.path);
    if (!fits) problems.push({ kind: 'malformed', path, detail: `It lists ${entry.path}, which has no place in it.` });
    return fits;
  });
}

/** A manifest must list each file that this format always has, or taking a file and its line away would go unnoticed. */
function requireListed(
  list: readonly HashedPath[],
  path: string,
  required: readonly string[],
): readonly PackageProblem[] {
  return required
    .filter((name) => !list.some((entry) => entry.path === name))
    .map((name) => ({ kind: 'malformed', path, detail: `It does not list ${name}.` }));
}

/** The tool's own manifest must list the same files with the same hashes and sizes as the bag does. */
function compareManifest(
  manifest: PackageManifest,
  payload: readonly HashedPath[],
  listing: PackageListing,
): readonly PackageProblem[] {
  const details: string[] = [];
  const hashes = new Map(payload.map((entry) => [entry.path, entry.sha256]));
  const sizes = new Map(
    listing.entries.flatMap((entry) => (entry.kind === 'file' ? [[entry.path, entry] as const] : [])),
  );
  const seen = new Set<string>();
  for (const file of manifest.files) {
    if (seen.has(file.path)) details.push(`It lists ${file.path} more than once.`);
    seen.add(file.path);
    const sha256 = hashes.get(file.path);
    if (sha256 === undefined) details.push(`It lists ${file.path}, which ${PAYLOAD_MANIFEST} does not.`);
    else if (sha256 !== file.sha256) details.push(`Its SHA-256 of ${file.path} is not the one in ${PAYLOAD_MANIFEST}.`);
    const found = sizes.get(file.path);
    if (found?.sha256 === file.sha256 && found.size !== file.size) details.push(`Its size of ${file.path} is wrong.`);
  }
  for (const entry of payload) {
    if (entry.path !== PACKAGE_MANIFEST && !seen.has(entry.path)) details.push(`It does not list ${entry.path}.`);
  }
  const roles = new Map(manifest.files.map((file) => [file.path, file.role]));
  for (const { number, type, file, data } of manifest.documents) {
    const held = roles.get(file) === 'document' && roles.get(data) === 'document-data';
    if (!held) details.push(`The files of document ${number}-${type} are not among its files.`);
  }
  return details.map((detail) => ({ kind: 'malformed', path: PACKAGE_MANIFEST, detail }));
}

/** Version and size declarations of the bag; only read when the tag manifest vouches for them. */
function checkDeclarations(
  listing: PackageListing,
  manifest: PackageManifest | null,
  unharmed: (path: string) => boolean,
  problems: PackageProblem[],
): void {
  const declaration = textOf(listing, BAG_DECLARATION, problems);
  if (declaration !== undefined && unharmed(BAG_DECLARATION) && declaration !== BAG_DECLARATION_TEXT) {
    problems.push({
      kind: 'unsupported',
      path: BAG_DECLARATION,
      detail: 'It declares another version or encoding than BagIt 1.0 in UTF-8.',
    });
  }
  const info = textOf(listing, BAG_INFO, problems);
  if (info === undefined || manifest === null || !unharmed(BAG_INFO)) return;
  const own = listing.entries.find((entry) => entry.kind === 'file' && entry.path === PACKAGE_MANIFEST);
  const bytes = manifest.files.reduce((sum, file) => sum + file.size, own?.kind === 'file' ? own.size : 0);
  const expected = payloadOxum(bytes, manifest.files.length + 1);
  if (declaredOxum(info) !== expected) {
    problems.push({ kind: 'malformed', path: BAG_INFO, detail: `Its Payload-Oxum is not ${expected}.` });
  }
}

function verdict(
  packageId: string | null,
  manifest: PackageManifest | null,
  listing: PackageListing,
  problems: readonly PackageProblem[],
): PackageVerdict {
  const ordered = problems.toSorted(
    (a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind) || compareText(a.detail, b.detail),
  );
  const files = listing.entries.filter((entry) => entry.kind === 'file').length;
  return { ok: ordered.length === 0, packageId, manifest, files, problems: ordered };
}

/**
 * Judges a folder by what its own manifests say, and by `expectedId` where one is given: without it, a package that was
 * rewritten as a whole is consistent again. Stricter than RFC 8493: whatever no manifest lists is a problem too.
 */
export function verifyListing(listing: PackageListing, expectedId?: string): PackageVerdict {
  const files = new Map(
    listing.entries.flatMap((entry) => (entry.kind === 'file' ? [[entry.path, entry.sha256] as const] : [])),
  );
  const packageId = files.get(TAG_MANIFEST) ?? null;
  if (![BAG_DECLARATION, PAYLOAD_MANIFEST, TAG_MANIFEST].some((path) => files.has(path))) {
    const detail = 'The folder has none of the files that make it an evidence package.';
    return verdict(null, null, listing, [{ kind: 'not-a-package', path: '.', detail }]);
  }
  const problems: PackageProblem[] = [];
  const manifestText = textOf(listing, PACKAGE_MANIFEST, problems);
  const reading = manifestText === undefined ? undefined : readManifest(manifestText);
  // A newer format may have other files and other rules: whatever this version said about it could be wrong.
  if (reading?.outcome === 'unsupported') {
    return verdict(packageId, null, listing, [{ kind: 'unsupported', path: PACKAGE_MANIFEST, detail: reading.detail }]);
  }

  const tagList = readList(listing, TAG_MANIFEST, problems);
  const payloadList = readList(listing, PAYLOAD_MANIFEST, problems);
  problems.push(...requireListed(tagList ?? [], TAG_MANIFEST, tagList === undefined ? [] : LISTED_TAG_FILES));
  problems.push(
    ...requireListed(payloadList ?? [], PAYLOAD_MANIFEST, payloadList === undefined ? [] : [PACKAGE_MANIFEST]),
  );
  problems.push(...compareWithLists(listing, tagList, payloadList));

  const listed = new Map([...(tagList ?? []), ...(payloadList ?? [])].map((entry) => [entry.path, entry.sha256]));
  const unharmed = (path: string): boolean => listed.get(path) !== undefined && listed.get(path) === files.get(path);
  let manifest: PackageManifest | null = null;
  if (reading !== undefined && payloadList !== undefined && unharmed(PACKAGE_MANIFEST)) {
    if (reading.outcome === 'read') {
      manifest = reading.manifest;
      problems.push(...compareManifest(manifest, payloadList, listing));
    } else {
      problems.push({ kind: 'malformed', path: PACKAGE_MANIFEST, detail: reading.detail });
    }
  }
  checkDeclarations(listing, manifest, unharmed, problems);
  if (expectedId !== undefined && packageId !== expectedId) {
    const detail = `The package id is ${packageId ?? 'unknown'}, not ${expectedId} as expected.`;
    problems.push({ kind: 'changed', path: TAG_MANIFEST, detail });
  }
  return verdict(packageId, manifest, listing, problems);
}
