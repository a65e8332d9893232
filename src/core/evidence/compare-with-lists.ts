import { compareText } from '../diagnostics/order.ts';
import type { HashedPath } from './bag-texts.ts';
import { LISTED_TAG_FILES, PAYLOAD_MANIFEST, TAG_MANIFEST } from './bag-texts.ts';
import type { ListedEntry, PackageListing } from './package-listing.ts';
import { foldersAbove } from './package-path.ts';
import type { PackageProblem } from './verify-listing.ts';

const NOT_A_FILE: Record<Exclude<ListedEntry['kind'], 'file'>, string> = {
  folder: 'a folder',
  link: 'a symbolic link',
  special: 'a pipe, socket or device',
  undecodable: 'an entry whose name is not UTF-8',
};

function addedProblem(entry: ListedEntry): PackageProblem {
  const detail =
    entry.kind === 'file'
      ? 'No manifest lists it.'
      : entry.kind === 'folder'
        ? 'No file that a manifest lists is in this folder.'
        : `It is ${NOT_A_FILE[entry.kind]}; a package holds files only.`;
  return { kind: 'added', path: entry.path, detail };
}

/** A missing and an added file of the same content are one file under another name, the first pair in order of path. */
function joinRenamed(missing: readonly HashedPath[], added: readonly ListedEntry[]): readonly PackageProblem[] {
  const unclaimed = new Map<string, string[]>();
  for (const entry of added) {
    if (entry.kind === 'file') unclaimed.set(entry.sha256, [...(unclaimed.get(entry.sha256) ?? []), entry.path]);
  }
  const claimed = new Set<string>();
  const gone = missing.map(({ path, sha256 }): PackageProblem => {
    const now = unclaimed.get(sha256)?.shift();
    if (now === undefined) return { kind: 'missing', path, detail: 'It is listed but not there.' };
    claimed.add(now);
    return { kind: 'renamed', path, now, detail: `Its content is now at ${now}.` };
  });
  return [...gone, ...added.filter((entry) => !claimed.has(entry.path)).map(addedProblem)];
}

/**
 * What is there against what both manifests list. A manifest that is missing (`undefined`) is itself the problem: the
 * files that only it could vouch for are then not called added.
 */
export function compareWithLists(
  listing: PackageListing,
  tagList: readonly HashedPath[] | undefined,
  payloadList: readonly HashedPath[] | undefined,
): readonly PackageProblem[] {
  const listed = new Map([...(tagList ?? []), ...(payloadList ?? [])].map((entry) => [entry.path, entry]));
  const entries = listing.entries.toSorted((a, b) => compareText(a.path, b.path));
  const there = new Map(entries.map((entry) => [entry.path, entry]));
  const needed = new Set([...listed.keys()].flatMap(foldersAbove));
  const belowData = (path: string): boolean => path === 'data' || path.startsWith('data/');
  const isAdded = (entry: ListedEntry): boolean => {
    if (listed.has(entry.path)) return false;
    const unchecked = payloadList === undefined && belowData(entry.path);
    if (entry.kind === 'folder') return !needed.has(entry.path) && !unchecked;
    if (entry.kind !== 'file') return true;
    const unlistedTag = tagList === undefined && LISTED_TAG_FILES.includes(entry.path);
    return entry.path !== TAG_MANIFEST && !unchecked && !unlistedTag;
  };

  const problems: PackageProblem[] = [];
  const manifests = [
    [TAG_MANIFEST, tagList],
    [PAYLOAD_MANIFEST, payloadList],
  ] as const;
  for (const [path, list] of manifests) {
    // A manifest that the other one lists is reported with the listed files.
    if (list === undefined && there.get(path)?.kind !== 'file' && !listed.has(path)) {
      problems.push({ kind: 'missing', path, detail: 'Without it the files that it lists could not be checked.' });
    }
  }
  const missing: HashedPath[] = [];
  for (const expected of [...listed.values()].toSorted((a, b) => compareText(a.path, b.path))) {
    const entry = there.get(expected.path);
    if (entry === undefined) {
      missing.push(expected);
    } else if (entry.kind !== 'file') {
      problems.push({ kind: 'changed', path: entry.path, detail: `It is ${NOT_A_FILE[entry.kind]} and not a file.` });
    } else if (entry.sha256 !== expected.sha256) {
      const list = entry.path.startsWith('data/') ? PAYLOAD_MANIFEST : TAG_MANIFEST;
      problems.push({ kind: 'changed', path: entry.path, detail: `Its SHA-256 is not the one in ${list}.` });
    }
  }
  return [...problems, ...joinRenamed(missing, entries.filter(isAdded))];
}
