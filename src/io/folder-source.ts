import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { usageFailure } from '../core/diagnostics/failure.ts';
import type { RevisionLabel } from '../core/diagnostics/location.ts';
import { mayMatchBelow } from '../core/source/file-patterns.ts';
import type { ProjectEntry } from '../core/source/project-files.ts';
import { leadsToTemplates } from '../core/source/template-folder.ts';
import { MAX_FILE_BYTES, PROJECT_FILE } from '../core/source/project-header.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import { diskFilesOf, listFolder } from './disk-files.ts';
import type { DiskFiles } from './disk-files.ts';
import { readProject } from './revision-reading.ts';
import type { EntryContent, ProjectReading } from './revision-reading.ts';

/** Reads the project in a folder as it lies there, without git. Throws a `Failure` when there is no project file in it. */
export async function readFolder(
  folder: string,
  label: RevisionLabel,
): Promise<ProjectReading & { readonly revision: SourceRevision }> {
  const disk = diskFilesOf(folder);
  const kind = (await isFolder(folder)) ? disk.kindOf(PROJECT_FILE) : undefined;
  if (kind === undefined || kind === 'folder') {
    throw usageFailure(
      'project-not-found',
      `There is no ${PROJECT_FILE} in ${folder}.`,
      `Name the folder that holds it, or make one: countersign init ${folder}`,
    );
  }
  const reading = await readProject(
    {
      projectFile: { path: PROJECT_FILE, kind },
      list: ({ patterns, templates }) =>
        listFolder(
          folder,
          (path) =>
            patterns.some((pattern) => mayMatchBelow(pattern, path)) ||
            (templates !== undefined && leadsToTemplates(templates, path)),
        ),
      read: (entries) => Promise.resolve(readFromDisk(disk, entries, plainId)),
    },
    label,
  );
  const { files, templates } = reading;
  const identity = { label, kind: 'folder', modified: false } as const;
  return { ...reading, revision: { identity, files, ...(templates === undefined ? {} : { templates }) } };
}

/** Reads entries from disk, each with the id of its content; whatever is no ordinary file any more is left out. */
export function readFromDisk(
  disk: DiskFiles,
  entries: readonly ProjectEntry[],
  contentIdOf: (bytes: Uint8Array) => string,
): readonly (EntryContent | undefined)[] {
  return entries.map(({ path }) => {
    if (disk.kindOf(path) !== 'file') return undefined;
    const content = disk.read(path, MAX_FILE_BYTES);
    return { ...content, contentId: content.bytes === undefined ? '' : contentIdOf(content.bytes) };
  });
}

function plainId(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Whether a path is an existing folder; a link to one counts, since the user named it. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a folder holds a project file, of whatever kind. */
export async function holdsProject(folder: string): Promise<boolean> {
  if (!(await isFolder(folder))) return false;
  const kind = diskFilesOf(folder).kindOf(PROJECT_FILE);
  return kind !== undefined && kind !== 'folder';
}
