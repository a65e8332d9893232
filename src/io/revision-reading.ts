import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../core/diagnostics/location.ts';
import { pointLocation } from '../core/source/decode.ts';
import { lfsPointer, tooLarge } from '../core/source/file-content.ts';
import { problemOf, selectProjectFiles } from '../core/source/project-files.ts';
import type { ProjectEntry } from '../core/source/project-files.ts';
import { PROJECT_FILE, readProjectHeader } from '../core/source/project-header.ts';
import type { ProjectHeader } from '../core/source/project-header.ts';
import type { SourceFile, SourceRevision, TemplateFile } from '../core/source/source-file.ts';
import { MAX_TEMPLATE_BYTES, selectTemplateFiles } from '../core/source/template-files.ts';
import type { TemplateFolder } from '../core/source/template-folder.ts';
import { sha256 } from './digest.ts';

/** A revision as it was read, with what is worth saying about it. */
export interface RevisionReading {
  readonly revision: SourceRevision;
  readonly notices: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** `package.id` of the project file, by which a renamed project folder is found again. */
  readonly packageId?: string;
}

/** The spec files of one state of a project, wherever it was read from. */
export interface ProjectReading {
  /** The project file first, then sorted by path; empty when the project file could not be read. */
  readonly files: readonly SourceFile[];
  /** Templates of the project; absent when the project file declares no folder of them. */
  readonly templates?: readonly TemplateFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly packageId?: string;
  /** Every entry that was chosen, including those that were refused for their content. */
  readonly chosen: readonly ProjectEntry[];
  /** Absent when the project file could not be read. */
  readonly header?: ProjectHeader;
}

/** The content of an entry, or its size alone when that is above the limit. */
export interface EntryContent {
  readonly size: number;
  readonly bytes?: Uint8Array;
  readonly contentId: string;
}

/** How one kind of place (commit, index, disk) lists and reads a project. */
export interface ProjectPlace {
  /** The project file's entry; absent when there is no project here. */
  readonly projectFile: ProjectEntry;
  /** Everything below the project folder that the patterns could be about. */
  list(header: ProjectHeader): Promise<readonly ProjectEntry[]>;
  /** Contents in the order of the entries; an entry that has vanished meanwhile is undefined. */
  read(entries: readonly ProjectEntry[]): Promise<readonly (EntryContent | undefined)[]>;
}

/** Reads a project: first its project file, which says by `files` what else belongs to it, then all of that at once. */
export async function readProject(place: ProjectPlace, revision: RevisionLabel): Promise<ProjectReading> {
  const unreadable = problemOf(place.projectFile, true);
  if (unreadable !== undefined) {
    return { files: [], chosen: [], diagnostics: [{ ...unreadable, at: pointLocation(revision, PROJECT_FILE) }] };
  }
  const [content] = await place.read([place.projectFile]);
  const project = asSourceFile(place.projectFile, content, revision);
  if (!('bytes' in project)) return { files: [], chosen: [], diagnostics: [project] };
  const header = readProjectHeader(project);
  const all = await place.list(header);
  const selected = selectProjectFiles(all, header, revision);
  const contents = await place.read(selected.entries);
  const files: SourceFile[] = [project];
  const diagnostics: Diagnostic[] = [...header.diagnostics, ...selected.diagnostics];
  selected.entries.forEach((entry, index) => {
    const file = asSourceFile(entry, contents[index], revision);
    if ('bytes' in file) files.push(file);
    else diagnostics.push(file);
  });
  const packageId = header.packageId === undefined ? {} : { packageId: header.packageId };
  const chosen = [place.projectFile, ...selected.entries];
  if (header.templates === undefined) return { files, diagnostics, ...packageId, chosen, header };
  const templates = await readTemplates(place, all, header.templates, revision);
  return {
    files,
    templates: templates.files,
    diagnostics: [...diagnostics, ...templates.diagnostics],
    ...packageId,
    chosen: [...chosen, ...templates.chosen],
    header,
  };
}

interface TemplateReading {
  readonly files: readonly TemplateFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly chosen: readonly ProjectEntry[];
}

/** Base's templates lay nothing out any more: what is wrong with them is said, and stops nothing. */
async function readTemplates(
  place: ProjectPlace,
  all: readonly ProjectEntry[],
  folder: TemplateFolder,
  revision: RevisionLabel,
): Promise<TemplateReading> {
  const { entries, diagnostics: refused } = selectTemplateFiles(all, folder, revision);
  const contents = await place.read(entries);
  const files: TemplateFile[] = [];
  const diagnostics: Diagnostic[] = [...refused];
  entries.forEach((entry, index) => {
    const file = asTemplateFile(entry, contents[index], revision);
    if ('bytes' in file)
      files.push({ ...file, name: entry.path.slice(folder.path.length + 1), sha256: sha256(file.bytes) });
    else diagnostics.push(file);
  });
  return {
    files,
    diagnostics: revision === 'base' ? diagnostics.map((one) => ({ ...one, severity: 'warning' })) : diagnostics,
    chosen: entries,
  };
}

function asTemplateFile(
  entry: ProjectEntry,
  content: EntryContent | undefined,
  revision: RevisionLabel,
): SourceFile | Diagnostic {
  if (content !== undefined && content.size > MAX_TEMPLATE_BYTES) {
    return {
      ruleId: 'file-too-large',
      severity: 'error',
      message: `The file has ${content.size} bytes; a template may have ${MAX_TEMPLATE_BYTES} (256 KiB).`,
      hint: 'Divide it into partials.',
      at: pointLocation(revision, entry.path),
    };
  }
  const file = asSourceFile(entry, content, revision);
  if ('bytes' in file || file.ruleId !== 'file-is-lfs-pointer') return file;
  return {
    ...file,
    message: 'This is a pointer of Git LFS, not the template: the content is not in the repository.',
    hint: 'Keep templates out of Git LFS.',
  };
}

function asSourceFile(
  entry: ProjectEntry,
  content: EntryContent | undefined,
  revision: RevisionLabel,
): SourceFile | Diagnostic {
  if (content === undefined) {
    return {
      ruleId: 'file-not-checked-out',
      severity: 'error',
      message: `"${entry.path}" belongs to the project but is not on disk.`,
      hint: 'A sparse checkout leaves files out: git sparse-checkout disable. Or compare commits instead of WORKTREE.',
      at: pointLocation(revision, entry.path),
    };
  }
  if (content.bytes === undefined) return tooLarge(revision, entry.path, content.size);
  return (
    lfsPointer(revision, entry.path, content.bytes) ?? {
      revision,
      file: entry.path,
      bytes: content.bytes,
      contentId: content.contentId,
    }
  );
}
