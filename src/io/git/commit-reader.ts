import type { RevisionLabel } from '../../core/diagnostics/location.ts';
import type { ProjectEntry } from '../../core/source/project-files.ts';
import { MAX_FILE_BYTES, PROJECT_FILE, readProjectHeader } from '../../core/source/project-header.ts';
import type { RevisionIdentity } from '../../core/source/source-file.ts';
import { readProject } from '../revision-reading.ts';
import type { EntryContent, ProjectReading } from '../revision-reading.ts';
import { parseCommit } from './commit-object.ts';
import { listTree } from './listing.ts';
import type { TreeListing } from './listing.ts';
import { openObjectReader } from './objects.ts';
import type { ObjectReader } from './objects.ts';
import type { Repository } from './repository.ts';

/** Contents by blob id, kept for one run: what two revisions share is read once. */
export type BlobCache = Map<string, EntryContent>;

/** A commit's facts and the project in it. */
export interface CommitReading {
  readonly identity: RevisionIdentity;
  readonly listing: TreeListing;
  /** Absent when the folder holds no project in this commit. */
  readonly project?: ProjectReading;
}

/** Reads the project below a folder of a commit: one `ls-tree`, one `cat-file`. */
export async function readCommit(
  repository: Repository,
  commit: string,
  folder: string,
  label: RevisionLabel,
  cache: BlobCache,
): Promise<CommitReading> {
  const reader = openObjectReader(repository, MAX_FILE_BYTES);
  try {
    const reading = await readFacts(repository, reader, commit, folder, label);
    const { entries } = reading.listing;
    const projectFile = entries.find(({ path }) => path === PROJECT_FILE);
    if (projectFile === undefined) return reading;
    const read = (wanted: readonly ProjectEntry[]) => readBlobs(reader, wanted, cache);
    return {
      ...reading,
      project: await readProject({ projectFile, list: () => Promise.resolve(entries), read }, label),
    };
  } finally {
    await reader.close();
  }
}

/** Reads what a commit says about itself and which blobs a folder of it holds, but none of them. */
export async function readCommitFacts(
  repository: Repository,
  commit: string,
  folder: string,
  label: RevisionLabel,
): Promise<Omit<CommitReading, 'project'>> {
  const reader = openObjectReader(repository, MAX_FILE_BYTES);
  try {
    return await readFacts(repository, reader, commit, folder, label);
  } finally {
    await reader.close();
  }
}

/** Reads the project out of a list of blobs, such as the index. */
export async function readListed(
  repository: Repository,
  projectFile: ProjectEntry,
  entries: readonly ProjectEntry[],
  label: RevisionLabel,
  cache: BlobCache,
): Promise<ProjectReading> {
  const reader = openObjectReader(repository, MAX_FILE_BYTES);
  try {
    return await readProject(
      { projectFile, list: () => Promise.resolve(entries), read: (wanted) => readBlobs(reader, wanted, cache) },
      label,
    );
  } finally {
    await reader.close();
  }
}

/** `package.id` of several project files of one repository, in their order; undefined where there is none. */
export async function readPackageIds(
  repository: Repository,
  projectFiles: readonly ProjectEntry[],
): Promise<readonly (string | undefined)[]> {
  const reader = openObjectReader(repository, MAX_FILE_BYTES);
  try {
    const contents = await readBlobs(reader, projectFiles, new Map());
    return contents.map(({ bytes }) =>
      bytes === undefined ? undefined : readProjectHeader({ bytes, file: PROJECT_FILE, revision: 'base' }).packageId,
    );
  } finally {
    await reader.close();
  }
}

async function readFacts(
  repository: Repository,
  reader: ObjectReader,
  commit: string,
  folder: string,
  label: RevisionLabel,
): Promise<Omit<CommitReading, 'project'>> {
  const listing = await listTree(repository, commit, folder);
  const found = (await reader.read([commit])).get(commit);
  const { tree: top, instant, author, subject } = parseCommit(found?.bytes ?? new Uint8Array());
  const tree = folder === '' ? top : listing.tree;
  const identity: RevisionIdentity = {
    label,
    kind: 'commit',
    commit,
    ...(tree === undefined ? {} : { tree }),
    instant,
    author,
    subject,
    modified: false,
  };
  return { identity, listing };
}

async function readBlobs(
  reader: ObjectReader,
  entries: readonly ProjectEntry[],
  cache: BlobCache,
): Promise<readonly EntryContent[]> {
  const ids = entries.map(({ id = '' }) => id);
  for (const [id, stored] of await reader.read(ids.filter((id) => !cache.has(id))))
    cache.set(id, { ...stored, contentId: id });
  return ids.map((id) => cache.get(id) ?? { size: 0, contentId: id });
}
